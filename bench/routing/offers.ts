import { setTimeout as pause } from 'node:timers/promises';
import { atShare, ms, times, waitShare, type Figure } from '../figures.js';
import { startDatabase } from '../relay/database.js';
import { SECRET } from '../identities.js';
import { ServerProcess } from '../relay/processes.js';
import { DeskAgent } from './desk-agent.js';
import { SLOTS, settings } from './settings.js';
import { fillQueue } from './waiting.js';

const AGENTS = 200;
const WAITING = 3_000;
/** Slots that become free in a second. */
const RATE = 100;
const WARM = 3;
const SECONDS = 10;
const GOAL = 50;

/** Conversations that agents have, the longest first. */
class Held {
  readonly #list: { agent: DeskAgent; conversation: string }[] = [];
  readonly #full: (() => void)[] = [];

  add(agent: DeskAgent, conversation: string): void {
    this.#list.push({ agent, conversation });
    if (this.#list.length === AGENTS * SLOTS) for (const resolve of this.#full.splice(0)) resolve();
  }

  /** Settles when every slot is taken. */
  full(): Promise<void> {
    return this.#list.length === AGENTS * SLOTS ? Promise.resolve() : new Promise((resolve) => this.#full.push(resolve));
  }

  /** Returns whether there was one; where there is none, the relay is a whole centre behind. */
  endFirst(): boolean {
    const first = this.#list.shift();
    first?.agent.end(first.conversation);
    return first !== undefined;
  }
}

/** Ends one conversation after the other at an even pace, whatever comes of it. Returns how late each was sent, ms. */
async function endSteadily(held: Held, count: number): Promise<number[]> {
  const [late, begun]: [number[], number] = [[], performance.now()];
  while (late.length < count) {
    const due = begun + (late.length * 1_000) / RATE;
    const now = performance.now();
    if (due <= now && held.endFirst()) late.push(now - due);
    else await pause(1);
  }
  return late;
}

/**
 * How soon after a slot is free the next offer is on its agent's screen: from the frame that ends a conversation leaving the agent to the
 * frame with the offer arriving at the same agent, through a whole relay. All slots are taken and the queue is never empty, so each end
 * leads to one offer, to that agent. The ends come at an even pace that does not wait for anything.
 */
export async function offers(): Promise<Figure[]> {
  const database = await startDatabase();
  const relay = await ServerProcess.start('whole.ts', JSON.stringify({ databaseUrl: database.url, secret: SECRET, settings }));
  const [held, latencies, agents]: [Held, number[], DeskAgent[]] = [new Held(), [], []];
  const listener = {
    took: (agent: DeskAgent, conversation: string) => held.add(agent, conversation),
    offered: (latency: number) => void latencies.push(latency),
  };
  const pinging = setInterval(() => agents.forEach((agent) => agent.ping()), 10_000);
  try {
    for (let index = 0; index < AGENTS; index += 1) agents.push(await DeskAgent.open(relay.port, `agent-${String(index)}`, listener));
    // From here on nobody has a free slot: the relay's next look gives them all something.
    await fillQueue(database.store, WAITING);
    await held.full();
    await endSteadily(held, RATE * WARM);
    await held.full();
    latencies.length = 0;
    const [before, own, begun] = [await relay.usage(), process.cpuUsage(), performance.now()];
    const late = await endSteadily(held, RATE * SECONDS);
    const [after, mine, took] = [await relay.usage(), process.cpuUsage(own), performance.now() - begun];
    await held.full();
    const share = ({ user, system }: NodeJS.CpuUsage): string => `${((user + system) / took / 10).toFixed(0)} %`;
    const used = { user: after.usage.user - before.usage.user, system: after.usage.system - before.usage.system };
    console.log(
      `  offers: the relay took ${share(used)} of a core, the load ${share(mine)}, which was ${ms(atShare(late, 0.99))} late at p99`,
    );
    const [p50, p99] = [atShare(latencies, 0.5), atShare(latencies, 0.99)];
    return [
      {
        what: `from a free slot to the offer on the screen, ${String(RATE)} a second, ${String(AGENTS)} agents: p99`,
        ours: ms(p99),
        against: `p50 ${ms(p50)}; the relay was ${waitShare(before.waited, after.waited, took)}`,
        ratio: `${times(p99, GOAL)} the goal`,
        goal: `at most ${ms(GOAL)}`,
        reached: p99 <= GOAL,
      },
    ];
  } finally {
    clearInterval(pinging);
    for (const agent of agents) agent.leave();
    await relay.stop();
    await database.stop();
  }
}
