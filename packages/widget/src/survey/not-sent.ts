import { msg } from '@lit/localize';
import type { PendingVerdict } from '@deskbell/client/pending-verdict.js';

/** Why an answer did not arrive; empty where it is on its way. */
export function notSent({ state, why }: PendingVerdict): string {
  if (state === 'sending') return '';
  if (state === 'failed') return msg('Your rating did not arrive. Send it again.');
  return why === 'wrong-phase' ? msg('This was rated already.') : msg('The rating was not taken. Send it again.');
}
