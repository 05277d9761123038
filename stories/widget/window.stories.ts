import { refusingStorage } from '@deskbell/client/testing/memory-storage.js';
import { ANA, BEN, MAYA, ends, reacts, reads, seed, types, type Seed } from '@deskbell/client/testing/scenes.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { simulatedCustomer, type SimulatedCustomerOptions } from '@deskbell/client/testing/simulated-sessions.js';
import type { CustomerSession } from '@deskbell/client/customer.js';
import type { Site } from '@deskbell/protocol/site.js';
import type { DeskbellChatWindow } from '@deskbell/widget/window/window.js';
import '@deskbell/widget/window/window.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { ROBIN, seedWithBot, type BotSeed } from '../bot-scenes.js';

const FORM: Site['preChat'] = [
  { field: 'name', label: 'Your name', kind: 'text', required: true },
  { field: 'email', label: 'Email, if we lose each other', kind: 'email', required: false },
  { field: 'topic', label: 'What is it about', kind: 'longText', required: false },
];
const STRANGER = { person: { ...MAYA, name: '' } };

interface Live {
  readonly relay: SimulatedRelay;
  readonly conversation: string;
  readonly session: CustomerSession;
  readonly window: DeskbellChatWindow;
}

interface Scene {
  readonly site?: Partial<Site>;
  readonly seed?: Seed;
  /** An AI agent has, or had, the conversation. */
  readonly bot?: BotSeed;
  readonly customer?: SimulatedCustomerOptions;
  /** There is no network from the beginning. */
  readonly isCutOff?: boolean;
  /** What happens once the window is there, step by step: each waits until the one before is shown. */
  readonly then?: readonly ((live: Live) => void)[];
}

interface Args {
  accent: string;
  agentIsTyping: boolean;
}

/** A window on a relay of its own, in the state that a scene describes. */
function show(
  { site, seed: seeded, bot, customer, isCutOff, then = [] }: Scene,
  { accent, agentIsTyping }: Args,
  locale: string,
): HTMLElement {
  const relay = new SimulatedRelay({ site: { ...site, ...(bot && { bot: { name: ROBIN.name } }) } });
  const conversation = bot ? seedWithBot(relay, bot) : seeded ? seed(relay, seeded) : '';
  if (isCutOff) relay.network.drop();
  const session = simulatedCustomer(relay, customer);
  const window = document.createElement('deskbell-chat-window');
  const live = { relay, conversation, session, window };
  const steps = agentIsTyping && conversation ? [() => types(relay, conversation, ANA), ...then] : [...then];
  window.siteKey = `story-${String(Math.random())}`;
  window.locale = locale;
  window.emojiData = 'emoji.json';
  window.session = session;
  if (accent) window.style.setProperty('--deskbell-accent', accent);
  session.subscribe(({ connection, conversation: view }) => {
    if (connection.phase === 'open' && (view?.log.events.length || !conversation)) queueMicrotask(() => steps.shift()?.(live));
  });
  void window.updateComplete.then(() => window.show());
  return window;
}

const meta: Meta<Args> = {
  title: 'Widget/Window',
  component: 'deskbell-chat-window',
  parameters: { layout: 'fullscreen' },
  args: { accent: '', agentIsTyping: false },
  argTypes: { accent: { control: 'color' } },
};

export default meta;

type Story = StoryObj<Args>;

const story = (scene: Scene, args: Partial<Args> = {}): Story => ({
  args,
  render: (given, { globals }) => show(scene, given, String(globals.locale ?? 'en')),
});

const press = (name: string, root: ParentNode) =>
  [...root.querySelectorAll('button')].find((button) => (button.ariaLabel ?? button.textContent.trim()) === name)?.click();

/** Somebody who was never there, on a site that asks for nothing. */
export const Empty = story({ customer: STRANGER });

/** What the site wants to know first. */
export const PreChat = story({ site: { preChat: FORM }, customer: STRANGER });

/** Sent with nothing in it: each field says what is wrong. */
export const PreChatFaults = story({
  site: { preChat: FORM },
  customer: STRANGER,
  then: [
    ({ window }) =>
      void customElements
        .whenDefined('deskbell-pre-chat')
        .then(() => window.renderRoot.querySelector('deskbell-pre-chat')?.updateComplete)
        .then(() => press('Start chat', window.renderRoot.querySelector('deskbell-pre-chat')!.renderRoot)),
  ],
});

/** Third in line. */
export const Waiting = story({
  seed: { phase: 'waiting', messages: 2, ago: 60_000 },
  then: [({ relay, conversation }) => relay.tellLive(conversation, { type: 'queue.placed', conversation, place: 3 })],
});

export const Talking = story({ seed: { messages: 6 }, then: [({ relay, conversation }) => reads(relay, conversation, ANA)] });

/** An AI agent is there first, and a person one press away. */
export const Assistant = story({ bot: { messages: 3 } });

/** The AI agent owes an answer. */
export const AssistantWrites = story({ bot: { messages: 4 } });

/** Handed over: in line now, with the passkey that the agent will see too. */
export const HandedOver = story({
  bot: { phase: 'waiting' },
  then: [({ relay, conversation }) => relay.tellLive(conversation, { type: 'queue.placed', conversation, place: 2 })],
});

/** Somebody has taken over from the AI agent. */
export const TakenOver = story({ bot: { phase: 'active' } });

/** Both sides have reacted to what was said. */
export const Reactions = story({
  seed: { messages: 6 },
  then: [
    ({ relay, conversation }) => {
      reacts(relay, conversation, ANA, 3, '👍');
      reacts(relay, conversation, MAYA, 4, '❤️');
      reacts(relay, conversation, ANA, 4, '❤️');
      reacts(relay, conversation, BEN, 4, '🎉');
    },
  ],
});

export const Typing = story({ seed: { messages: 5 } }, { agentIsTyping: true });

/** The network is away, and something was written into the dark. */
export const Offline = story({
  seed: { messages: 4 },
  then: [({ relay }) => relay.network.drop(), ({ session }) => session.say('Are you still there?')],
});

/** The relay would not have it. */
export const NotDelivered = story({
  seed: { messages: 4 },
  then: [
    ({ relay, session }) => {
      relay.refuseNext('message.send', 'too-long');
      session.say('All I know about lamps, from the beginning.');
    },
  ],
});

/** "End chat" asks first. */
export const AsksToEnd = story({
  seed: { messages: 4 },
  then: [({ window }) => press('End chat', window.renderRoot)],
});

export const Ended = story({ seed: { messages: 4 }, then: [({ relay, conversation }) => ends(relay, conversation, ANA)] });

/** A browser that refuses to keep anything, as private modes do. */
export const NothingKept = story({ customer: { ...STRANGER, storage: refusingStorage() } });

/** An older page than the relay understands. */
export const TooOld = story({ seed: { messages: 4 }, then: [({ relay }) => relay.closeAll('too-old')] });

/** A page that the relay does not know. */
export const TurnedAway = story({ seed: { messages: 2 }, then: [({ relay }) => relay.closeAll('wrong-origin')] });

/** Opened without a network. */
export const NeverConnected = story({ isCutOff: true });

export const LongWords = story({
  seed: {
    messages: 4,
    lines: [
      'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(3),
      `https://example.com/${'a'.repeat(300)}`,
      'x'.repeat(500),
    ],
  },
  site: { name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk' },
});

export const TenThousandMessages = story({ seed: { messages: 10_000, ago: 40 * 24 * 3_600_000 } });

/** Turn the language to Arabic in the toolbar too. */
export const Arabic = story({
  seed: { messages: 4, lines: ['مرحبا، أين طلبي؟', 'أهلا بك، سأبحث عنه الآن.', 'رقم الطلب هو H-2087.', 'شكرا. سيغادر ورشتنا غدا صباحا.'] },
  site: { name: 'المرفأ والصنوبر', greeting: 'أهلا بك. كيف يمكننا مساعدتك؟' },
});

/** A site's own colour; the text on it follows by contrast. */
export const Accent = story({ seed: { messages: 4 } }, { accent: '#f6c945' });

/** Below 480 px it covers the screen. */
export const Phone: Story = {
  ...story({ seed: { messages: 6 }, then: [({ relay, conversation }) => reads(relay, conversation, ANA)] }),
  globals: { viewport: { value: 'mobile1' } },
};
