import { refusingStorage } from '@deskbell/client/testing/memory-storage.js';
import { ManualClock } from '@deskbell/client/testing/manual-clock.js';
import { ANA, MAYA, accepts, ends, says, seed } from '@deskbell/client/testing/scenes.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { setLocale } from '@deskbell/parts/locale.js';
import type { PreChatField } from '@deskbell/protocol/site.js';
import { expect, oneEvent } from '@open-wc/testing';
import { banners, button, composerOf, formOf, headline, hidden, press, quiet, say, shown, talkOf } from '../testing/shown.js';
import type { DeskbellChatWindow } from './window.js';

const FORM: PreChatField[] = [
  { field: 'name', label: 'Your name', kind: 'text', required: true },
  { field: 'email', label: 'Email', kind: 'email', required: false },
  { field: 'topic', label: 'What is it about', kind: 'longText', required: false },
];
const ANONYMOUS = { ...MAYA, name: '' };

const dialogOf = (window: DeskbellChatWindow) => window.renderRoot.querySelector('dialog')!;

afterEach(async () => {
  localStorage.clear();
  await setLocale('en');
});

describe('deskbell-chat-window', () => {
  it('WID 1 connects when it is shown, not before', async () => {
    const { relay, window } = await hidden();
    expect([relay.network.opened, dialogOf(window).open]).to.deep.equal([0, false]);
    await window.show();
    await quiet(window);
    expect([relay.network.opened, dialogOf(window).open]).to.deep.equal([1, true]);
    await expect(window).to.be.accessible();
  });

  it('WID 3 connects by itself where this browser has an open conversation', async () => {
    localStorage.setItem('deskbell:site-key', 'some conversation');
    const relay = new SimulatedRelay();
    const id = seed(relay);
    const { window } = await hidden(relay);
    expect([relay.network.opened, dialogOf(window).open]).to.deep.equal([1, false]);
    const counted = oneEvent(window, 'deskbell-unread');
    says(relay, id, ANA, 'There you are');
    expect(((await counted) as unknown as { count: number }).count).to.be.greaterThan(0);
  });

  it('WID 4 begins with what the site wants to know, under the names it gave', async () => {
    const { relay, window } = await shown(new SimulatedRelay({ site: { preChat: FORM } }), { person: ANONYMOUS });
    const form = formOf(window)!;
    expect(form.shadowRoot!.activeElement?.getAttribute('name')).to.equal('name');
    await expect(window).to.be.accessible();
    for (const [name, value] of Object.entries({ name: 'Maya', email: 'maya@example.com', topic: 'A lamp' }))
      form.renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value;
    button(form.renderRoot, 'Start chat')!.click();
    await quiet(window);
    expect(relay.heard.find(({ type }) => type === 'conversation.start')).to.deep.include({
      name: 'Maya',
      email: 'maya@example.com',
      answers: [{ field: 'What is it about', value: 'A lamp' }],
    });
    expect([formOf(window), composerOf(window)!.disabled]).to.deep.equal([null, false]);
  });

  it('WID 4 asks nothing of somebody who is known, and only what is not known', async () => {
    const { window } = await shown(new SimulatedRelay({ site: { preChat: FORM } }));
    expect(formOf(window)).to.equal(null);
    const order: PreChatField = { field: 'order', label: 'Your order', kind: 'text', required: true };
    const { window: other } = await shown(new SimulatedRelay({ site: { preChat: [...FORM, order] } }));
    const names = [...formOf(other)!.renderRoot.querySelectorAll('[name]')].map((field) => field.getAttribute('name'));
    expect(names).to.deep.equal(['email', 'topic', 'order']);
  });

  it('WID 4 asks again before another chat', async () => {
    const relay = new SimulatedRelay({ site: { preChat: FORM } });
    const id = seed(relay, { customer: ANONYMOUS });
    const { window } = await shown(relay, { person: ANONYMOUS });
    ends(relay, id, ANA);
    await quiet(window);
    button(talkOf(window)!.renderRoot, 'Start a new chat')!.click();
    await quiet(window);
    const form = formOf(window)!;
    form.renderRoot.querySelector<HTMLInputElement>('[name=name]')!.value = 'Maya';
    button(form.renderRoot, 'Start chat')!.click();
    await quiet(window);
    expect([relay.logs.size, formOf(window)]).to.deep.equal([2, null]);
  });

  it('RTG 4 a waiting customer sees their place in the queue', async () => {
    const relay = new SimulatedRelay();
    const before = seed(relay, { phase: 'waiting', customer: relay.newCustomer('Somebody before') });
    seed(relay, { phase: 'waiting', ago: 60_000 });
    const { window } = await shown(relay);
    expect(headline(window)).to.equal('Your place in line: 2');
    await expect(window).to.be.accessible();
    accepts(relay, before);
    relay.tellPlaces();
    await quiet(window);
    expect(headline(window)).to.equal('You are next in line');
  });

  it('WID 2 says who is there and what to expect', async () => {
    const relay = new SimulatedRelay({ site: { usualReplyMinutes: 90 } });
    const { window } = await shown(relay, { person: ANONYMOUS });
    expect([window.renderRoot.querySelector('h2')!.textContent, headline(window)]).to.deep.equal([
      'Harbour & Pine',
      'Usually answers in 90 minutes',
    ]);
    await say(window, 'hello');
    accepts(relay, [...relay.logs.keys()][0]!);
    await quiet(window);
    expect(headline(window)).to.equal('You are talking with Ana Ruiz');
  });

  it('WID 3 tells the page how the conversation goes, and remembers it', async () => {
    const { relay, window } = await shown();
    const heard: string[] = [];
    window.addEventListener('deskbell-conversation', ({ phase }) => heard.push(phase));
    await say(window, 'hello');
    const [id] = relay.logs.keys();
    accepts(relay, id!);
    await quiet(window);
    expect(localStorage.getItem('deskbell:site-key')).to.equal(id);
    ends(relay, id!, ANA);
    await quiet(window);
    expect([heard, localStorage.getItem('deskbell:site-key')]).to.deep.equal([['waiting', 'active', 'ended'], null]);
  });

  it('WID 2 keeps the launcher’s name and badge', async () => {
    const relay = new SimulatedRelay();
    const id = seed(relay);
    const { window } = await shown(relay);
    window.launcher = document.createElement('button');
    const badge = window.launcher.appendChild(document.createElement('b'));
    await quiet(window);
    expect([window.launcher.ariaLabel, badge.textContent]).to.deep.equal(['Close chat', '']);
    window.hide();
    for (let message = 0; message < 3; message++) says(relay, id, ANA, 'Hello?');
    await quiet(window);
    expect([window.launcher.ariaLabel, badge.textContent]).to.deep.equal(['Open chat, unread messages: 3', '3']);
    for (let message = 0; message < 100; message++) says(relay, id, ANA, 'Hello?');
    await quiet(window);
    expect(badge.textContent).to.equal('99+');
  });

  it('Escape takes a question back first, then asks to be closed', async () => {
    const relay = new SimulatedRelay();
    seed(relay);
    const { window } = await shown(relay);
    let closes = 0;
    window.addEventListener('deskbell-close', () => closes++);
    button(window.renderRoot, 'End chat')!.click();
    await quiet(window);
    press('Escape');
    await quiet(window);
    expect([closes, composerOf(window)?.localName]).to.deep.equal([0, 'deskbell-composer']);
    press('Escape');
    expect(closes).to.equal(1);
  });

  it('turns the sound off and remembers it', async () => {
    const { window } = await shown();
    button(window.renderRoot, 'Turn sound off')!.click();
    await window.updateComplete;
    expect(button(window.renderRoot, 'Turn sound on')).to.exist;
    const { window: later } = await shown();
    expect(button(later.renderRoot, 'Turn sound on')).to.exist;
  });

  it('WID 4 forgets the customer, and whoever looks at it is somebody new', async () => {
    const relay = new SimulatedRelay();
    seed(relay);
    const { window, session } = await shown(relay);
    await window.reset();
    await quiet(window);
    expect([session.state.conversation, session.state.connection.phase]).to.deep.equal([undefined, 'open']);
    expect(session.state.person!.id).to.not.equal(MAYA.id);
    expect(localStorage.getItem('deskbell:site-key')).to.equal(null);
  });

  it('WID 3 lets go of its connection, for good', async () => {
    const clock = new ManualClock();
    const { window } = await shown(new SimulatedRelay({ clock }));
    window.rest();
    await quiet(window);
    expect([clock.timers, window.session]).to.deep.equal([0, undefined]);
  });

  it('is written from right to left in Arabic', async () => {
    const relay = new SimulatedRelay();
    seed(relay);
    const { window } = await shown(relay);
    window.locale = 'ar';
    await quiet(window);
    expect([window.dir, getComputedStyle(dialogOf(window)).direction]).to.deep.equal(['rtl', 'rtl']);
    await expect(window).to.be.accessible();
  });

  it('says that a browser keeps nothing where it refuses to', async () => {
    const { window } = await shown(new SimulatedRelay(), { person: null, storage: refusingStorage() });
    expect(banners(window)).to.deep.equal(['This browser keeps nothing: the chat is gone when you close this page.']);
    await say(window, 'hello');
    await expect(window).to.be.accessible();
  });

  it('DLV 2 opened without a network it says so, and is there when it is back', async () => {
    const clock = new ManualClock();
    const relay = new SimulatedRelay({ clock });
    relay.network.drop();
    const { window } = await shown(relay);
    expect(banners(window)).to.deep.equal(['No connection to the chat. Connecting again; what you wrote is kept.']);
    expect(window.renderRoot.querySelector('.wait')!.textContent).to.equal('The chat is here as soon as the connection is.');
    await expect(window).to.be.accessible();
    relay.network.restore();
    await clock.advance(60_000);
    await quiet(window);
    expect([banners(window), composerOf(window)!.disabled]).to.deep.equal([[], false]);
  });
});
