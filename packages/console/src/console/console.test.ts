import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { MAYA, seed } from '@deskbell/client/testing/scenes.js';
import { allowsCobrowse } from '@deskbell/client/testing/simulated-cobrowse.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { ChannelByHand } from '@deskbell/cobrowse/testing/channel-by-hand.js';
import { ManualTicker, button, calm, customer, find, findAll, focused, inPhase, relayAndAgent, press, textOf } from '../testing/at-desk.js';
import type { DeskbellDesk } from '../desk/desk.js';
import './console.js';
import type { DeskbellConsole } from './console.js';

const fill = (relay: SimulatedRelay) => {
  seed(relay, { phase: 'waiting', customer: customer('lena', 'Lena Hoffmann'), ago: 60_000 });
  seed(relay, { customer: MAYA, ago: 60_000, email: 'maya@example.com' });
};

const consoleOf = async (width: number, { before = fill, dir = 'ltr' } = {}) => {
  localStorage.clear();
  const { clock, relay, session } = relayAndAgent({ before });
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  box.style.setProperty('block-size', '640px');
  const console = document.createElement('deskbell-console');
  Object.assign(console, { session, ticker: new ManualTicker(clock), locale: 'en', colorScheme: 'light' });
  box.dir = dir;
  box.append(console);
  await calm();
  return { console, relay, session };
};
const staging = async (width: number) => {
  const staged = await consoleOf(width, {
    before: (relay) => {
      relay.desk = { ...relay.desk, cobrowse: { control: true } };
      fill(relay);
    },
  });
  const { console, relay } = staged;
  await open(console, relay);
  const { cobrowse } = find<DeskbellDesk>(console, 'deskbell-desk');
  cobrowse.viewAddress = new URL('../testing/view-page.html', import.meta.url).href;
  cobrowse.openChannel = ({ listener }) => new ChannelByHand(listener);
  const { id, watching } = await (await cobrowse.load()).begin({ conversation: console.selected ?? '', by: 'chat' });
  watching.know(allowsCobrowse(relay, id, MAYA));
  await calm();
  return staged;
};
const open = async (element: DeskbellConsole, relay: SimulatedRelay) => {
  element.select(inPhase('active')(relay));
  await calm();
};
const boxOf = (root: Element, selector: string) => {
  const { x, width } = find(root, selector).getBoundingClientRect();
  return [Math.round(x - root.getBoundingClientRect().x), Math.round(width)];
};
const isSeen = (root: Element, selector: string) => findAll(root, selector).some((element) => element.checkVisibility());

describe('<deskbell-console>', () => {
  it('COB 1 has the chat beside the customer’s page, with the customer’s whole name', async () => {
    const { console } = await staging(860);
    expect(boxOf(console, 'deskbell-cobrowse-stage')).to.deep.equal([0, 500]);
    expect(boxOf(console, 'deskbell-conversation')).to.deep.equal([500, 360]);
    const name = find(find(console, 'deskbell-conversation'), 'h2');
    expect(name.scrollWidth).to.equal(name.clientWidth);
    await expect(console).to.be.accessible();
  });

  it('COB 1 on a phone has page or chat, each as wide as the screen', async () => {
    const { console } = await staging(360);
    expect([boxOf(console, 'deskbell-cobrowse-view'), isSeen(console, 'deskbell-conversation')]).to.deep.equal([[0, 360], false]);
    button(console, 'Chat').click();
    await calm();
    expect([boxOf(console, 'deskbell-conversation'), isSeen(console, 'deskbell-cobrowse-view')]).to.deep.equal([[0, 360], false]);
    await expect(console).to.be.accessible();
  });

  it('has three columns where there is room', async () => {
    const { console, relay } = await consoleOf(1_440);
    await open(console, relay);
    expect(boxOf(console, 'deskbell-tray')).to.deep.equal([0, 280]);
    expect(boxOf(console, 'deskbell-conversation')).to.deep.equal([280, 840]);
    expect(boxOf(console, 'aside')).to.deep.equal([1_120, 320]);
    expect(textOf(find(console, 'aside'))).to.include('maya@example.com');
    await expect(console).to.be.accessible();
  });

  it('folds the information away, by its button and by its keys', async () => {
    const { console, relay } = await consoleOf(1_440);
    await open(console, relay);
    button(console, 'Information').click();
    await calm();
    expect(findAll(console, 'aside')).to.deep.equal([]);
    expect(console.infoFolded).to.equal(true);
    press('KeyI', find(console, 'textarea'));
    await calm();
    expect(findAll(console, 'aside')).to.have.length(1);
  });

  it('has two columns below 900 px, the information over the conversation, closed by Escape', async () => {
    const { console, relay } = await consoleOf(800);
    await open(console, relay);
    expect(boxOf(console, 'deskbell-conversation')).to.deep.equal([280, 520]);
    expect(findAll(console, 'aside')).to.deep.equal([]);
    button(console, 'Information').click();
    await calm();
    expect(boxOf(console, 'aside')).to.deep.equal([480, 320]);
    await expect(console).to.be.accessible();
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await calm();
    expect(findAll(console, 'aside')).to.deep.equal([]);
    expect(focused()).to.equal(button(console, 'Information'));
  });

  it('has one column below 600 px, docked at 360 px too, and a way back to the list', async () => {
    const { console, relay } = await consoleOf(360);
    expect(isSeen(console, 'deskbell-tray')).to.equal(true);
    expect(isSeen(console, 'deskbell-conversation')).to.equal(false);
    await expect(console).to.be.accessible();
    await open(console, relay);
    expect(isSeen(console, 'deskbell-tray')).to.equal(false);
    expect(boxOf(console, 'deskbell-conversation')).to.deep.equal([0, 360]);
    expect(find(console, '.columns').scrollWidth).to.equal(360);
    await expect(console).to.be.accessible();
    button(console, 'Back to the list').click();
    await calm();
    expect(isSeen(console, 'deskbell-tray')).to.equal(true);
    expect(console.selected).to.equal(undefined);
    expect(focused()?.closest('.row')).not.to.equal(null);
  });

  it('lays itself out the other way in a right-to-left language', async () => {
    const { console, relay } = await consoleOf(1_440);
    console.locale = 'ar';
    await open(console, relay);
    await waitUntil(() => find(console, 'deskbell-desk').dir === 'rtl');
    expect(boxOf(console, 'deskbell-tray')).to.deep.equal([1_160, 280]);
    expect(boxOf(console, 'aside')).to.deep.equal([0, 320]);
    await expect(console).to.be.accessible();
    console.locale = 'en';
    await waitUntil(() => find(console, 'deskbell-desk').dir === 'ltr');
  });

  it('is accessible in the dark scheme', async () => {
    const { console, relay } = await consoleOf(1_440);
    console.colorScheme = 'dark';
    await open(console, relay);
    await expect(console).to.be.accessible();
  });

  it('serves a chat from the queue to the disposition', async () => {
    const { console, relay, session } = await consoleOf(1_440);
    const id = session.state.waiting[0]?.id ?? '';
    button(console, 'Accept').click();
    await calm();
    expect(console.selected).to.equal(id);
    session.say(id, 'Good day');
    await calm();
    button(console, 'End').click();
    await calm();
    button(find(console, 'deskbell-conversation'), 'Yes').click();
    await calm();
    find(console, 'input[type=radio]').click();
    await calm();
    button(console, 'Close').click();
    await calm();
    expect(relay.logs.get(id)?.summary).to.deep.include({ phase: 'closed', disposition: 'resolved' });
    expect(console.selected).to.equal(session.state.ongoing[0]?.id);
    expect(focused()?.matches('textarea, .ProseMirror')).to.equal(true);
  });

  it('shows what comes, and says when the sign-in was refused', async () => {
    localStorage.clear();
    const box = await fixture<HTMLElement>(html`<deskbell-console relay="https://relay.example" locale="en"></deskbell-console>`);
    await calm();
    expect(findAll(box, 'deskbell-skeleton')).to.have.length(1);
    Object.assign(box, { getToken: () => Promise.resolve(undefined) });
    await calm();
    expect(textOf(box)).to.include('Your sign-in was refused. Your drafts are kept in this browser. Sign in again, then reload the page.');
    await expect(box).to.be.accessible();
  });
});
