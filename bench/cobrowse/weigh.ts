import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle, gzipped } from '../bundles.js';
import { kb, times, type Figure } from '../figures.js';

const GOAL = 16 * 1_024;

/** What the customer's browser fetches of the script-tag build to show a page by a code, which is more than from the chat; PeerJS is a chunk of its own. */
const ALWAYS = /^(deskbell-cobrowse\.js|cobrowse\.js|chunks\/consent-.*\.js|lazy\/code-.*\.js)$/;
/** What comes besides where an agent asks for it: control, drawings. */
const SOMETIMES = /^lazy\/(control|drawings|where)-.*\.js$/;

const folder = fileURLToPath(new URL('../../packages/widget/cdn', import.meta.url));

/** The bytes of it, gzipped, beside those of others. */
export async function weigh(): Promise<Figure> {
  const all = readdirSync(folder, { recursive: true }) as string[];
  const weight = (those: RegExp, least: number) => {
    const files = all.filter((name) => those.test(name));
    if (files.length < least) throw new Error('The build of the script tag has no co-browse in it.');
    return files.reduce((sum, name) => sum + gzipped(readFileSync(`${folder}/${name}`)), 0);
  };
  const ours = weight(ALWAYS, 4);
  const peers = await Promise.all(
    ['rrweb', 'openreplay', 'cobrowse-io'].map(async (name) => gzipped(await bundle(`cobrowse/peers/${name}.ts`))),
  );
  const [rrweb = 0, openreplay = 0, cobrowseIo = 0] = peers;
  return {
    what: "all that the customer's browser loads for co-browse, beyond PeerJS, gzipped",
    ours: `${kb(ours)}; ${kb(weight(SOMETIMES, 2))} more for control and drawings, once there are any`,
    against: `@rrweb/record alone ${kb(rrweb)}, @openreplay/tracker with assist ${kb(openreplay)}, cobrowse-sdk-js ${kb(cobrowseIo)}`,
    ratio: `${times(ours, openreplay)} of OpenReplay's`,
    goal: 'at most 16 KB',
    reached: ours <= GOAL,
  };
}
