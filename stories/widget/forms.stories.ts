import { FILE_LIMITS, FilesByHand, withFiles } from '@deskbell/client/testing/files-by-hand.js';
import { asks, field, fillsIn } from '@deskbell/client/testing/ask-scenes.js';
import { ANA, ends, seed } from '@deskbell/client/testing/scenes.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { simulatedCustomer } from '@deskbell/client/testing/simulated-sessions.js';
import type { DeskbellForm } from '@deskbell/parts/form/form.js';
import type { Form } from '@deskbell/protocol/forms.js';
import type { DeskbellFormFill } from '@deskbell/widget/form-fill/form-fill.js';
import '@deskbell/widget/form-fill/form-fill.js';
import type { DeskbellChatWindow } from '@deskbell/widget/window/window.js';
import '@deskbell/widget/window/window.js';
import '@deskbell/parts/transcript/transcript.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

const RETURN: Form = {
  id: 'return',
  name: 'Send the lamp back',
  intro: 'It takes two minutes. We pay for the parcel.',
  secured: false,
  fields: [
    field('order', 'text', {
      label: 'Order number',
      required: true,
      pattern: '[A-Z]-\\d+',
      message: 'Like H-2087',
      help: 'It stands on the invoice, like H-2087.',
    }),
    field('why', 'choice', {
      label: 'Why do you send it back',
      required: true,
      options: ['It is damaged', 'It does not fit', 'Something else'],
    }),
    field('story', 'longText', { label: 'What is the matter with it', when: { field: 'why', is: ['It is damaged', 'Something else'] } }),
    field('day', 'date', { label: 'When can it be fetched', required: true }),
    field('phone', 'phone', { label: 'Telephone, for the driver' }),
    field('proof', 'file', { label: 'Pictures of it', help: 'Up to 5 files.' }),
    field('terms', 'consent', { label: 'I agree that the driver gets my telephone number', required: true }),
  ],
};

const PAYMENT: Form = {
  id: 'payment',
  name: 'Pay for the bulb',
  secured: false,
  fields: [
    field('name', 'text', { label: 'Name on the card', required: true }),
    field('card', 'cardNumber', { label: 'Card number', required: true, masked: true }),
    field('until', 'text', {
      label: 'Valid until',
      required: true,
      masked: true,
      pattern: '\\d\\d/\\d\\d',
      help: 'Month and year, like 04/29',
    }),
    field('mail', 'email', { label: 'Email for the receipt' }),
    field('extras', 'choices', { label: 'What else do you want', options: ['A spare bulb', 'A gift box', 'A card with your words'] }),
    field('country', 'choice', { label: 'Country', options: ['Austria', 'Belgium', 'France', 'Germany', 'Spain', 'Switzerland'] }),
  ],
};

interface Live {
  readonly relay: SimulatedRelay;
  readonly conversation: string;
  readonly id: string;
  readonly files: FilesByHand;
  readonly card: DeskbellFormFill;
  readonly form: DeskbellForm;
}

/** Types, or chooses, as somebody does. */
async function fill(form: DeskbellForm, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const its = [...form.renderRoot.querySelectorAll('label')].find((each) => each.textContent.includes(label));
    const box = (its?.control ?? its?.querySelector('input')) as HTMLInputElement | undefined;
    if (box?.type === 'radio' || box?.type === 'checkbox') box.click();
    else if (box) {
      box.value = value;
      box.dispatchEvent(new InputEvent(box.localName === 'select' ? 'change' : 'input'));
    }
    await form.updateComplete;
  }
}

const send = (form: DeskbellForm) => form.renderRoot.querySelector<HTMLButtonElement>('[part=submit]')?.click();

const cardIn = (window: DeskbellChatWindow | null) =>
  window?.renderRoot
    .querySelector('deskbell-chat-talk')
    ?.renderRoot.querySelector('deskbell-transcript')
    ?.renderRoot.querySelector('deskbell-form-fill');

/** A window in which a form has come, and what happened to it then. */
async function show(form: Form, act: (live: Live) => unknown, locale: string, accent = ''): Promise<DeskbellChatWindow> {
  sessionStorage.clear();
  const relay = new SimulatedRelay({ site: { files: FILE_LIMITS } });
  const conversation = seed(relay, { messages: 2 });
  const id = asks(relay, conversation, form);
  const files = new FilesByHand();
  const window = document.createElement('deskbell-chat-window');
  Object.assign(window, { siteKey: `story-${String(Math.random())}`, locale, emojiData: 'emoji.json' });
  if (accent) window.style.setProperty('--deskbell-accent', accent);
  window.session = withFiles(simulatedCustomer(relay), files);
  document.body.append(window);
  await window.updateComplete;
  await window.show();
  while (!cardIn(window)) await new Promise((done) => requestAnimationFrame(done));
  const card = cardIn(window) as DeskbellFormFill;
  await card.updateComplete;
  const shown = card.renderRoot.querySelector('deskbell-form');
  await shown?.updateComplete;
  await act({ relay, conversation, id, files, card, form: shown as DeskbellForm });
  await card.updateComplete;
  return window;
}

const meta: Meta = { title: 'Widget/Forms', component: 'deskbell-form-fill', parameters: { layout: 'fullscreen' } };

export default meta;

const story = (form: Form, act: (live: Live) => unknown = () => undefined, accent = ''): StoryObj => ({
  loaders: [async ({ globals }) => ({ window: await show(form, act, String(globals.locale ?? 'en'), accent) })],
  render: (_args, { loaded }) => loaded.window as DeskbellChatWindow,
});

/** As it comes. */
export const Open = story(RETURN);

/** With what is masked: a lock at each, and what becomes of it below. */
export const Masked = story(PAYMENT);

/** Half of it stands there; the card number is dots, because nobody is in it. */
export const FillingIn = story(PAYMENT, ({ form }) =>
  fill(form, { 'Name on the card': 'Maya Lindqvist', 'Card number': '4111 1111 1111 1111' }),
);

/** Somebody is in the card number. */
export const Uncovered: StoryObj = {
  ...story(PAYMENT, ({ form }) => fill(form, { 'Name on the card': 'Maya Lindqvist', 'Card number': '3782 822463 10005' })),
  play: async ({ canvasElement }) => {
    const form = cardIn(canvasElement.querySelector('deskbell-chat-window'))?.renderRoot.querySelector('deskbell-form');
    form?.renderRoot.querySelector<HTMLElement>('[autocomplete=cc-number]')?.focus();
    await form?.updateComplete;
  },
};

/** A choice asks for more, and files hang at their field. */
export const WithFiles = story(RETURN, async ({ form, files, id }) => {
  await fill(form, { 'Order number': 'H-2087', 'It is damaged': '', 'What is the matter': 'The shade has a crack.' });
  files.add(`${id} proof`, [
    new File(['x'.repeat(90_000)], 'crack.pdf', { type: 'application/pdf' }),
    new File(['x'.repeat(4_000)], 'box.txt'),
  ]);
  files.step('crack.pdf', 0.4);
  files.finish('box.txt');
});

/** Sent too early: each field says what is wrong, and the focus is in the first. */
export const Faults = story(PAYMENT, async ({ form }) => {
  await fill(form, { 'Card number': '4111 1111 1111 1112', 'Email for the receipt': 'maya@' });
  send(form);
});

/** The relay does not take a field. */
export const Refused = story(RETURN, async ({ form, card }) => {
  await fill(form, { 'Order number': 'H-1', 'It does not fit': '' });
  Object.assign(card, { faults: { order: 'no-match' } });
});

/** On its way while the network is away. */
export const Sending = story(PAYMENT, async ({ form, relay, card }) => {
  await fill(form, { 'Name on the card': 'Maya Lindqvist', 'Card number': '4111 1111 1111 1111', 'Valid until': '04/29' });
  relay.network.drop();
  await new Promise((done) => requestAnimationFrame(done));
  Object.assign(card, { isSending: true });
});

/** Without a connection it cannot be sent, and says so. */
export const Offline = story(PAYMENT, ({ relay }) => {
  relay.network.drop();
});

/** As it was answered: dots for what is masked. */
export const Sent = story(PAYMENT, ({ relay, conversation, id }) => {
  fillsIn(relay, conversation, id, {
    name: PAYMENT.name,
    values: { name: 'Maya Lindqvist', mail: 'maya@example.com', extras: 'A spare bulb\nA gift box' },
    masked: ['card', 'until'],
  });
});

/** The chat ended first. */
export const TooLate = story(RETURN, ({ relay, conversation }) => {
  ends(relay, conversation, ANA);
});

/** From a newer relay, with fields that this page does not know. */
export const Unreadable = story({ ...RETURN, fields: [] });

/** A site's own colour. */
export const Accent = story(RETURN, ({ form }) => fill(form, { 'Order number': 'H-2087', 'It is damaged': '' }), '#f6c945');
