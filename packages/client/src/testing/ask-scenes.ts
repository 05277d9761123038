import type { LogEventOf } from '@deskbell/protocol/events.js';
import type { Form, FormField, VaultKey } from '@deskbell/protocol/forms.js';
import type { Author, Person } from '@deskbell/protocol/people.js';
import { ANA, MAYA, nextId } from './scenes.js';
import type { NewEvent } from './simulated-log.js';
import type { SimulatedRelay } from './simulate-relay.js';

/** A vault whose private key nobody has. */
export const VAULT: VaultKey = {
  id: 'vault-1',
  key: 'BE0B5RoSWVGtqZ-ZFnBHY7SFXLdq1h2Bd795FzQeR1a_JsFhCSL4rNd2Oa7HERc1TtPzN-eh3ZiM368Mdvx9nVQ',
};

/** A field of a form: an open one that may stay empty, unless it is told otherwise. */
export const field = (name: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  name,
  label: name,
  kind,
  required: false,
  masked: false,
  ...more,
});

export const formOf = (...fields: FormField[]): Form => ({ id: 'form', name: 'Your order', secured: false, fields });

const author = ({ id, name, role }: Person): Author => ({ id, name, role });

const happen = (relay: SimulatedRelay, conversation: string, event: NewEvent): void => {
  const log = relay.logs.get(conversation);
  if (!log) throw new Error(`the simulated relay has no conversation ${conversation}`);
  relay.tell(log, log.append(event, relay.clock.now()).event);
};

/** An agent has the customer fill in a form. Returns the id by which it is answered. */
export function asks(relay: SimulatedRelay, conversation: string, form: Form, by: Person = ANA, vault: VaultKey | null = VAULT): string {
  const id = nextId();
  const seals = form.secured || form.fields.some(({ masked }) => masked);
  happen(relay, conversation, { type: 'form.sent', id, by: author(by), form, ...(seals && vault && { vault }) });
  return id;
}

/** The customer answers it from somewhere else. */
export function fillsIn(
  relay: SimulatedRelay,
  conversation: string,
  form: string,
  answer: Partial<Pick<LogEventOf<'form.answered'>, 'name' | 'values' | 'masked' | 'attachments'>> = {},
): void {
  const given = { name: 'Your order', values: {}, masked: [], ...answer };
  happen(relay, conversation, { type: 'form.answered', id: nextId(), by: author(MAYA), form, ...given });
}
