import { msg, str } from '@lit/localize';
import type { ActionFault } from '@deskbell/protocol/actions.js';

/** Why an action brought no answer. `status`: the HTTP status, where the service refused. */
export function actionFaultWords(fault: ActionFault | undefined, status: string): string {
  switch (fault) {
    case 'status':
      return msg(str`The service did not accept this (${status}).`);
    case 'timeout':
      return msg('The service did not answer in time. It may have been done all the same.');
    case 'cancelled':
      return msg('Cancelled. It may have been done all the same.');
    case 'too-large':
      return msg('The service answered more than can be shown.');
    case 'html':
      return msg('The service answered with a web page, which is not shown here.');
    case 'not-text':
    case 'not-json':
      return msg('The service answered with something that cannot be read here.');
    case 'no-answer':
      return msg('What was asked for is not in the answer of the service.');
    case 'private':
    case 'redirected':
      return msg('The service leads to an address that is not allowed. Tell whoever manages the workspace.');
    case 'unreachable':
    case undefined:
      return msg('The service could not be reached. Try again in a moment.');
  }
}
