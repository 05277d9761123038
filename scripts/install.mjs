import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const OF_LAST_INSTALL = 'node_modules/.package-lock.json';

/** Installs exactly what the lockfile says, where that is not there yet. Throws a sentence where it cannot. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11)) throw new Error(`Deskbell needs Node 20.11 or newer; this is ${process.versions.node}.`);
  if (existsSync(OF_LAST_INSTALL) && statSync(OF_LAST_INSTALL).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  console.log('Installing (npm ci) ...');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(error ? `npm could not be run: ${error.message}` : 'npm ci failed; what it said stands above.');
}
