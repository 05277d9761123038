import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle, gzipped } from '../bundles.js';
import { kb, times, type Figure } from '../figures.js';

const GOAL = 16 * 1_024;

/** What the customer's browser fetches of the script-tag build to show a page, control and code too; PeerJS is a chunk of its own. */
const FILES = /^(deskbell-cobrowse\.js|cobrowse\.js|chunks\/consent-.*\.js|lazy\/(cobrowse-ask|code|control)-.*\.js)$/;

const folder = fileURLToPath(new URL('../../packages/widget/cdn', import.meta.url));

/** The bytes of it, gzipped, beside those of others. */
export async function weigh(): Promise<Figure> {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => FILES.test(name));
  if (files.length < 3) throw new Error('The build of the script tag has no co-browse in it.');
  const ours = files.reduce((sum, name) => sum + gzipped(readFileSync(`${folder}/${name}`)), 0);
  const peers = await Promise.all(
    ['rrweb', 'openreplay', 'cobrowse-io'].map(async (name) => gzipped(await bundle(`cobrowse/peers/${name}.ts`))),
  );
  const [rrweb = 0, openreplay = 0, cobrowseIo = 0] = peers;
  return {
    what: "all that the customer's browser loads for co-browse, beyond PeerJS, gzipped",
    ours: kb(ours),
    against: `@rrweb/record alone ${kb(rrweb)}, @openreplay/tracker with assist ${kb(openreplay)}, cobrowse-sdk-js ${kb(cobrowseIo)}`,
    ratio: `${times(ours, openreplay)} of OpenReplay's`,
    goal: 'at most 16 KB',
    reached: ours <= GOAL,
  };
}
