import { ANA, MAYA, ends, seed } from '@deskbell/client/testing/scenes.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { endsCobrowse } from '@deskbell/client/testing/simulated-cobrowse.js';
import { asksToSee } from '@deskbell/client/testing/simulated-showing.js';
import { keptTicket } from '@deskbell/cobrowse/showing/kept-ticket.js';
import { expect, waitUntil } from '@open-wc/testing';
import { button, hidden, quiet, shown, transcriptOf } from '../testing/shown.js';
import type { DeskbellChatWindow } from '../window/window.js';
// Fetched on demand; here they are there before anybody asks.
import '../cobrowse.js';
import './cobrowse-ask.js';

const { fetch } = globalThis;

const card = (window: DeskbellChatWindow) => transcriptOf(window).renderRoot.querySelector('deskbell-cobrowse-ask')!;
const root = (window: DeskbellChatWindow) => card(window).renderRoot;
const words = (window: DeskbellChatWindow) => root(window).querySelector('article')!.innerText.replace(/\s+/g, ' ').trim();
const still = async (window: DeskbellChatWindow) => {
  for (let round = 0; round < 3; round++) {
    await quiet(window);
    await transcriptOf(window).updateComplete;
    await card(window).updateComplete;
  }
};
const press = (window: DeskbellChatWindow, name: string) => button(root(window), name)!.click();
const banner = () => document.querySelector('deskbell-cobrowse-banner');

async function asked() {
  const relay = new SimulatedRelay();
  const conversation = seed(relay);
  // What shows the page asks the relay by itself.
  globalThis.fetch = relay.fetch;
  const all = await shown(relay);
  const id = asksToSee(relay, conversation);
  await still(all.window);
  return { ...all, conversation, id };
}

afterEach(() => {
  globalThis.fetch = fetch;
  for (const name of ['Stop', 'Close']) if (banner()) button(banner()!.shadowRoot!, name)?.click();
  localStorage.clear();
});

describe('deskbell-cobrowse-ask', () => {
  it('COB 1 asks with the agent’s name what they will see and what not, with one main action and one way out', async () => {
    const { window, relay, conversation } = await asked();
    expect(words(window)).to.equal(
      'Show Ana Ruiz your page? Ana Ruiz sees this page and the next ones you open on this site, till you stop. Passwords, card numbers and what the site keeps private are hidden. Not now Show my page',
    );
    expect(root(window).querySelectorAll('.primary').length).to.equal(1);
    expect(transcriptOf(window).renderRoot.querySelector('.unseen[aria-live]')!.textContent.trim()).to.equal(
      'Ana Ruiz would like to see your page',
    );
    await expect(window).to.be.accessible();
    window.rest();
    const { window: closed, session } = await hidden(relay);
    session.connect();
    await quiet(closed);
    const before = session.state.unread;
    asksToSee(relay, conversation);
    await quiet(closed);
    expect(session.state.unread - before).to.equal(1);
  });

  it('COB 1 shows the page from the yes on, with the banner', async () => {
    const { window, relay, id } = await asked();
    press(window, 'Show my page');
    await waitUntil(banner);
    await waitUntil(() => root(window).querySelector('.live'));
    expect(words(window)).to.equal('Ana Ruiz sees your page It ends whenever you press Stop in the bar on the page.');
    expect([keptTicket()?.id, keptTicket()?.ticket, keptTicket()?.relay]).to.deep.equal([id, `ticket to ${id}`, 'https://relay.example']);
    await expect(window).to.be.accessible();
    button(banner()!.shadowRoot!, 'Stop')!.click();
    await waitUntil(() => relay.asked.cobrowses[0]!.session.state === 'ended');
    await still(window);
    expect([words(window), keptTicket()]).to.deep.equal(['Ana Ruiz does not see your page any more', undefined]);
    await expect(window).to.be.accessible();
  });

  it('COB 1 “Not now” shows nothing', async () => {
    const { window } = await asked();
    press(window, 'Not now');
    await waitUntil(() => !button(root(window), 'Not now'));
    expect(words(window)).to.equal('You did not show your page If you change your mind, Ana Ruiz can ask again.');
    expect([banner(), keptTicket()]).to.deep.equal([null, undefined]);
    await expect(window).to.be.accessible();
  });

  it('COB 1 an answer that does not get through can be given again', async () => {
    const { window, relay, id } = await asked();
    relay.refuseNext(`/v1/cobrowse/${id}/answer`, 'unavailable');
    press(window, 'Show my page');
    await waitUntil(() => root(window).querySelector('.error'));
    expect(root(window).querySelector('.error')!.textContent).to.equal('This did not get through. Try again in a moment.');
    expect([banner(), keptTicket()]).to.deep.equal([null, undefined]);
    await expect(window).to.be.accessible();
    press(window, 'Show my page');
    await waitUntil(banner);
  });

  it('COB 1 tells where it is too late, or the chat is over', async () => {
    const { window, relay, id } = await asked();
    endsCobrowse(relay, id, MAYA, 'expired');
    await still(window);
    expect(words(window)).to.equal('Too late to show your page');
    await expect(window).to.be.accessible();
    const { window: other, relay: its, conversation } = await asked();
    ends(its, conversation, ANA);
    await still(other);
    expect(words(other)).to.equal('Ana Ruiz does not see your page any more');
  });

  it('COB 1 a page that nothing can be encrypted on is not shown', async () => {
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      const { window } = await asked();
      expect(words(window)).to.contain('This page cannot be shown, since it has no https.');
      expect(button(root(window), 'Show my page')).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
  });
});
