import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { CustomerSession } from '@deskbell/client/customer.js';
import { ManualClock } from '@deskbell/client/testing/manual-clock.js';
import { memoryStorage } from '@deskbell/client/testing/memory-storage.js';
import { ANA, MAYA, accepts, ends, reads, says, seed, types } from '@deskbell/client/testing/scenes.js';
import { settle } from '@deskbell/client/testing/settle.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { simulatedCustomer, type SimulatedCustomerOptions } from '@deskbell/client/testing/simulated-sessions.js';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import { setLocale } from '@deskbell/parts/locale.js';
import type { PreChatField } from '@deskbell/protocol/site.js';
import type { DeskbellToggleEvent, DeskbellUnreadEvent } from '../chat/chat-events.js';
import type { DeskbellChatWindow } from './window.js';
import './window.js';

const FORM: PreChatField[] = [
  { field: 'name', label: 'Your name', kind: 'text', required: true },
  { field: 'email', label: 'Email', kind: 'email', required: false },
  { field: 'topic', label: 'What is it about', kind: 'longText', required: false },
];

interface Shown {
  readonly relay: SimulatedRelay;
  readonly session: CustomerSession;
  readonly window: DeskbellChatWindow;
}

async function shown(relay = new SimulatedRelay(), options: SimulatedCustomerOptions = {}): Promise<Shown> {
  const session = simulatedCustomer(relay, options);
  const window = await fixture<DeskbellChatWindow>(
    html`<deskbell-chat-window site-key="site-key" .session=${session}></deskbell-chat-window>`,
  );
  await window.show();
  await quiet(window);
  return { relay, session, window };
}

/** Lets the session hear what is on its way, and every element inside show it. */
async function quiet(window: DeskbellChatWindow): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await settle();
    await window.updateComplete;
    await talkOf(window)?.updateComplete;
  }
}

const talkOf = (window: DeskbellChatWindow) => window.renderRoot.querySelector('deskbell-chat-talk');
const composerOf = (window: DeskbellChatWindow) => talkOf(window)!.renderRoot.querySelector<DeskbellComposer>('deskbell-composer');
const transcriptOf = (window: DeskbellChatWindow) => talkOf(window)!.renderRoot.querySelector('deskbell-transcript')!;
const head = (window: DeskbellChatWindow) => window.renderRoot.querySelector('header p')!.textContent.trim();
const button = (root: ParentNode, name: string) =>
  [...root.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.textContent.trim()) === name);

async function say(window: DeskbellChatWindow, text: string): Promise<void> {
  const composer = composerOf(window)!;
  composer.value = text;
  composer.submit();
  await quiet(window);
}

afterEach(async () => {
  localStorage.clear();
  await setLocale('en');
});

describe('deskbell-chat-window', () => {
  it('WID 4 asks what the site wants to know, and says field by field what is wrong', async () => {
    const { relay, window } = await shown(new SimulatedRelay({ site: { preChat: FORM } }), { person: null });
    const form = window.renderRoot.querySelector('deskbell-pre-chat')!;
    await expect(window).to.be.accessible();
    const input = (name: string) => form.renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`)!;
    input('email').value = 'not an address';
    button(form.renderRoot, 'Start chat')!.click();
    await form.updateComplete;
    expect([...form.renderRoot.querySelectorAll('.error')].map((each) => each.textContent)).to.deep.equal([
      'Your name is missing',
      'This does not look like an email address (name@example.com)',
    ]);
    expect(form.renderRoot.querySelector(':focus')).to.equal(input('name'));
    await expect(window).to.be.accessible();
    input('name').value = 'Maya';
    input('email').value = 'maya@example.com';
    input('topic').value = 'A lamp';
    button(form.renderRoot, 'Start chat')!.click();
    await quiet(window);
    const started = relay.heard.find(({ type }) => type === 'conversation.start');
    expect(started).to.deep.include({ name: 'Maya', email: 'maya@example.com', answers: [{ field: 'What is it about', value: 'A lamp' }] });
  });

  it('RTG 4 a waiting customer sees their place in the queue', async () => {
    const relay = new SimulatedRelay();
    seed(relay, { phase: 'waiting', customer: relay.newCustomer('Somebody before') });
    seed(relay, { phase: 'waiting', ago: 60_000 });
    const { window } = await shown(relay);
    expect(head(window)).to.equal('Your place in line: 2');
    await expect(window).to.be.accessible();
  });

  it('WID 2 shows who talks, what was said, and who is typing', async () => {
    const relay = new SimulatedRelay();
    const id = seed(relay, { messages: 4 });
    const { window } = await shown(relay);
    expect(head(window)).to.equal('You are talking with Ana Ruiz');
    types(relay, id, ANA);
    await quiet(window);
    expect(transcriptOf(window).renderRoot.querySelector('.typing')).to.exist;
    await expect(window).to.be.accessible();
  });

  it('DLV 1 a message goes from "Sent" to "Read"', async () => {
    const relay = new SimulatedRelay();
    const id = seed(relay);
    const { window } = await shown(relay);
    await say(window, 'And another thing');
    expect(transcriptOf(window).renderRoot.textContent).to.contain('And another thing');
    expect(transcriptOf(window).renderRoot.querySelector('[part~=status]')!.textContent).to.contain('Sent');
    reads(relay, id, ANA);
    await quiet(window);
    expect(transcriptOf(window).renderRoot.querySelector('[part~=status]')!.textContent).to.contain('Read');
  });

  it('DLV 2 without the network the box is off and says why; what was written goes out once, by itself, when it is back', async () => {
    const clock = new ManualClock();
    const relay = new SimulatedRelay({ clock });
    seed(relay);
    const { window, session } = await shown(relay);
    relay.network.drop();
    await quiet(window);
    expect(composerOf(window)!.disabled).to.equal(true);
    expect(composerOf(window)!.reason).to.equal('You can write again when the connection is back');
    expect(window.renderRoot.querySelector('deskbell-banner')!.textContent).to.contain('what you wrote is kept');
    await expect(window).to.be.accessible();
    session.say('written in the dark');
    relay.network.restore();
    await clock.advance(60_000);
    await quiet(window);
    const arrived = [...relay.logs.values()]
      .flatMap(({ events }) => events)
      .filter((event) => event.type === 'message.sent' && event.text === 'written in the dark');
    expect(arrived).to.have.length(1);
    expect(composerOf(window)!.disabled).to.equal(false);
  });

  it('WID 2 counts what was not seen, and takes it as read when the window is shown', async () => {
    const relay = new SimulatedRelay();
    const id = seed(relay);
    const { window } = await shown(relay);
    window.hide();
    await quiet(window);
    const counted = oneEvent(window, 'deskbell-unread');
    says(relay, id, ANA, 'Are you still there?');
    expect(((await counted) as unknown as DeskbellUnreadEvent).count).to.equal(1);
    const cleared = oneEvent(window, 'deskbell-unread');
    await window.show();
    expect(((await cleared) as unknown as DeskbellUnreadEvent).count).to.equal(0);
  });

  it('WID 2 the customer can end the chat, after a question, and begin a new one', async () => {
    const relay = new SimulatedRelay();
    const id = seed(relay);
    const { window } = await shown(relay);
    button(window.renderRoot, 'End chat')!.click();
    await quiet(window);
    const question = talkOf(window)!.renderRoot;
    expect(question.querySelector('[role=alertdialog]')!.textContent).to.contain('End this chat?');
    await expect(window).to.be.accessible();
    button(question, 'No')!.click();
    await quiet(window);
    expect(composerOf(window)).to.exist;
    button(window.renderRoot, 'End chat')!.click();
    await quiet(window);
    button(question, 'Yes')!.click();
    await quiet(window);
    expect(relay.logs.get(id)!.summary.phase).to.equal('wrapUp');
    expect(composerOf(window)).to.not.exist;
    button(question, 'Start a new chat')!.click();
    await quiet(window);
    expect(composerOf(window)).to.exist;
    expect([...relay.logs.keys()]).to.have.length(2);
  });

  it('WID 2 says so when the agent has ended the chat', async () => {
    const relay = new SimulatedRelay();
    const id = seed(relay);
    const { window } = await shown(relay);
    ends(relay, id, ANA);
    await quiet(window);
    expect(button(talkOf(window)!.renderRoot, 'Start a new chat')).to.exist;
    await expect(window).to.be.accessible();
  });

  it('WID 2 Escape takes the question back first, then asks to be closed', async () => {
    const relay = new SimulatedRelay();
    seed(relay);
    const { window } = await shown(relay);
    const press = () =>
      window.renderRoot
        .querySelector('dialog')!
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    button(window.renderRoot, 'End chat')!.click();
    await quiet(window);
    press();
    await quiet(window);
    expect(composerOf(window)).to.exist;
    const closed = oneEvent(window, 'deskbell-toggle');
    press();
    expect(((await closed) as unknown as DeskbellToggleEvent).open).to.equal(false);
  });

  it('says that a browser keeps nothing where it refuses to', async () => {
    const refusing = {
      ...memoryStorage(),
      get: () => Promise.reject(new Error('refused')),
      set: () => Promise.reject(new Error('refused')),
      entries: () => Promise.reject(new Error('refused')),
    };
    const { window } = await shown(new SimulatedRelay(), { person: null, storage: refusing });
    await say(window, 'hello');
    expect(window.renderRoot.querySelector('deskbell-banner')!.textContent).to.contain('keeps nothing');
    expect(transcriptOf(window).renderRoot.textContent).to.contain('hello');
    await expect(window).to.be.accessible();
  });

  it('turns the sound off and remembers it', async () => {
    const { window } = await shown();
    button(window.renderRoot, 'Turn sound off')!.click();
    await window.updateComplete;
    expect(button(window.renderRoot, 'Turn sound on')).to.exist;
    const { window: later } = await shown();
    expect(button(later.renderRoot, 'Turn sound on')).to.exist;
  });

  it('WID 3 tells the page how the conversation goes', async () => {
    const relay = new SimulatedRelay();
    const { window } = await shown(relay);
    const heard: string[] = [];
    window.addEventListener('deskbell-conversation', ({ phase }) => heard.push(phase));
    await say(window, 'hello');
    const [id] = relay.logs.keys();
    accepts(relay, id!);
    await quiet(window);
    expect(localStorage.getItem('deskbell:site-key')).to.equal(id);
    ends(relay, id!, ANA);
    await quiet(window);
    expect(heard).to.deep.equal(['waiting', 'active', 'ended']);
    expect(localStorage.getItem('deskbell:site-key')).to.equal(null);
  });

  it('shows every hostile text as text', async () => {
    const relay = new SimulatedRelay({ site: { name: '<img src=x onerror=alert(1)>', greeting: '<script>alert(1)</script>' } });
    seed(relay, {
      lines: [
        '<img src=x onerror="window.hacked = true">',
        '<script>window.hacked = true</script>',
        '\u202Eevil',
        '<a href="javascript:alert(1)">x</a>',
      ],
      customer: MAYA,
    });
    const { window } = await shown(relay);
    const inside = transcriptOf(window).renderRoot;
    expect(inside.querySelector('img, script, a[href^=javascript]')).to.equal(null);
    expect(inside.textContent).to.contain('<script>window.hacked = true</script>');
    expect('hacked' in globalThis).to.equal(false);
    expect(window.renderRoot.querySelector('h2')!.textContent).to.equal('<img src=x onerror=alert(1)>');
  });

  it('is written from right to left in Arabic', async () => {
    const relay = new SimulatedRelay();
    seed(relay);
    const { window } = await shown(relay);
    window.locale = 'ar';
    await waitUntil(() => window.dir === 'rtl' && head(window) !== 'You are talking with Ana Ruiz', 'the catalogue arrives');
    await expect(window).to.be.accessible();
  });
});
