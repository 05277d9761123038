import { msg } from '@lit/localize';
import { RelayError, type RefusalCode } from '@deskbell/protocol/refusals.js';

const sentence = (code: RefusalCode): string => {
  switch (code) {
    case 'taken':
      return msg('Accepted by another agent');
    case 'no-slot':
      return msg('There is no free slot. Close something first, or choose somebody else.');
    case 'not-there':
      return msg('Nobody is there to take it now. Choose somebody else.');
    case 'still-busy':
      return msg('You still have conversations. Transfer or close them first, then sign out.');
    case 'not-noted':
      return msg('The notes have to be saved first. Then choose “Completed” again.');
    case 'not-found':
    case 'wrong-phase':
    case 'stale':
      return msg('This conversation has moved on in the meantime. The list shows where it is now.');
    case 'wrong-role':
      return msg('Your role does not allow this. Ask whoever manages the workspace.');
    case 'unauthorized':
    case 'wrong-origin':
      return msg('Your sign-in was refused. Nothing is lost. Sign in again, then repeat it.');
    case 'reason-needed':
      return msg('Say why you have to see it. Your reason goes into the audit trail.');
    case 'tampered':
      return msg('What was filled in cannot be opened: it was changed after it was sealed. Ask the customer to fill in the form again.');
    case 'erased':
      return msg('This was erased, or was kept as long as it may be. It cannot be shown again.');
    case 'slow-down':
      return msg('Too much at once. Nothing is lost. Wait a moment, then repeat it.');
    case 'budget-spent':
      return msg('AI has written as much today as the workspace allows. Go on by hand.');
    case 'model-away':
      return msg('AI did not answer. Your draft is as it was. Try again in a while.');
    case 'unavailable':
    case 'internal':
      return msg('The relay could not do this now. Nothing is lost. Repeat it in a moment.');
    case 'malformed':
    case 'too-long':
    case 'already-open':
    case 'id-used':
      return msg('The relay did not accept this. What you wrote is kept. Shorten it, or reload the page.');
  }
};

/**
 * What happened, what was kept and what to do, for a command that was not performed. Anything that is not a refusal of the relay is a bug,
 * and is thrown on.
 */
export function refusalWords(error: unknown): string {
  if (error instanceof RelayError) return sentence(error.code);
  // What `fetch` throws where nobody was reached.
  if (error instanceof TypeError) return sentence('unavailable');
  throw error;
}
