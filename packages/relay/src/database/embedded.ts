import { findBinaries } from './binaries.js';
import { USER, needCluster } from './cluster.js';
import { DataFolderError } from './data-folder-error.js';
import { lockFolder } from './folder-lock.js';
import { endOrphan } from './orphan.js';
import { findPlace } from './place.js';
import { startServer, type Server } from './server.js';
import { Supervisor } from './supervisor.js';

/** How a client reaches the built-in database. */
export interface SocketAddress {
  readonly socketFolder: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** The built-in PostgreSQL, running. */
export interface EmbeddedDatabase {
  readonly address: SocketAddress;
  /** The folder that everything is in; as root it may be another than the one that was asked for. */
  readonly folder: string;
  /** The server's process id; another one after it was brought back. */
  pid(): number | undefined;
  /** Ends the server cleanly and frees the folder; who is still connected is cut off. Safe to call twice. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Gets sentences for whoever started the relay: where the data is, and that the server had to be started again. */
  readonly tell?: (sentence: string) => void;
  /** Settings of PostgreSQL over the built-in ones. */
  readonly settings?: Record<string, string>;
}

/**
 * Starts a PostgreSQL server of its own on a data folder: made on the first start, found again on the next, reachable over a Unix socket
 * by this user alone. It ends with this process, however that ends, and is brought back should it end by itself.
 * Throws a DataFolderError, which says what to do, for a folder that is in use, broken, of another version or not writable.
 */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const { tell = () => undefined, settings = {} } = options;
  const place = await findPlace(dataFolder, tell);
  const lock = await lockFolder(place.run);
  if (!lock) {
    throw new DataFolderError(
      `Another Deskbell is running on the data folder ${dataFolder}. End it, or give this one a folder of its own with DESKBELL_DATA.`,
    );
  }
  try {
    const binaries = await findBinaries(place.account);
    const password = await needCluster(place, binaries);
    const start = async (): Promise<Server> => {
      await endOrphan(place.cluster);
      return startServer(place, binaries, settings);
    };
    const supervisor = new Supervisor(await start(), start, tell);
    return {
      address: { socketFolder: place.run, user: USER, password, database: 'postgres' },
      folder: place.home,
      pid: () => supervisor.pid,
      async stop() {
        await supervisor.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
