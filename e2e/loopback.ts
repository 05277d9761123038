import { spawnSync } from 'node:child_process';

// A browser sends media to the machine's other addresses too, whatever its candidates say: tests of WebRTC and TURN run on a machine of their own
// that has nothing but loopback.

const INSIDE = 'DESKBELL_IN_LOOPBACK';
const NETWORK = ['--net', '--pid', '--fork', '--kill-child', '--mount-proc', 'sh', '-c', 'ip link set lo up && exec "$@"', 'loopback'];

const canHave = (): boolean => spawnSync('unshare', [...NETWORK, 'true']).status === 0;

/** What browsers need to reach each other there. */
export const LOOPBACK_FLAGS = [
  '--allow-loopback-in-peer-connection',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--disable-features=MediaRouter,DialMediaRouteProvider',
];

/**
 * Runs the file of tests that calls it once more, in such a network; the process that called ends with it and comes no further. Returns, inside,
 * false; where there is no such network, why: for the tests' `skip`. A machine that says it is CI has to have it.
 */
export function withoutLoopback(file: string): string | false {
  if (process.env[INSIDE]) return false;
  if (!canHave()) {
    const why = 'no network with loopback alone is to be had here (unshare, iproute2, and the right to use them)';
    if (process.env.CI) throw new Error(why);
    return why;
  }
  // The databases of the other tests are not to be reached from there.
  const { DESKBELL_TEST_DATABASES: _, ...env } = process.env;
  const { status } = spawnSync('unshare', [...NETWORK, process.execPath, ...process.execArgv, file], {
    env: { ...env, [INSIDE]: '1' },
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
