import { existsSync } from 'node:fs';
import { findOrInstall } from './debian.mjs';

const TURN = '/usr/bin/turnserver';

/** Finds coturn or installs it. Without it the test of what a TURN leads on is skipped, but where CI is set: there it throws. */
export function needTurnServer() {
  const found = findOrInstall(() => (existsSync(TURN) ? TURN : undefined), 'coturn');
  if (!found && process.env.CI) throw new Error('The test of calls over a TURN needs coturn: apt-get install coturn.');
  return found ?? 'none: the test of what a TURN leads on is skipped (apt-get install coturn)';
}
