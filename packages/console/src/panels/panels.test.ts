import { expect, html, oneEvent } from '@open-wc/testing';
import { seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, customer, find, findAll, inPhase } from '../testing/at-desk.js';
import type { DeskMessage } from '../panel/bridge.js';
import '../compose/compose.js';
import './panels.js';

/** The same server, by a name that makes it another origin. */
const ELSEWHERE = location.origin.replace('localhost', '127.0.0.1');
const PAGE = `${ELSEWHERE}/packages/console/src/testing/panel-page.html`;
const CRM = {
  id: 'crm',
  name: 'Customer record',
  url: `${PAGE}?of={customer}&in={conversation}`,
  sandbox: ['allow-scripts', 'allow-same-origin', 'allow-evil'],
};
const pieces = html`<deskbell-compose .loadEditor=${() => Promise.reject(new Error('no editor'))}></deskbell-compose><deskbell-panels></deskbell-panels>`;

const at = (panel: Partial<typeof CRM> = {}, more: (relay: SimulatedRelay) => void = () => undefined) =>
  atDesk(pieces, {
    before: (relay) => {
      relay.desk = { ...relay.desk, panels: [{ ...CRM, ...panel }] };
      more(relay);
      seed(relay, { ago: 600_000, email: 'maya@example.com' });
    },
    selected: inPhase('active'),
  });
const frameIn = (root: Element) => find<HTMLIFrameElement>(root, 'iframe');

/** The next message of a page that has this member. */
const said = async (member: string): Promise<Record<string, unknown>> => {
  for (;;) {
    const { data } = await oneEvent<MessageEvent<Record<string, unknown>>>(window, 'message');
    if (typeof data === 'object' && member in data) return data;
  }
};
const open = async (root: Element) => {
  const loaded = said('loaded');
  button(root, 'Customer record').click();
  await loaded;
  await calm();
};
/** Lets a page say something, and waits till everything it said before was heard. */
const say = async (frame: HTMLIFrameElement, message: unknown) => {
  const rounds = said('done');
  frame.contentWindow?.postMessage({ say: message }, '*');
  frame.contentWindow?.postMessage({ say: { done: true } }, '*');
  await rounds;
  await calm();
};
const hear = async (): Promise<DeskMessage> => (await said('heard')).heard as DeskMessage;
const draft = (root: Element) => find<HTMLTextAreaElement>(root, 'textarea').value;
const stranger = async (src: string): Promise<HTMLIFrameElement> => {
  const frame = document.createElement('iframe');
  const loaded = said('loaded');
  frame.src = src;
  document.body.append(frame);
  await loaded;
  return frame;
};

describe('<deskbell-panels>', () => {
  it('INF 6 a page is loaded when it is opened first, in a sandbox, with the ids in its address and no referrer', async () => {
    const { desk, relay } = await at();
    expect(findAll(desk, 'iframe')).to.deep.equal([]);
    expect(button(desk, 'Customer record').ariaExpanded).to.equal('false');
    await open(desk);
    const frame = frameIn(desk);
    expect(frame.src).to.equal(`${PAGE}?of=maya&in=${inPhase('active')(relay) ?? ''}`);
    expect(frame.getAttribute('sandbox')).to.equal('allow-scripts allow-same-origin');
    expect(frame.referrerPolicy).to.equal('no-referrer');
    expect(frame.title).to.equal('Customer record');
    await expect(desk).to.be.accessible();
    button(desk, 'Customer record').click();
    await calm();
    expect(frame.checkVisibility()).to.equal(false);
    expect(frameIn(desk)).to.equal(frame);
  });

  it('INF 6 a page that is ready is told of the conversation and the customer, and of every change', async () => {
    const { desk, relay } = await at();
    await open(desk);
    const first = hear();
    const frame = frameIn(desk);
    frame.contentWindow?.postMessage({ say: { deskbell: 'ready' } }, ELSEWHERE);
    const conversation = await first;
    expect(conversation).to.deep.include({ deskbell: 'conversation' });
    const changed = hear();
    const id = inPhase('active')(relay) ?? '';
    const about = await changed;
    expect(about).to.deep.equal({ deskbell: 'customer', customer: { id: 'maya', name: 'Maya Lindqvist', email: 'maya@example.com' } });
    const news = hear();
    await desk.activeSession?.engage(id, 'chat-finished');
    expect(await news).to.deep.include({ deskbell: 'conversation' });
  });

  it('INF 6 "insertDraft" puts plain text into the open draft and sends nothing; "openConversation" opens one', async () => {
    const { desk, relay } = await at({}, (relay) => void seed(relay, { customer: customer('tom', 'Tom'), ago: 900_000 }));
    const [tom, maya] = [...relay.logs.keys()];
    desk.select(maya);
    await calm();
    const before = relay.heard.filter(({ type }) => type === 'message.send').length;
    await open(desk);
    await say(frameIn(desk), { deskbell: 'insertDraft', text: '<b>Order</b> H-2087\r\nis on its way.' });
    expect(draft(desk)).to.equal('<b>Order</b> H-2087\nis on its way.');
    expect(relay.heard.filter(({ type }) => type === 'message.send').length).to.equal(before);
    await say(frameIn(desk), { deskbell: 'openConversation', conversation: tom });
    expect(desk.selected).to.equal(tom);
  });

  it('INF 6 what comes from another origin or another window, or is none of these messages, is left alone', async () => {
    const { desk, relay } = await at();
    await open(desk);
    const frame = frameIn(desk);
    const insert = { deskbell: 'insertDraft', text: 'Buy gold' };
    const selected = desk.selected;
    // The right origin, in another window; the wrong origin, in a frame and in this one.
    const twin = await stranger(PAGE);
    await say(twin, insert);
    const impostor = await stranger(PAGE.replace(ELSEWHERE, location.origin));
    await say(impostor, insert);
    const heard = oneEvent(window, 'message');
    window.postMessage(insert, '*');
    await heard;
    // The panel's own window, gone to another origin.
    const gone = said('loaded');
    frame.contentWindow?.location.replace(PAGE.replace(ELSEWHERE, location.origin));
    await gone;
    await say(frame, insert);
    await say(frame, { deskbell: 'ready' });
    await calm();
    expect(draft(desk)).to.equal('');
    const { desk: other } = await at();
    await open(other);
    for (const bad of [
      null,
      'insertDraft',
      { deskbell: 'send', text: 'x' },
      { deskbell: 'insertDraft' },
      { deskbell: 'insertDraft', text: 7 },
      { deskbell: 'openConversation', conversation: '../x' },
    ])
      await say(frameIn(other), bad ?? { deskbell: null });
    expect(draft(other)).to.equal('');
    expect([desk.selected, other.selected !== undefined]).to.deep.equal([selected, true]);
    expect(relay.heard.some(({ type }) => type === 'message.send')).to.equal(false);
    twin.remove();
    impostor.remove();
  });

  it('INF 6 a page of the console’s own origin loses its place there, and what is not https is not shown', async () => {
    const { desk } = await at({ url: PAGE.replace(ELSEWHERE, location.origin) });
    button(desk, 'Customer record').click();
    await calm();
    expect(frameIn(desk).getAttribute('sandbox')).to.equal('allow-scripts');
    for (const url of ['http://crm.example/', 'javascript:alert(1)', 'https://{customer}.example/']) {
      const { desk: other } = await at({ url });
      button(other, 'Customer record').click();
      await calm();
      expect(findAll(other, 'iframe'), url).to.deep.equal([]);
    }
  });
});
