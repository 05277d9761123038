import { endpointIn } from '../packages/relay/src/ai/endpoint.js';
import { OpenAiModel } from '../packages/relay/src/ai/openai-model.js';
import type { Said } from '../packages/relay/src/ai/reader.js';
import { WinkReader } from '../packages/relay/src/ai/wink-reader.js';
import { Writer } from '../packages/relay/src/ai/writer.js';
import { checkSettings } from '../packages/relay/src/settings/check-settings.js';
import { StartError } from '../packages/relay/src/start-error.js';

// `npm run ai:try`: has the endpoint that the environment names do everything that Deskbell asks of one, on a sample conversation.

const SAID: readonly Said[] = [
  { from: 'customer', text: 'Hello, my dune lamp HP-2087 should have come on Monday and it is still not here. I am getting annoyed.' },
  { from: 'agent', text: 'Good morning. I am looking it up.' },
  { from: 'agent', text: 'The parcel is with the carrier since Thursday. It comes on Friday, before noon.' },
  {
    from: 'customer',
    text: 'Friday is bad, nobody is at home. Can it go to my office instead? And my card 4111 1111 1111 1111 was charged twice!',
  },
];
const DRAFT = 'no problem, tell me the office address. the second charge goes back in 5 days';

const [settings] = checkSettings({
  workspaces: [
    {
      id: 'try',
      name: 'Try',
      agents: { secret: 'nobody signs in here, so nobody has to know it', origins: ['https://desk.example'] },
      responseTimeSeconds: 60,
      queues: [{ id: 'front', name: 'Front desk' }],
      sites: [],
      ai: { rewrite: true, assist: true, summary: true, redact: ['HP-####'] },
    },
  ],
}).workspaces;

/** What it costs is told, and nothing is kept. */
class Counter {
  spent = 0;
  reserveTokens(_workspace: string, _day: number, tokens: number): Promise<boolean> {
    this.spent += tokens;
    return Promise.resolve(true);
  }
  returnTokens(_workspace: string, _day: number, tokens: number): Promise<void> {
    this.spent -= tokens;
    return Promise.resolve();
  }
}

const say = (text: string): void => void process.stdout.write(text);

/** Shows what comes as it comes. Returns whether it came to a good end. */
async function show(title: string, pieces: AsyncIterable<string>): Promise<boolean> {
  say(`\n${title}\n${'-'.repeat(title.length)}\n`);
  const begun = performance.now();
  let first: number | undefined;
  try {
    for await (const piece of pieces) {
      first ??= performance.now() - begun;
      say(piece);
    }
    say(`\n(first words after ${String(Math.round(first ?? 0))} ms, all after ${String(Math.round(performance.now() - begun))} ms)\n`);
    return true;
  } catch (fault) {
    say(`\nIt failed: ${(fault as Error).message}\n`);
    return false;
  }
}

async function run(): Promise<boolean> {
  const reader = new WinkReader();
  try {
    const endpoint = endpointIn(process.env);
    const { summary, sentiment, intent } = await reader.read({
      said: SAID,
      intents: [{ name: 'Delivery', phrases: ['parcel', 'not here'] }],
    });
    say(
      `Without a model (wink-nlp)\n--------------------------\n${summary}\nIntent: ${String(intent)}. Sentiment: ${String(sentiment)}.\n`,
    );
    if (!endpoint || !settings) {
      say(
        '\nThere is no model: set AI_ENDPOINT (https://models.example/v1), AI_MODEL, and AI_KEY where it wants one, and run this again.\n',
      );
      return false;
    }
    const cost = new Counter();
    const writer = new Writer({ model: new OpenAiModel(endpoint), store: cost, now: Date.now });
    const { signal } = new AbortController();
    const results = [
      await show('Make more friendly', writer.rewrite(settings, DRAFT, 'friendlier', signal)),
      await show('Make more formal', writer.rewrite(settings, DRAFT, 'more-formal', signal)),
      await show('Expand', writer.rewrite(settings, DRAFT, 'longer', signal)),
      await show('AI Assist', writer.assist(settings, SAID, signal)),
      await show('AI Summary', writer.summarise(settings, SAID, signal)),
      await show('Arrival summary', writer.summarise(settings, SAID.slice(0, 1), signal)),
    ];
    const well = results.filter(Boolean).length;
    say(`\n${String(well)} of ${String(results.length)} came; about ${String(cost.spent)} tokens.\n`);
    return well === results.length;
  } finally {
    await reader.close();
  }
}

run().then(
  (isWell) => (process.exitCode = isWell ? 0 : 1),
  (fault: unknown) => {
    process.exitCode = 1;
    if (!(fault instanceof StartError)) throw fault;
    say(`${fault.message}\n`);
  },
);
