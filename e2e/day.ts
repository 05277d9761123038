import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { checkAlways, checkKept, checkRest, heldByGone } from '../packages/relay/src/routing/testing/invariants.js';
import { takeSnapshot, type Snapshot } from '../packages/relay/src/routing/testing/snapshot.js';
import { QUEUES, type Deed } from '../packages/relay/src/routing/testing/steps.js';
import type { WorkspaceSettings } from '../packages/relay/src/settings/schema/workspace.js';
import { isAway } from '../packages/relay/src/store/faults.js';
import type { Crew } from './crew.js';
import { checkGiven, checkShown } from './shown.js';
import type { ThreeRelays } from './three-relays.js';

/** What goes wrong in the middle of a day, and how it is put right. */
export interface Fault {
  strike(): Promise<void>;
  mend(): Promise<void>;
}

/** How long everything may take to come to rest, ms: an agent who vanished is missed for that long, and a dead relay's lease holds. */
const PATIENCE = 60_000;
/** How long somebody may see something wrong while nothing happens, ms. Relays look around every second: what is wrong for longer stays so. */
const QUIET = 8_000;
/** How long between two looks, ms. */
const PAUSE = 100;

/** What may be different between two looks at rest: agents are seen again and again. */
const still = ({ rows, timers, agents, waiting }: Snapshot): unknown => ({
  rows,
  timers,
  agents: agents.map(({ seenUntil: _, ...agent }) => agent),
  waiting,
});

const faultOf = (check: () => void): Error | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    return error as Error;
  }
};

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A day in a contact centre on three relays: people do things, something fails meanwhile, and time and again everything has to come to rest. */
export class Day {
  private readonly floor: ThreeRelays;
  private readonly crew: Crew;
  private readonly settings: WorkspaceSettings;
  private last: Snapshot | undefined;

  constructor(floor: ThreeRelays, crew: Crew, settings: WorkspaceSettings) {
    this.floor = floor;
    this.crew = crew;
    this.settings = settings;
  }

  /** People do things, a few at once, and between them it is looked whether what always holds does. */
  async work(deeds: readonly Deed[], atOnce = 3): Promise<void> {
    for (let done = 0; done < deeds.length; done += atOnce) {
      await Promise.all(deeds.slice(done, done + atOnce).map((each) => this.perform(each)));
      await this.look();
    }
  }

  /** Something fails as soon as the first of some things is done that people do at once; they go on, and it is mended. */
  async fail({ strike, mend }: Fault, before: readonly Deed[], meanwhile: readonly Deed[]): Promise<void> {
    const begun = before.map((each) => this.perform(each));
    await Promise.race(begun);
    await strike();
    for (const each of meanwhile) {
      begun.push(this.perform(each));
      await new Promise(setImmediate);
    }
    await mend();
    await Promise.all(begun);
    await this.look();
  }

  /**
   * Settles when everything has come to rest: everybody is connected, two looks in a row show the same, nothing is overdue, nothing could
   * be given to anybody, nobody who is gone has anything, and everybody sees what there is. Throws what is wrong for too long.
   */
  async rest(): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    let quietSince = Infinity;
    for (let wrong: Error | undefined = new Error('nothing was looked at'); wrong;) {
      const before = this.last;
      const now = await this.look();
      const isQuiet = this.crew.isConnected && now && before && isEqual(still(before), still(now));
      quietSince = isQuiet ? Math.min(quietSince, now.at) : Infinity;
      const unseen = isQuiet ? faultOf(() => checkShown(this.crew, this.settings, now)) : new Error('something happens still');
      wrong = unseen ?? (now && faultOf(() => this.checkDone(now)));
      if (wrong && (Date.now() > deadline || (unseen && Date.now() > quietSince + QUIET))) throw wrong;
      // Nothing tells when relays are at rest.
      if (wrong) await wait(PAUSE);
    }
    assert.deepEqual(
      this.floor.relays.flatMap(({ faults }) => faults),
      [],
    );
  }

  /** Does something, and throws where it is never answered. */
  private async perform(deed: Deed): Promise<void> {
    let patience: NodeJS.Timeout | undefined;
    const never = new Promise<void>((_, reject) => {
      patience = setTimeout(() => reject(new Error(`nobody answered ${JSON.stringify(deed)}`)), PATIENCE);
    });
    await Promise.race([this.crew.perform(deed), never]).finally(() => clearTimeout(patience));
  }

  private checkDone(now: Snapshot): void {
    checkRest(this.settings, now);
    assert.deepEqual(heldByGone(this.settings, now), []);
  }

  /** One moment of the database, in which what always holds has to hold; undefined while the database is away. */
  private async look(): Promise<Snapshot | undefined> {
    const now = await takeSnapshot(this.floor.tables, QUEUES, Date.now()).catch((error: unknown) => {
      if (isAway(error)) return undefined;
      throw error;
    });
    if (!now) return undefined;
    checkAlways(this.settings, now);
    if (this.last) checkKept(this.last, now);
    checkGiven(this.crew, now);
    return (this.last = now);
  }
}
