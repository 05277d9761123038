import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ANA, MAYA, offers, says, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { arrive, atDesk, button, calm, customer, find, findAll, focused, inPhase, press as press_, textOf } from './testing/at-desk.js';
import './conversation/conversation.js';
import './tray/tray.js';

const LENA = customer('lena', 'Lena Hoffmann');
const TOM = customer('tom', 'Tomás Rivera');
const pieces = html`<deskbell-tray></deskbell-tray><deskbell-conversation></deskbell-conversation>`;

const press = async (root: Element, name: string): Promise<void> => {
  const pressed = button(root, name);
  pressed.focus();
  pressed.click();
  await calm();
};

/** A customer to whom the agent said the last word, so that it can be snoozed. */
const answered = (relay: SimulatedRelay): void => says(relay, seed(relay, { customer: MAYA }), ANA, 'I look into it.');

const talking = (before: (relay: SimulatedRelay) => unknown = answered) =>
  atDesk(pieces, { before: (relay) => void before(relay), selected: inPhase('active') });

const offered = async (...people: readonly (typeof LENA)[]) => {
  const scene = await atDesk(pieces);
  for (const person of people) offers(scene.relay, arrive(scene.relay, person), ANA, 20);
  await calm();
  return scene;
};

/** What has the focus, in a word: a comparison of elements that fails takes for ever to print. */
const place = (): string => {
  const element = focused();
  return element?.getAttribute('aria-label') ?? (element instanceof HTMLButtonElement ? textOf(element) : (element?.localName ?? ''));
};

describe('the focus at a desk', () => {
  it('TRY 4 is in the compose box of what was accepted', async () => {
    const { desk } = await offered(LENA);
    await press(desk, 'Accept');
    expect(place()).to.equal('Message');
  });

  it('TRY 4 is on the next offer after one was rejected, and stays in the desk after the last', async () => {
    const { desk } = await offered(LENA, TOM);
    await press(desk, 'Reject');
    expect(findAll(desk, 'article')).to.have.length(1);
    expect(place()).to.equal('Accept');
    await press(desk, 'Reject');
    expect(findAll(desk, 'article')).to.have.length(0);
    expect(desk.contains(document.activeElement)).to.equal(true);
  });

  it('TRY 4 stays where somebody writes while offers come and go', async () => {
    const { desk, relay } = await talking();
    find(desk, 'textarea').focus();
    const id = arrive(relay, LENA);
    offers(relay, id, ANA, 20);
    await calm();
    expect(place()).to.equal('Message');
    button(desk, 'Reject').click();
    await calm();
    expect(place()).to.equal('Message');
  });

  it('TRF 1 goes back to "Transfer" with Escape and with "Cancel"', async () => {
    const { desk } = await talking();
    await press(desk, 'Transfer');
    expect(focused()?.matches('input[type=search]')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await calm();
    expect(place()).to.equal('Transfer');
    await press(desk, 'Transfer');
    await press(desk, 'Cancel');
    expect(place()).to.equal('Transfer');
  });

  it('TRF 6 is in the next conversation after a transfer, and in the desk where there is none', async () => {
    const { desk, session } = await talking((relay) => {
      seed(relay, { customer: MAYA });
      seed(relay, { customer: TOM });
      relay.colleagues.push({ id: 'ben', name: 'Ben Okafor', presence: 'available', load: 0, slots: 3, skills: {} });
    });
    const give = async () => {
      await press(desk, 'Transfer');
      const ben = findAll(desk, '.list label').find((label) => textOf(label).startsWith('Ben'));
      ben?.querySelector('input')?.click();
      await calm();
      const go = findAll<HTMLButtonElement>(desk, 'button[slot=actions]').at(-1);
      go?.focus();
      go?.click();
      await calm();
    };
    await give();
    expect(session.state.ongoing).to.have.length(1);
    expect(place()).to.equal('Message');
    await give();
    expect(session.state.ongoing).to.have.length(0);
    expect(desk.contains(document.activeElement)).to.equal(true);
  });

  it('SNZ 2 goes back to "Snooze" with "Cancel", and to the compose box with "Apply" and "Unsnooze"', async () => {
    const { desk } = await talking();
    await press(desk, 'Snooze');
    expect(focused()?.matches('input[type=radio]')).to.equal(true);
    await press(desk, 'Cancel');
    expect(place()).to.equal('Snooze');
    await press(desk, 'Snooze');
    find<HTMLInputElement>(desk, 'input[name=until]').click();
    await calm();
    await press(desk, 'Apply');
    expect(place()).to.equal('Message');
    await press(desk, 'Unsnooze');
    expect(place()).to.equal('Message');
  });

  it('STA 3 STA 4 goes back to the status when its questions are answered', async () => {
    const { desk } = await talking();
    const choose = async (label: string) => {
      await press(desk, 'Status');
      const item = findAll(desk, '[role^=menuitem]').find((candidate) => textOf(candidate) === label);
      item?.focus();
      item?.click();
      await calm();
    };
    await choose('Away');
    await press(desk, 'Stay');
    expect(place()).to.equal('Status');
    await choose('Away');
    await press(desk, 'Go away');
    expect(place()).to.equal('Status');
    await choose('Sign out');
    await press(desk, 'Close');
    expect(place()).to.equal('Status');
  });

  it('is on the compose box again after the list of shortcuts', async () => {
    const { desk } = await talking();
    find(desk, 'textarea').focus();
    press_('KeyH', find(desk, 'textarea'));
    await calm();
    expect(find(desk, 'dialog').matches(':modal')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await calm();
    expect(place()).to.equal('Message');
  });
});
