import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { FieldValues } from '@deskbell/protocol/fields.js';
import { isMasked, sealedFor, type Form, type FormField, type SavedForm } from '@deskbell/protocol/forms.js';
import { ANA, MAYA, nextId } from './scenes.js';
import { formSent } from './simulated-asking.js';
import type { SimulatedRelay } from './simulate-relay.js';
import { giveVault, sealValues } from './simulated-vault.js';

const field = (name: string, label: string, more: Partial<FormField> = {}): FormField => ({
  name,
  label,
  kind: 'text',
  required: true,
  masked: false,
  ...more,
});

/** A form with some masked fields. */
export const RETURN: SavedForm = {
  id: 'return',
  name: 'Return and refund',
  intro: 'We need this to pay you back.',
  secured: false,
  retentionDays: 90,
  fields: [
    field('order', 'Order number', {
      pattern: 'H-\\d{4}',
      message: 'It begins with H, like H-2087.',
      help: 'It is in the mail that confirms the order.',
    }),
    field('since', 'Received on', { kind: 'date' }),
    field('what', 'What is it about?', { kind: 'choices', options: ['Lamp', 'Stool', 'Table'] }),
    field('pieces', 'Pieces', { kind: 'number', required: false }),
    field('photo', 'Photo of the damage', { kind: 'file', required: false }),
    field('iban', 'IBAN', { masked: true }),
    field('birthday', 'Date of birth', { kind: 'date', masked: true, required: false }),
  ],
};

/** A form of which everything is masked. */
export const IDENTITY: SavedForm = {
  id: 'identity',
  name: 'Proof of identity',
  secured: true,
  fields: [
    field('ssn', 'Social security number'),
    field('card', 'Card number', { kind: 'cardNumber' }),
    field('agrees', 'I agree that you check this', { kind: 'consent' }),
  ],
};

const author = ({ id, name, role }: typeof ANA) => ({ id, name, role });

/** Gives the workspace these forms, and a key to seal for. */
export async function hasForms(relay: SimulatedRelay, ...forms: SavedForm[]): Promise<void> {
  await giveVault(relay);
  relay.asked.forms.push(...forms);
  relay.changeDesk({ forms: relay.asked.forms.map(({ id, name }) => ({ id, name })) });
}

/** An agent sends a form. Returns the id that answers go by. */
export function sendsForm(relay: SimulatedRelay, conversation: string, { id: form }: Pick<Form, 'id'>, by = ANA): string {
  const log = relay.logs.get(conversation);
  if (!log) throw new Error(`the simulated relay has no conversation ${conversation}`);
  const command = { type: 'form.send', id: nextId(), conversation, form } as const;
  relay.tell(log, log.append(formSent(relay.asked, author(by), command), relay.clock.now()).event);
  return command.id;
}

/** The customer is filling a form in. */
export const fillsIn = (relay: SimulatedRelay, conversation: string, form: string, filled: number, of: number): void => {
  relay.tellLive(conversation, { type: 'form.reported', conversation, form, filled, of });
};

/** The customer answers a form, sent by the id `sent`; what is masked is sealed. */
export async function answersForm(
  relay: SimulatedRelay,
  conversation: string,
  sent: string,
  typed: FieldValues,
  attachments?: Attachment[],
): Promise<void> {
  const log = relay.logs.get(conversation);
  const event = log?.events.find((each) => each.type === 'form.sent' && each.id === sent);
  if (!log || event?.type !== 'form.sent') throw new Error(`there is no form ${sent}`);
  const { form } = event;
  const masked = form.fields.filter((each) => isMasked(form, each) && typed[each.name]).map(({ name }) => name);
  const only = (isWanted: (name: string) => boolean) => Object.fromEntries(Object.entries(typed).filter(([name]) => isWanted(name)));
  const sealed = await sealValues(
    relay,
    conversation,
    sent,
    only((name) => masked.includes(name)),
  );
  for (const [name, value] of Object.entries(sealed)) relay.asked.sealed.set(sealedFor(conversation, sent, name), value);
  const told = {
    ...({ type: 'form.answered', id: nextId(), by: author(MAYA), form: sent, name: form.name } as const),
    values: only((name) => !masked.includes(name)),
    masked,
    ...(attachments && { attachments }),
  };
  relay.tell(log, log.append(told, relay.clock.now()).event);
}
