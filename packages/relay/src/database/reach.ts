import { readFile } from 'node:fs/promises';
import { USER } from './cluster.js';
import { startEmbedded, type EmbeddedDatabase } from './embedded.js';
import { lockFolder } from './folder-lock.js';
import { findPlace } from './place.js';

/**
 * The built-in database of a data folder, for a command beside the relay: the one that a relay runs on it now, or else one that runs till
 * `stop`. Throws a DataFolderError as {@link startEmbedded} does.
 */
export async function reachEmbedded(
  dataFolder: string,
  tell: (sentence: string) => void = () => undefined,
): Promise<Pick<EmbeddedDatabase, 'address' | 'folder' | 'stop'>> {
  const place = await findPlace(dataFolder, tell);
  const lock = await lockFolder(place.run);
  if (lock) {
    await lock.release();
    return startEmbedded(dataFolder, { tell });
  }
  const password = await readFile(place.password, 'utf8');
  const address = { socketFolder: place.run, user: USER, password, database: 'postgres' };
  return { address, folder: place.home, stop: () => Promise.resolve() };
}
