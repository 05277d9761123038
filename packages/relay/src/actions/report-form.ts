import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { topics } from '../hub/hub.js';
import type { Action } from './action.js';
import type { Caller } from './caller.js';

/** How many fields the forms have that somebody fills in: what was sent stays as it is, and is looked up once. */
const COUNTS = new WeakMap<Caller, Map<string, number>>();

async function countOf({ store }: Deps, caller: Caller, conversation: string, form: string): Promise<number> {
  const counts = COUNTS.get(caller) ?? new Map<string, number>();
  COUNTS.set(caller, counts);
  const place = `${conversation}/${form}`;
  const known = counts.get(place);
  if (known !== undefined) return known;
  const sent = await store.event(conversation, form);
  if (sent?.type !== 'form.sent') throw new RelayError('not-found', 'form: none of that id was sent here');
  counts.set(place, sent.form.fields.length);
  return sent.form.fields.length;
}

/** Shows the agent how much of a form is filled in. Told and forgotten (FRM 2, FM7). */
export const reportForm: Action<'form.report'> = async (deps, caller, { conversation, form, filled }) => {
  if (!caller.takesPart(conversation)) throw new RelayError('not-found', 'follow the conversation first');
  const of = await countOf(deps, caller, conversation, form);
  deps.hub.publish(topics.conversation(conversation), { kind: 'form-reported', conversation, form, filled: Math.min(filled, of), of });
};
