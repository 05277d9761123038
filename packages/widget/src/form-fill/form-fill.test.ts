import { asks, field, fillsIn, formOf } from '@deskbell/client/testing/ask-scenes.js';
import { ANA, MAYA, ends, says, seed } from '@deskbell/client/testing/scenes.js';
import { memoryStorage } from '@deskbell/client/testing/memory-storage.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { Form } from '@deskbell/protocol/forms.js';
import { expect, waitUntil } from '@open-wc/testing';
import { hidden, quiet, shown, talkOf, transcriptOf } from '../testing/shown.js';
import type { DeskbellChatWindow } from '../window/window.js';
// Fetched on demand; here they are there before anybody asks.
import '@deskbell/client/form-answers.js';
import '@deskbell/client/seal.js';
import './form-fill.js';

const FORM = formOf(
  field('order', 'text', { required: true, pattern: '[A-Z]-\\d+' }),
  field('day', 'date'),
  field('extras', 'choices', { options: ['Bulb', 'Box'] }),
  field('card', 'cardNumber', { masked: true }),
);
const OPEN = formOf(field('order', 'text', { required: true }));
const CARD = '4111111111111111';

const cards = (window: DeskbellChatWindow) => [...transcriptOf(window).renderRoot.querySelectorAll('deskbell-form-fill')];
const card = (window: DeskbellChatWindow) => cards(window)[0]!;
const formIn = (window: DeskbellChatWindow) => card(window).renderRoot.querySelector('deskbell-form');
const words = (window: DeskbellChatWindow) => card(window).renderRoot.querySelector('article')!.innerText.replace(/\s+/g, ' ').trim();
const box = (window: DeskbellChatWindow, label: string) =>
  [...formIn(window)!.renderRoot.querySelectorAll('label')].find((each) => each.textContent.includes(label))!.control as HTMLInputElement;
const status = (window: DeskbellChatWindow) => formIn(window)!.renderRoot.querySelector('.status')!.textContent;

const still = async (window: DeskbellChatWindow) => {
  for (let round = 0; round < 3; round++) {
    await quiet(window);
    for (const each of cards(window)) {
      await each.updateComplete;
      await each.renderRoot.querySelector('deskbell-form')?.updateComplete;
    }
  }
};
const type = async (window: DeskbellChatWindow, label: string, value: string) => {
  const input = box(window, label);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await still(window);
};
const press = async (window: DeskbellChatWindow) => {
  formIn(window)!.renderRoot.querySelector<HTMLButtonElement>('[part=submit]')!.click();
  await still(window);
};
const answers = (relay: SimulatedRelay) => relay.heard.flatMap((command) => (command.type === 'form.answer' ? [command] : []));

const asked = async (form: Form = FORM, vault?: null) => {
  const relay = new SimulatedRelay();
  const conversation = seed(relay);
  const values = new Map<string, unknown>([['token', relay.tokenFor(MAYA)]]);
  const open = () => shown(relay, { storage: memoryStorage(values) });
  const all = await open();
  const id = asks(relay, conversation, form, ANA, vault);
  await still(all.window);
  return { ...all, conversation, id, values, open };
};

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('deskbell-form-fill', () => {
  it('FRM 2 a form that comes is read out, and while the window is closed it is unread', async () => {
    const { window, relay, conversation } = await asked(OPEN);
    const spoken = transcriptOf(window).renderRoot.querySelector('.unseen[aria-live]')!;
    expect(spoken.textContent.trim()).to.equal('Ana Ruiz sent a form: Your order');
    expect(formIn(window)).not.to.equal(null);
    await expect(window).to.be.accessible();
    window.rest();
    const { window: closed, session } = await hidden(relay);
    session.connect();
    await still(closed);
    const before = session.state.unread;
    asks(relay, conversation, OPEN);
    await still(closed);
    expect(session.state.unread - before).to.equal(1);
  });

  it('FRM 2 FRM 4 is filled in and sent, and shows dots for what is masked from then on', async () => {
    const { window, relay } = await asked();
    await type(window, 'order', 'H-2087');
    await type(window, 'day', '2026-12-24');
    await type(window, 'card', CARD);
    box(window, 'card').focus();
    await press(window);
    await waitUntil(() => !formIn(window));
    await still(window);
    expect(words(window)).to.equal('Your order Sent order H-2087 day December 24, 2026 card •••• Sent encrypted');
    const [answer] = answers(relay);
    expect([answer?.values, Object.keys(answer?.sealed?.values ?? {})]).to.deep.equal([{ order: 'H-2087', day: '2026-12-24' }, ['card']]);
    expect(JSON.stringify(relay.heard)).not.to.contain(CARD);
    expect(card(window).renderRoot.querySelector('h3')).to.equal(card(window).shadowRoot!.activeElement);
    await expect(window).to.be.accessible();
  });

  it('FRM 5 shows what the relay does not take at its field, with everything as it was typed', async () => {
    const { window, relay } = await asked(OPEN);
    relay.refuseNext('form.answer', 'malformed', { fields: { order: 'no-match' } });
    await type(window, 'order', 'nonsense');
    await press(window);
    await waitUntil(() => formIn(window)!.renderRoot.querySelector('.wrong'));
    expect([box(window, 'order').value, box(window, 'order').ariaInvalid]).to.deep.equal(['nonsense', 'true']);
    await expect(window).to.be.accessible();
    await type(window, 'order', 'H-1');
    await press(window);
    await waitUntil(() => !formIn(window));
  });

  it('FRM 5 says where it could not be sent, and that nothing is lost', async () => {
    const { window, relay } = await asked(OPEN);
    relay.refuseNext('form.answer', 'unavailable');
    await type(window, 'order', 'H-1');
    await press(window);
    await waitUntil(() => formIn(window)!.fault !== '');
    await still(window);
    expect(formIn(window)!.renderRoot.querySelector('[role=alert]')!.textContent).to.equal(
      'This could not be sent now. Nothing is lost. Try again in a moment.',
    );
    expect(box(window, 'order').value).to.equal('H-1');
  });

  it('FRM 5 without a connection it says why it cannot be sent, and keeps what is typed', async () => {
    const { window, relay } = await asked(OPEN);
    await type(window, 'order', 'H-1');
    relay.network.drop();
    await still(window);
    expect(status(window)).to.equal('It can be sent when the connection is back. What you typed stays.');
    await press(window);
    expect([box(window, 'order').value, answers(relay)]).to.deep.equal(['H-1', []]);
    await expect(window).to.be.accessible();
  });

  it('FRM 5 an unfinished form is there after a reload, but for what is masked', async () => {
    const { window, open, values, id } = await asked();
    await type(window, 'order', 'H-2087');
    await type(window, 'card', CARD);
    const kept = () => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), [...values]]);
    expect(kept()).to.contain('H-2087').and.to.contain(id);
    expect(kept()).not.to.contain('4111');
    window.remove();
    const { window: again } = await open();
    await still(again);
    expect([box(again, 'order').value, box(again, 'card').value]).to.deep.equal(['H-2087', '']);
    await press(again);
    await waitUntil(() => !formIn(again));
    expect(Object.keys(sessionStorage)).to.deep.equal([]);
  });

  it('FRM 5 nothing of it is kept once the chat has ended, or the customer is forgotten', async () => {
    const { window, relay, conversation } = await asked();
    await type(window, 'order', 'H-2087');
    expect(sessionStorage.length).to.equal(1);
    ends(relay, conversation, ANA);
    await still(window);
    expect([words(window), sessionStorage.length]).to.deep.equal(['Your order The chat ended before this was filled in.', 0]);
    await expect(window).to.be.accessible();
    const { window: another } = await asked();
    await type(another, 'order', 'H-2087');
    await another.reset();
    await quiet(another);
    expect(sessionStorage.length).to.equal(0);
  });

  it('FRM 2 an answer from another tab is shown here, and what was typed here is gone', async () => {
    const { window, relay, conversation, id } = await asked();
    await type(window, 'order', 'H-1');
    fillsIn(relay, conversation, id, { values: { order: 'H-2', extras: 'Bulb\nBox' }, masked: ['card'] });
    await still(window);
    expect(words(window)).to.equal('Your order Sent order H-2 extras Bulb, Box card •••• Sent encrypted');
    expect(sessionStorage.length).to.equal(0);
  });

  it('FRM 2 of a form that is longer than the window the beginning comes into view', async () => {
    const { window } = await asked(formOf(...Array.from({ length: 12 }, (_, index) => field(`field ${index}`, 'text'))));
    const scroller = transcriptOf(window).renderRoot.querySelector('.scroll')!;
    await waitUntil(() => Math.abs(card(window).getBoundingClientRect().top - scroller.getBoundingClientRect().top) < 12);
    expect(scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight).to.be.greaterThan(100);
  });

  it('FRM 2 what is typed stays while messages come, and while the window is closed', async () => {
    const { window, relay, conversation } = await asked();
    await type(window, 'card', CARD);
    for (let count = 0; count < 60; count++) says(relay, conversation, ANA, `${count}`);
    window.hide();
    await still(window);
    await window.show();
    await still(window);
    expect(box(window, 'card').value).to.equal('4111 1111 1111 1111');
  });

  it('FRM 2 a form of a newer relay says that it cannot be shown here', async () => {
    const { window } = await asked({ ...formOf(), name: 'Where on the map' });
    expect(words(window)).to.equal('Where on the map This form cannot be shown here. Reload the page, or say so in the chat.');
    await expect(window).to.be.accessible();
  });

  it('FRM 4 where nothing can be encrypted nothing that is masked can be typed', async () => {
    const unsealable =
      'Your order This form asks for something that cannot be encrypted on this page, so it cannot be filled in here. Say so in the chat.';
    const { window } = await asked(FORM, null);
    expect(words(window)).to.equal(unsealable);
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      const { window: insecure } = await asked();
      expect(words(insecure)).to.equal(unsealable);
      const { window: open } = await asked(OPEN);
      expect(formIn(open)).not.to.equal(null);
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
  });

  it('FRM 2 agents are told how much is filled in', async () => {
    const { window, relay } = await asked();
    await type(window, 'order', 'H-1');
    const reports = relay.heard.flatMap((command) => (command.type === 'form.report' ? [command.filled] : []));
    expect(reports).to.deep.equal([1]);
    expect(talkOf(window)).not.to.equal(null);
  });
});
