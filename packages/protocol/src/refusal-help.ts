import type { RefusalCode, RelayError } from './refusals.js';

/** What each refusal means, and what to do about it. */
export const REFUSAL_HELP: Record<RefusalCode, string> = {
  malformed: 'The command or body does not have the shape of the protocol. Compare it with the detail and the protocol package.',
  'too-long': 'A text or a body is longer than allowed. Shorten it, or send it in parts.',
  unauthorized: 'The token is missing, ended or not signed for this workspace. Get a new one.',
  'wrong-origin': 'This page is not among the origins of the site. Add its origin to the settings.',
  'wrong-role': 'A person in this role cannot do this.',
  'not-found': 'There is no such thing, or it is not yours to see.',
  'wrong-phase': 'The conversation is not in a phase in which this can happen. Follow it and look again.',
  taken: 'Another agent accepted the conversation first.',
  'no-slot': 'The agent has no free slot. Close something first, or choose another agent.',
  'not-there': 'Who it was to go to is not there: signed out, away, or outside its hours. Choose another one.',
  'still-busy': 'There are conversations that are not closed. Transfer or close them first.',
  'not-noted': 'Completed needs a note. Save one in this conversation, then choose it again.',
  'already-open': 'The customer has an open conversation; go on in that one (its id is in `conversation`).',
  'id-used': 'The id belongs to another command. Make a new one.',
  stale: 'Somebody else has changed it meanwhile. Get the newest (its version is in `version`), and change that.',
  'reason-needed': 'The workspace wants to know why. Say it in `reason`.',
  tampered:
    'What was sealed does not open: it was changed, or belongs to another place. It is in the audit trail. Have the form filled in again.',
  erased: 'The value was erased, or its time is up. It cannot be had again.',
  'slow-down': 'Too much in too short a time. Wait for `retryAfter` and send the same again.',
  'budget-spent':
    'The workspace has used up what its settings let the model write in a day (`ai.dailyTokens`). It begins anew at midnight, UTC.',
  'model-away': 'The model did not answer, or not as agreed. Ask again in a while; nothing was written.',
  unavailable: 'The database cannot be reached. Nothing was saved; send the same again after `retryAfter`.',
  internal: 'A fault of the relay. It is in its log; the same command may be sent again.',
};

/** What a refusal tells developers: what was wrong this time, or else what its code always means. */
export const detailOf = ({ code, message }: RelayError): string => (message === code ? REFUSAL_HELP[code] : message);
