import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { findOrInstall } from './debian.mjs';

// Debian puts it where only root's path leads.
const folders = () => [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The NATS server: NATS_SERVER, or one on the path. Undefined where there is none. */
export const findNatsServer = () =>
  [process.env.NATS_SERVER, ...folders().map((folder) => `${folder}/nats-server`)].find((path) => path && existsSync(path));

/**
 * Finds the NATS server or installs it, and names it to the tests by NATS_SERVER. Without it tests of many relays are skipped, but where
 * CI is set: there it throws.
 */
export function needNatsServer() {
  const found = findOrInstall(findNatsServer, 'nats-server');
  if (found) process.env.NATS_SERVER = found;
  else if (process.env.CI) throw new Error('The tests of many relays need nats-server: apt-get install nats-server, or set NATS_SERVER.');
  return found ?? 'none: the tests of many relays are skipped (apt-get install nats-server, or set NATS_SERVER)';
}
