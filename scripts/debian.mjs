import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const apt = (...args) =>
  spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0;

/**
 * Finds a program, or installs the package of Debian that has it where that is allowed. Nothing where neither is possible.
 * @param {() => string | undefined} locate
 * @param {string} name - Of the package.
 */
export function findOrInstall(locate, name) {
  if (!locate() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${name} from Debian ...`);
    if (apt('update', '-qq')) apt('install', '-y', '-qq', '--no-install-recommends', name);
  }
  return locate();
}
