import { IDENTITY, RETURN, answersForm, fillsIn, hasForms, sendsForm } from '@deskbell/client/testing/form-scenes.js';
import { simulatedAgent } from '@deskbell/client/testing/simulated-sessions.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { FieldValues } from '@deskbell/protocol/fields.js';
import type { RevealRight, SavedForm } from '@deskbell/protocol/forms.js';
import { LONG, fill, opened, relayOf, type Scene } from './scenes.js';

const PHOTO = { id: '0193f000-0000-7000-8000-0000000000f1', name: 'dent.jpg', size: 482_113, type: 'application/pdf', thumbnail: false };

const RETURNED: FieldValues = {
  order: 'H-2087',
  since: '2026-03-02',
  what: 'Lamp\nTable',
  pieces: '12500.5',
  photo: PHOTO.id,
  iban: 'DE89 3704 0044 0532 0130 00',
};
const IDENTIFIED: FieldValues = { ssn: '078-05-1120', card: '4242424242424242', agrees: 'yes' };

interface Stage {
  readonly form?: SavedForm;
  readonly typed?: FieldValues;
  readonly reveal?: RevealRight;
  /** Whether the customer is at it. */
  readonly filling?: boolean;
  readonly phase?: 'active' | 'closed';
  readonly act?: (relay: SimulatedRelay) => void;
}

const withForm =
  ({ form = RETURN, typed, reveal, filling = false, phase = 'active', act }: Stage) =>
  async (): Promise<Scene> => {
    const relay = relayOf();
    const maya = fill(relay);
    const id = phase === 'active' ? maya : ([...relay.logs.values()].find(({ summary }) => summary.phase === phase)?.summary.id ?? '');
    await hasForms(relay, form);
    if (reveal) relay.changeDesk({ reveal });
    const sent = sendsForm(relay, id, form);
    if (typed) await answersForm(relay, id, sent, typed, [PHOTO]);
    act?.(relay);
    const scene = await opened(relay, id);
    // Later than the desk follows the conversation.
    if (filling) setTimeout(() => fillsIn(relay, id, sent, 3, form.fields.length), 50);
    return scene;
  };

export const sent = withForm({});
export const filling = withForm({ filling: true });
export const answered = withForm({ typed: RETURNED });
export const secured = withForm({ form: IDENTITY, typed: IDENTIFIED });
export const withReason = withForm({ form: IDENTITY, typed: IDENTIFIED, reveal: { by: 'everyone', reason: true } });
export const notAllowed = withForm({ typed: RETURNED, reveal: { by: 'supervisors', reason: false } });
export const opening = withForm({ typed: RETURNED, act: ({ asked }) => (asked.open = () => new Promise(() => undefined)) });
export const tampered = withForm({ typed: RETURNED, act: ({ asked }) => (asked.open = () => Promise.reject(new Error('changed'))) });
export const erased = withForm({ form: IDENTITY, typed: IDENTIFIED, act: ({ asked }) => asked.sealed.clear() });
export const closedForm = withForm({ typed: RETURNED, phase: 'closed' });
export const rightToLeft = withForm({
  form: {
    ...IDENTITY,
    name: 'إثبات الهوية',
    secured: false,
    fields: [
      { name: 'ssn', label: 'رقم الضمان الاجتماعي', kind: 'text', required: true, masked: true },
      { name: 'city', label: 'المدينة', kind: 'text', required: true, masked: false },
    ],
  },
  typed: { ssn: '078-05-1120', city: 'بيروت' },
});
export const longTexts = withForm({
  form: { ...RETURN, name: LONG, fields: RETURN.fields.map((field) => ({ ...field, label: `${field.label} ${LONG}` })) },
  typed: { ...RETURNED, order: LONG, iban: LONG },
});

/** Somebody who writes, with so many forms to send. */
const toSend = (count: number) => async (): Promise<Scene> => {
  const relay = relayOf();
  const maya = fill(relay);
  const names = [
    'Return and refund',
    'Proof of identity',
    'Change of address',
    'Damage in transit',
    'Bank details',
    'Warranty',
    'Appointment',
    'Complaint',
    'Large delivery',
  ];
  await hasForms(relay, ...names.slice(0, count).map((name, index) => ({ ...RETURN, id: `form-${String(index)}`, name })));
  relay.changeDesk({ responses: 'version 1', ai: { rewrite: true, assist: true, summary: true, arrival: false } });
  return opened(relay, maya);
};
export const fewToSend = toSend(3);
export const manyToSend = toSend(9);
export const refusing = async (): Promise<Scene> => {
  const scene = await fewToSend();
  scene.relay.refuseNext('form.send', 'slow-down');
  return scene;
};

/** An admin who makes forms. */
export const building =
  (
    forms: readonly SavedForm[] = [RETURN, IDENTITY],
    act: (relay: SimulatedRelay) => void = () => undefined,
    role: 'admin' | 'agent' = 'admin',
  ) =>
  async (): Promise<Scene> => {
    const relay = relayOf();
    await hasForms(relay, ...forms);
    act(relay);
    const session = simulatedAgent(relay, { id: 'sue', name: 'Sue Park', role });
    await new Promise<void>((done) => {
      const leave = session.subscribe(({ desk }) => {
        if (!desk) return;
        leave();
        done();
      });
      session.connect();
    });
    return { relay, session };
  };
