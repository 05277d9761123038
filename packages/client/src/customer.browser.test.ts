import { expect } from '@open-wc/testing';
import type { CustomerSession } from './customer.js';
import { browserStorage } from './storage.js';
import { simulateRelay } from './testing/simulate-relay.js';
import type {} from './testing/tab-frame.js';
import { texts } from './testing/texts.js';
import { until } from './testing/until.js';

const SCRIPT = new URL('./testing/tab-frame.ts', import.meta.url).href;

/** A tab with the shop in it: a frame with its own locks, channels and timers. `before` is markup that comes before the chat. */
const openTab = async (before = '') => {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><title>Shop</title>${before}<script type="module" src="${SCRIPT}"></script>`;
  document.body.append(frame);
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  const session: CustomerSession = frame.contentWindow!.session!;
  const close = () => {
    frame.remove();
  };
  return { session, close };
};

const isOpen = ({ connection }: CustomerSession['state']) => connection.phase === 'open';
const says =
  (...said: string[]) =>
  ({ conversation }: CustomerSession['state']) =>
    texts(conversation).join() === said.join();

/** What the browser keeps of this test's site. */
const kept = async () => {
  const name = (await indexedDB.databases()).find((database) => database.name?.endsWith(window.siteKey!))?.name;
  return name === undefined ? [] : browserStorage(name).entries();
};

describe('a customer in a real browser', () => {
  let tests = 0;

  beforeEach(() => {
    window.relay = simulateRelay();
    window.siteKey = `site ${String(Date.now())} ${String(++tests)}`;
  });

  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('WID 3 shares one socket between tabs, and hands it on when its tab closes', async () => {
    const first = await openTab();
    await until(first.session, isOpen);
    const second = await openTab();
    await until(second.session, isOpen);
    expect(window.relay!.network.opened).to.equal(1);
    second.session.say('a');
    await until(first.session, says('a'));
    await until(second.session, says('a'));
    first.close();
    second.session.say('b');
    await until(second.session, says('a', 'b'));
    expect(window.relay!.network.opened).to.equal(2);
    expect(second.session.state.person?.id).to.equal('customer-1');
    second.close();
  });

  it('DLV 2 keeps what is undelivered over a reload, and sends it by itself', async () => {
    window.relay!.network.drop();
    const before = await openTab();
    before.session.say('a');
    before.session.say('b');
    await until(before.session, says('a (sending)', 'b (sending)'));
    while ((await kept()).filter(([key]) => key.startsWith('out ')).length < 3);
    before.close();
    const after = await openTab();
    await until(after.session, says('a (sending)', 'b (sending)'));
    window.relay!.network.restore();
    await until(after.session, says('a', 'b'));
    expect(window.relay!.logs.size).to.equal(1);
  });

  it('WID 3 is the same customer in the same conversation after a reload', async () => {
    const before = await openTab();
    before.session.say('a');
    await until(before.session, says('a'));
    before.close();
    const after = await openTab();
    await until(after.session, says('a'));
    expect(after.session.state.person?.id).to.equal('customer-1');
  });

  it('DLV 5 loses nothing when two tabs write at once', async () => {
    const [first, second] = await Promise.all([openTab(), openTab()]);
    for (const number of ['1', '2', '3']) {
      first.session.say(`first ${number}`);
      second.session.say(`second ${number}`);
    }
    const all = ({ conversation }: CustomerSession['state']) => conversation?.pending.length === 0 && texts(conversation).length === 6;
    const [one, two] = await Promise.all([until(first.session, all), until(second.session, all)]);
    expect(texts(one.conversation)).to.deep.equal(texts(two.conversation));
    expect(window.relay!.logs.size).to.equal(1);
  });

  it('forgets everything at a reset, in every tab', async () => {
    const [first, second] = [await openTab(), await openTab()];
    first.session.say('a');
    await until(second.session, says('a'));
    expect(await kept()).to.have.length.above(0);
    await second.session.reset();
    await until(first.session, ({ conversation, connection }) => !conversation && connection.phase === 'idle');
    expect(await kept()).to.have.length(0);
    const third = await openTab();
    await until(third.session, isOpen);
    expect(third.session.state.conversation).to.equal(undefined);
    expect(third.session.state.person?.id).to.equal('customer-2');
  });

  it('works where the browser keeps nothing, and says so', async () => {
    const { session } = await openTab(
      "<script>Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError'); } });</script>",
    );
    session.say('Hello');
    expect((await until(session, says('Hello'))).keeps).to.equal(false);
    expect(await kept()).to.have.length(0);
  });
});
