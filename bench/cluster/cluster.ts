import { TestNats } from '@deskbell/relay/testing/nats.js';
import { median, ms, times, type Figure } from '../figures.js';
import { SECRET } from '../identities.js';
import { startDatabase, type BenchDatabase } from '../relay/database.js';
import { makePair } from '../relay/pairs.js';
import { ServerProcess } from '../relay/processes.js';
import { settings } from '../routing/settings.js';
import { Talks, type Heard, type Placed } from './talks.js';

const RELAYS = 3;
/** Conversations and messages a second for each relay, so that a relay of three has as much to do as one alone. */
const PAIRS = 100;
const RATE = 1_000;
const SECONDS = 4;
const ROUNDS = 3;
const WINDOW = 4;

/** One measurement: what was heard, and the processor time of all relays together, microseconds a message. */
interface Measured extends Heard {
  readonly cpu: number;
  /** The share of the time in which a relay was ready and had no core. */
  readonly waited: number;
}

/** Some relays on one database, and the conversations on them. */
class Centre {
  readonly #database: BenchDatabase;
  readonly #nats: TestNats | undefined;
  readonly #relays: readonly ServerProcess[];
  readonly #talks = new Talks();

  private constructor(database: BenchDatabase, nats: TestNats | undefined, relays: readonly ServerProcess[]) {
    this.#database = database;
    this.#nats = nats;
    this.#relays = relays;
  }

  static async start(count: number): Promise<Centre> {
    const database = await startDatabase();
    const nats = count > 1 ? await new TestNats().start() : undefined;
    const options = { databaseUrl: database.url, secret: SECRET, settings, ...(nats && { natsUrl: nats.url }) };
    const relays: ServerProcess[] = [];
    for (let index = 0; index < count; index += 1) relays.push(await ServerProcess.start('whole.ts', JSON.stringify(options)));
    const centre = new Centre(database, nats, relays);
    await centre.#talks.join(await Promise.all(Array.from({ length: count * PAIRS }, (_, pair) => centre.#pair(pair))));
    return centre;
  }

  /** The agent is always on the relay after the customer's: of several, on another one. */
  async #pair(pair: number): Promise<[Placed, Placed]> {
    const [customer, agent] = await makePair(this.#database.store, pair);
    const port = (index: number): number => this.#relays[index % this.#relays.length]?.port ?? 0;
    return [
      { member: customer, port: port(pair) },
      { member: agent, port: port(pair + 1) },
    ];
  }

  steadily(): Promise<Measured> {
    return this.#measure((measured) => this.#talks.steadily(RATE * this.#relays.length, SECONDS, measured));
  }

  flatOut(): Promise<Measured> {
    return this.#measure((measured) => this.#talks.flatOut(WINDOW, SECONDS, measured));
  }

  async #measure(run: (measured: () => Promise<void>) => Promise<Heard>): Promise<Measured> {
    const used: { cpu: number; waited: number }[] = [];
    const heard = await run(async () => {
      const usages = await Promise.all(this.#relays.map((relay) => relay.usage()));
      const cpu = usages.reduce((sum, { usage: { user, system } }) => sum + user + system, 0);
      used.push({ cpu, waited: usages.reduce((sum, { waited = Number.NaN }) => sum + waited, 0) / usages.length });
    });
    const [before, after] = used;
    if (!before || !after) throw new Error('nothing was measured');
    return { ...heard, cpu: (after.cpu - before.cpu) / (heard.rate * SECONDS), waited: (after.waited - before.waited) / 1_000 / SECONDS };
  }

  async stop(): Promise<void> {
    this.#talks.leave();
    await Promise.all(this.#relays.map((relay) => relay.stop()));
    await this.#nats?.stop();
    await this.#database.stop();
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;

function report(name: string, { rate, p50, p99, cpu, share, waited }: Measured): void {
  const load = `without a core ${percent(waited)} of the time; the load took ${percent(share)} of one`;
  console.log(`  ${name}: ${perSecond(rate)}, p50 ${ms(p50)}, p99 ${ms(p99)}, relays ${cpu.toFixed(1)} us a message; ${load}`);
}

/** The same in several rounds: of each figure the median. */
const medianOf = (rounds: readonly Measured[]): Measured => {
  const of = (key: keyof Measured): number => median(rounds.map((round) => round[key]));
  return { rate: of('rate'), p50: of('p50'), p99: of('p99'), cpu: of('cpu'), share: of('share'), waited: of('waited') };
};

/**
 * What it costs that customer and agent are on different relays: three relays on one NATS and one PostgreSQL beside one relay alone with
 * another PostgreSQL, both whole relays in processes of their own, in turns.
 *
 * A machine with fewer cores than that has processes cannot show what three machines would do: flat out, three relays share what one had.
 * So the first three figures hold fixed what is asked of each relay (so many messages a second, sent at an even pace that waits for
 * nothing; timed till the other side has them), with room left on the cores, and set beside each other what arrives, how late, and the
 * processor time of the relays for a message. The last of these is how many messages a relay can carry for each core it has; not in it
 * are NATS and PostgreSQL. The others are what this machine does flat out, as it is, and the processor time of that.
 */
export async function cluster(): Promise<Figure[]> {
  const centres: Centre[] = [];
  try {
    const start = async (count: number): Promise<Centre> => {
      const centre = await Centre.start(count);
      centres.push(centre);
      return centre;
    };
    const [alone, joined] = [await start(1), await start(RELAYS)];
    const [ones, threes]: [Measured[], Measured[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      ones.push(await alone.steadily());
      threes.push(await joined.steadily());
    }
    for (const [index, one] of ones.entries()) {
      report('one relay', one);
      report('three relays', threes[index] ?? one);
    }
    const [one, three] = [medianOf(ones), medianOf(threes)];
    const [most, mostOfThree] = [await alone.flatOut(), await joined.flatOut()];
    report('one relay, flat out', most);
    report('three relays, flat out', mostOfThree);
    return [
      {
        what: `messages a second a relay, ${perSecond(RATE)} asked of each, customer and agent on different ones of ${String(RELAYS)}`,
        ours: perSecond(three.rate / RELAYS),
        against: `one relay alone ${perSecond(one.rate)}`,
        ratio: times(three.rate / RELAYS, one.rate),
        goal: 'at least 0.6x',
        reached: three.rate / RELAYS >= 0.6 * one.rate,
      },
      {
        what: 'the same: p99 till the other side has it',
        ours: ms(three.p99),
        against: `one relay alone ${ms(one.p99)}; they were without a core ${percent(three.waited)} of the time, it ${percent(one.waited)}`,
        ratio: times(three.p99, one.p99),
        goal: 'at most 2x',
        reached: three.p99 <= 2 * one.p99,
      },
      {
        what: 'the same: messages a relay carries for its processor time',
        ours: `${three.cpu.toFixed(1)} us a message`,
        against: `one relay alone ${one.cpu.toFixed(1)} us`,
        ratio: times(one.cpu, three.cpu),
        goal: 'at least 0.6x',
        reached: one.cpu >= 0.6 * three.cpu,
      },
      {
        what: 'messages a second a relay, flat out, all on the cores of one machine',
        ours: perSecond(mostOfThree.rate / RELAYS),
        against: `one relay alone ${perSecond(most.rate)}`,
        ratio: times(mostOfThree.rate / RELAYS, most.rate),
        goal: 'at least 0.6x',
        reached: mostOfThree.rate / RELAYS >= 0.6 * most.rate,
      },
      {
        what: 'the same: messages a relay carries for its processor time',
        ours: `${mostOfThree.cpu.toFixed(1)} us a message`,
        against: `one relay alone ${most.cpu.toFixed(1)} us`,
        ratio: times(most.cpu, mostOfThree.cpu),
        goal: 'at least 0.6x',
        reached: most.cpu >= 0.6 * mostOfThree.cpu,
      },
    ];
  } finally {
    for (const centre of centres) await centre.stop();
  }
}
