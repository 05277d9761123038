import { after } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from '../packages/relay/src/store/pool.js';
import type { WorkspaceInput } from '../packages/relay/src/settings/schema/workspace.js';
import { testNats } from '../packages/relay/src/testing/nats.js';
import { testDatabase, type TestDatabase } from './database.js';
import { openNetwork, type Network } from './network.js';
import { relayProcess, type RelayProcess } from './relay-process.js';

type TestNats = Awaited<ReturnType<typeof testNats>>;

/** Three relays in processes of their own, the database and the NATS that join them, and a way to each, which leads to another while it is dead. */
export interface ThreeRelays {
  readonly relays: readonly RelayProcess[];
  readonly ways: readonly Network[];
  readonly database: TestDatabase;
  readonly nats: TestNats;
  /** Settles when every relay reaches the others over NATS. */
  joined(): Promise<void>;
  /** For looking at the database, past the relays. */
  readonly tables: Pool;
  /** kill -9; who comes back finds another relay. */
  kill(index: number): Promise<void>;
  /** Starts it again; who comes from now on finds it. */
  revive(index: number): Promise<void>;
}

/** @param change - What is different in the relays' settings. Ends after the tests of the file. */
export async function threeRelays(change: Partial<WorkspaceInput>): Promise<ThreeRelays> {
  const [nats, database] = await Promise.all([testNats(), testDatabase()]);
  const relays = await Promise.all([0, 1, 2].map(() => relayProcess(database.url, nats.url, change)));
  const ways = await Promise.all(relays.map(() => openNetwork()));
  const tables = new Pool(database.url, 1);
  const lead = (index: number, to: number): void => ways[index]?.lead(relays[to % relays.length]?.port ?? 0);
  for (const index of ways.keys()) lead(index, index);
  after(async () => {
    await tables.end();
    await Promise.all(ways.map((way) => way.close()));
    await Promise.all(relays.map((relay) => relay.kill()));
  });
  return {
    relays,
    ways,
    database,
    nats,
    tables,
    async joined() {
      // Nothing tells when a relay is back at NATS.
      while (!(await Promise.all(relays.map((relay) => relay.reachesOthers()))).every(Boolean)) await wait(50);
    },
    async kill(index) {
      lead(index, index + 1);
      await relays[index]?.kill();
    },
    async revive(index) {
      await relays[index]?.start();
      lead(index, index);
    },
  };
}
