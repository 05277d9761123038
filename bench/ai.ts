import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Said } from '@deskbell/relay/ai/reader.js';
import { readConversation } from '@deskbell/relay/ai/read-conversation.js';
import { WinkReader } from '@deskbell/relay/ai/wink-reader.js';
import { median, ms, type Figure } from './figures.js';

const SIZE = 200;
const ROUNDS = 30;
const GOAL = 50;

const LINES = [
  'Hello, my order has not arrived yet and I am getting worried about it.',
  'Good morning. I am looking it up, one moment please.',
  'The parcel left our workshop on Thursday and the carrier has it since then.',
  'Can it go to another address? Nobody is at home on Friday.',
  'Yes. Tell me the address and I change it before it is brought to you.',
  'Thank you, that would be wonderful. I was charged twice as well, could I be refunded?',
];

/** A conversation as people have it: no line twice. */
const talk: readonly Said[] = Array.from({ length: SIZE }, (_, index) => ({
  from: index % 2 === 0 ? 'customer' : 'agent',
  text: `${LINES[index % LINES.length] ?? ''} Number ${String(index)}.`,
}));

const input = { said: talk, intents: [{ name: 'Refund', phrases: ['refund', 'money back'] }] };

/** What a summary on arrival costs without a model: to whoever waits for it, and to the thread that serves everybody else. */
export async function ai(): Promise<Figure[]> {
  const reader = new WinkReader();
  try {
    for (let round = 0; round < 10; round += 1) await reader.read(input);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const took: number[] = [];
    delay.enable();
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = performance.now();
      await reader.read(input);
      took.push(performance.now() - before);
    }
    delay.disable();
    const here: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = performance.now();
      readConversation(input);
      here.push(performance.now() - before);
    }
    const ours = median(took);
    return [
      {
        what: `Summary, intent and sentiment of ${String(SIZE)} messages, in the thread beside`,
        ours: ms(ours),
        against: `on the main thread it would stand still for ${ms(median(here))} each; so it does not (median delay of its loop ${ms(delay.percentile(50) / 1e6)})`,
        ratio: ms(ours),
        goal: `at most ${String(GOAL)} ms`,
        reached: ours <= GOAL,
      },
    ];
  } finally {
    await reader.close();
  }
}
