import { html } from 'lit';
import { RETURN, answersForm, hasForms, sendsForm } from '@deskbell/client/testing/form-scenes.js';
import { seed } from '@deskbell/client/testing/scenes.js';
import type { FieldValues } from '@deskbell/protocol/fields.js';
import type { SavedForm } from '@deskbell/protocol/forms.js';
import { atDesk, button, calm, customer, find, findAll, inPhase, textOf } from '../../testing/at-desk.js';
import '../../forms.js';
import '../../thread/thread.js';

export const IBAN = 'DE89 3704 0044 0532 0130 00';
export const TYPED: FieldValues = { order: 'H-2087', since: '2026-03-02', what: 'Lamp\nTable', pieces: '12500.5', iban: IBAN };
export const IDENTIFIED: FieldValues = { ssn: '078-05-1120', card: '4242424242424242', agrees: 'yes' };

/** A desk with a form that was sent, and filled in where something was typed. */
export async function at(form: SavedForm = RETURN, typed?: FieldValues, phase = 'active') {
  let sent = '';
  const place = await atDesk(html`<deskbell-thread></deskbell-thread>`, {
    before: (relay) => {
      seed(relay, { phase: phase as 'active', customer: customer('maya', 'Maya'), ago: 60_000 });
      seed(relay, { customer: customer('tom', 'Tom'), ago: 50_000 });
    },
    selected: inPhase(phase),
  });
  const id = inPhase(phase)(place.relay) ?? '';
  await hasForms(place.relay, form);
  sent = sendsForm(place.relay, id, form);
  if (typed) await answersForm(place.relay, id, sent, typed);
  await calm();
  return { ...place, id, sent };
}

/** Till what the relay opens is there: cryptography takes its own time. */
export const shown = async (root: Element, isSo: () => boolean = () => findAll(root, '.shown').length > 0) => {
  for (let round = 0; round < 100 && !isSo(); round++) await calm();
};
export const cardIn = (root: Element) => find(root, 'deskbell-form-card');
export const rowOf = (root: Element, label: string) => {
  const row = findAll(root, '[part=field]').find((each) => textOf(find(each, 'dt')) === label);
  if (!row) throw new Error(`there is no field "${label}"`);
  return row;
};
export const valueOf = (root: Element, label: string) => textOf(find(rowOf(root, label), 'dd'));
export const reveal = async (root: Element, name: string) => {
  button(root, name).focus();
  button(root, name).click();
  await shown(root);
};
export const faults = (root: Element) => findAll(cardIn(root), '[role=alert]').map(textOf).filter(Boolean);
