import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { TestContext } from 'node:test';

const TURN = '/usr/bin/turnserver';

/** What the relay and the TURN have in common. */
export const TURN_SECRET = 'known-to-the-relay-and-the-TURN';
export const TURN_URL = 'turn:127.0.0.1:3478';

/** Why tests that need a TURN are skipped here; false where they are not. A machine that says it is CI has to have it. */
export const withoutTurn = existsSync(TURN) || process.env.CI ? false : 'coturn is not there (apt-get install coturn)';

/** A TURN for one test. */
export function startTurn(t: TestContext): void {
  const args = '-n --listening-ip=127.0.0.1 --relay-ip=127.0.0.1 --listening-port=3478 --min-port=49160 --max-port=49260 --use-auth-secret';
  const more = `--static-auth-secret=${TURN_SECRET} --realm=deskbell --no-tls --no-dtls --no-cli --allow-loopback-peers --log-file=stdout`;
  const turn = spawn(TURN, [...args.split(' '), ...more.split(' ')], { stdio: 'ignore' });
  t.after(async () => {
    const exit = once(turn, 'exit');
    turn.kill('SIGKILL');
    await exit;
  });
}
