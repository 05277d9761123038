import { memoryStorage } from '@deskbell/client/testing/memory-storage.js';
import { ANA, ends, reads, seed, types, type Seed } from '@deskbell/client/testing/scenes.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { simulatedCustomer, type SimulatedCustomerOptions } from '@deskbell/client/testing/simulated-sessions.js';
import type { Site } from '@deskbell/protocol/site.js';
import '@deskbell/widget/window/window.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

const FORM: Site['preChat'] = [
  { field: 'name', label: 'Your name', kind: 'text', required: true },
  { field: 'email', label: 'Email, if we lose each other', kind: 'email', required: false },
  { field: 'topic', label: 'What is it about', kind: 'longText', required: false },
];

interface Scene {
  readonly site?: Partial<Site>;
  readonly seed?: Seed;
  readonly customer?: SimulatedCustomerOptions;
  /** What happens once the window is there. */
  readonly then?: (relay: SimulatedRelay, conversation: string) => void;
}

interface Args {
  locale: 'en' | 'ar' | 'de' | 'es';
  accent: string;
}

/** A window on a relay of its own, in the state that a scene describes. */
function show({ site, seed: seeded, customer, then }: Scene, { locale, accent }: Args): HTMLElement {
  const relay = new SimulatedRelay({ ...(site && { site }) });
  const conversation = seeded ? seed(relay, seeded) : '';
  const window = document.createElement('deskbell-chat-window');
  window.siteKey = `story-${String(Math.random())}`;
  window.locale = locale;
  if (accent) window.style.setProperty('--deskbell-accent', accent);
  window.session = simulatedCustomer(relay, customer);
  window.session.subscribe(function once() {
    queueMicrotask(() => then?.(relay, conversation));
    then = undefined;
  });
  void window.updateComplete.then(() => window.show());
  return window;
}

const meta: Meta<Args> = {
  title: 'Widget/Window',
  component: 'deskbell-chat-window',
  parameters: { layout: 'fullscreen' },
  args: { locale: 'en', accent: '' },
  argTypes: { locale: { control: 'select', options: ['en', 'ar', 'de', 'es'] }, accent: { control: 'color' } },
};

export default meta;

type Story = StoryObj<Args>;

const story = (scene: Scene, args: Partial<Args> = {}): Story => ({ args, render: (given) => show(scene, given) });

/** Somebody who was never there, on a site that asks for nothing. */
export const Empty = story({ customer: { person: null } });

/** What the site wants to know first. */
export const PreChat = story({ site: { preChat: FORM }, customer: { person: null } });

export const Waiting = story({ seed: { phase: 'waiting', messages: 2, ago: 60_000 } });

export const Talking = story({ seed: { messages: 6 }, then: (relay, conversation) => reads(relay, conversation, ANA) });

export const Typing = story({ seed: { messages: 5 }, then: (relay, conversation) => types(relay, conversation, ANA) });

export const Offline = story({ seed: { messages: 4 }, then: (relay) => relay.network.drop() });

export const Ended = story({ seed: { messages: 4 }, then: (relay, conversation) => ends(relay, conversation, ANA) });

/** A browser that refuses to keep anything, as private modes do. */
export const NothingKept = story({
  customer: {
    person: null,
    storage: { ...memoryStorage(), get: () => Promise.reject(new Error('refused')), set: () => Promise.reject(new Error('refused')) },
  },
});

export const LongWords = story({
  seed: {
    messages: 4,
    lines: [
      'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(3),
      `https://example.com/${'a'.repeat(300)}`,
      'x'.repeat(2_000),
    ],
  },
  site: { name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk' },
});

export const TenThousandMessages = story({ seed: { messages: 10_000, ago: 40 * 24 * 3_600_000 } });

export const Arabic = story({ seed: { messages: 4, lines: ['مرحبا، أين طلبي؟', 'أهلا بك، سأبحث عنه الآن.'] } }, { locale: 'ar' });

/** A site's own colour; the text on it follows by contrast. */
export const Accent = story({ seed: { messages: 4 } }, { accent: '#f6c945' });
