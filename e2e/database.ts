import { after, before } from 'node:test';
import { startEmbedded, type EmbeddedDatabase } from '../packages/relay/src/database/embedded.js';
import { freePort } from './free-port.js';
import { temporaryFolder } from './temporary-folder.js';

/** A PostgreSQL of the test's own, that relays reach over the network, and that can go away and come back without them. */
export interface TestDatabase {
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts a database before the tests of a file, and ends it after them. */
export function testDatabase(): TestDatabase {
  const folder = temporaryFolder();
  let port = 0;
  let running: EmbeddedDatabase | undefined;
  const here = {
    get url() {
      return `postgres://deskbell:${running?.address.password ?? ''}@127.0.0.1:${port}/postgres`;
    },
    async start() {
      running = await startEmbedded(folder, { settings: { listen_addresses: '127.0.0.1', port: String(port) } });
    },
    async stop() {
      await running?.stop();
    },
  };
  before(async () => {
    port = await freePort();
    await here.start();
  });
  after(() => here.stop());
  return here;
}
