import { settle } from './settle.js';
import type { Talk } from './talk.js';

/** Everything that may happen while two people talk; the number chooses which tab, line or refusal it happens to. */
export const STEPS = {
  customerSays: (talk, pick) => {
    talk.customerSays(pick);
  },
  agentSays: (talk) => {
    talk.agentSays();
  },
  agentAccepts: (talk) => {
    talk.agentAccepts();
  },
  agentResends: (talk) => {
    talk.agentResends();
  },
  refreshAgent: (talk) => {
    talk.refreshAgent();
  },
  openTab: (talk) => {
    talk.openTab();
  },
  closeTab: (talk, pick) => {
    talk.closeTab(pick);
  },
  crashTab: (talk, pick) => {
    talk.crashTab(pick);
  },
  deliver: (talk, pick) => {
    talk.traffic.deliver(pick);
  },
  /** Much arrives, a little from each line in turns. */
  flow: async (talk, pick) => {
    for (let parcel = 0; parcel < 12; parcel++) {
      talk.traffic.deliver(pick + parcel * 5);
      await settle();
    }
  },
  repeat: (talk, pick) => {
    talk.traffic.repeat(pick);
  },
  delay: (talk, pick) => {
    talk.traffic.delay(pick);
  },
  cut: (talk, pick) => {
    talk.relay.network.cut(pick % 2 === 0);
  },
  drop: (talk, pick) => {
    talk.relay.network.drop(pick % 2 === 0);
  },
  restore: (talk) => {
    talk.relay.network.restore();
  },
  closeSockets: (talk, pick) => {
    talk.relay.closeAll((['restart', 'slow-reader', 'unauthorized', 'internal'] as const)[pick % 4] ?? 'restart');
  },
  refuse: (talk, pick) => {
    talk.relay.refuseNext('message.send', pick % 2 === 0 ? 'slow-down' : 'unavailable', { retryAfter: 1_000 });
  },
  pass: (talk, pick) => talk.clock.advance([50, 700, 5_000, 12_000][pick % 4] ?? 50),
} as const satisfies Record<string, (talk: Talk, pick: number) => void | Promise<void>>;

export type StepName = keyof typeof STEPS;
export interface Step {
  readonly name: StepName;
  readonly pick: number;
}

/** How often each step comes up: mostly people talk and frames arrive. */
export const WEIGHTS: Record<StepName, number> = {
  customerSays: 9,
  agentSays: 9,
  agentAccepts: 4,
  agentResends: 2,
  refreshAgent: 1,
  openTab: 2,
  closeTab: 1,
  crashTab: 1,
  deliver: 20,
  flow: 20,
  repeat: 3,
  delay: 3,
  cut: 1,
  drop: 1,
  restore: 3,
  closeSockets: 1,
  refuse: 1,
  pass: 5,
};

/** Plays a schedule, one step after the other. */
export async function play(talk: Talk, steps: readonly Step[]): Promise<void> {
  for (const { name, pick } of steps) {
    await STEPS[name](talk, pick);
    await settle();
  }
}
