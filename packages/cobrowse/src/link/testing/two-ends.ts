import type { TestContext } from 'node:test';
import type { MirrorSide } from '@deskbell/protocol/cobrowse.js';
import type { Channel, ChannelListener } from '../../channel.js';
import { openChannel } from '../channel.js';
import { SimulatedRelay } from './simulated-relay.js';
import { StandingClock } from './standing-clock.js';
import { until } from './until.js';

/** One end, and all that it was told. */
export class End implements ChannelListener {
  readonly channel: Channel;
  readonly told: string[] = [];
  readonly frames: Uint8Array[] = [];

  constructor(relay: SimulatedRelay, clock: StandingClock, side: MirrorSide) {
    this.channel = openChannel({
      relay: 'https://relay.example',
      side,
      pass: () => relay.pass(side),
      listener: this,
      surroundings: {
        clock,
        random: () => 0.5,
        openSocket: relay.openSocket,
        openPeer: relay.openPeer,
        watch: () => () => undefined,
      },
    });
  }

  met(): void {
    this.told.push('met');
  }

  frame(frame: Uint8Array): void {
    this.frames.push(frame);
  }

  parted(why: string): void {
    this.told.push(`parted ${why}`);
  }

  ended(why: string): void {
    this.told.push(`ended ${why}`);
  }

  /** What came, as text. */
  get texts(): string[] {
    return this.frames.map((frame) => new TextDecoder().decode(frame));
  }

  say(...texts: string[]): void {
    for (const text of texts) this.channel.send(new TextEncoder().encode(text));
  }
}

export interface TwoEnds {
  readonly relay: SimulatedRelay;
  readonly clock: StandingClock;
  readonly customer: End;
  readonly agent: End;
}

/** Two ends at a relay, who have met. */
export async function twoEnds(test: TestContext, change: (relay: SimulatedRelay) => void = () => undefined): Promise<TwoEnds> {
  const [relay, clock] = [new SimulatedRelay(), new StandingClock()];
  change(relay);
  const [customer, agent] = [new End(relay, clock, 'customer'), new End(relay, clock, 'agent')];
  test.after(() => [customer, agent].forEach(({ channel }) => channel.close()));
  await until(() => customer.told.includes('met') && agent.told.includes('met'), 'both have met');
  return { relay, clock, customer, agent };
}
