import { serve, type Served } from '../browser.js';
import { bundle } from '../bundles.js';
import { PAGES } from './pages.js';

const scripts = {
  console: 'cobrowse/console-page.ts',
  rrweb: 'cobrowse/record-rrweb.ts',
  'replay-rrweb': 'cobrowse/replay-rrweb.ts',
  deskbell: 'cobrowse/record-deskbell.ts',
  'replay-deskbell': 'cobrowse/replay-deskbell.ts',
} as const;

/** Serves each page of the bench with each recorder on it, and the pages on which it is shown. */
export async function serveMirrors(): Promise<Served> {
  const files = new Map<string, { type: string; body: string }>();
  for (const [name, entry] of Object.entries(scripts)) files.set(`/${name}.js`, { type: 'text/javascript', body: await bundle(entry) });
  for (const [name, html] of Object.entries(PAGES))
    for (const recorder of Object.keys(scripts))
      files.set(`/${recorder}/${name}`, {
        type: 'text/html',
        // Behind all that the page does by itself.
        body: html.replace('</html>', `<script type="module" src="/${recorder}.js"></script></html>`),
      });
  return serve(files);
}
