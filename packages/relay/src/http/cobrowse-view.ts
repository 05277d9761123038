import { randomBytes } from 'node:crypto';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Deps } from '../deps.js';
import type { SiteEntry } from '../settings/directory.js';
import type { RelayEnv } from './relay-env.js';

/** Where a site's pages may have pictures, fonts and films from, as agents see them. */
const assetsOf = ({ settings, workspace }: SiteEntry): readonly string[] => [
  ...new Set([...settings.origins, ...workspace.cobrowse.assets]),
];

/**
 * What may happen in the view. A customer's page stands in a frame of it, which has the same policy: nothing runs there but the view's own script,
 * nothing is sent, opened, framed or asked for but pictures, fonts and films from where the site has them, and no text becomes HTML.
 */
function policyOf(entry: SiteEntry, nonce: string): string {
  const assets = assetsOf(entry).join(' ');
  const rules = {
    'default-src': "'none'",
    'script-src': `'nonce-${nonce}'`,
    'style-src': "'unsafe-inline'",
    'img-src': `${assets} data: blob:`,
    'font-src': `${assets} data:`,
    'media-src': assets,
    'connect-src': "'none'",
    'frame-src': "'none'",
    'object-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': entry.workspace.agents.origins.join(' '),
    'require-trusted-types-for': "'script'",
    'trusted-types': 'deskbell-standards deskbell-quirks',
    sandbox: 'allow-scripts allow-same-origin',
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

const POWERS = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'clipboard-read',
  'clipboard-write',
  'fullscreen',
  'payment',
  'usb',
];

/**
 * The page in which an agent sees a customer's: `GET /cobrowse/view?site=KEY`, in a frame of a desk of the site's workspace. Nothing in it is secret;
 * what it shows comes to it over a port from the page around it (`view-port.ts` in packages/cobrowse).
 */
export const cobrowseViewRoutes = ({ directory }: Pick<Deps, 'directory'>) =>
  new Hono<RelayEnv>().get('/view', (c) => {
    const entry = directory.site(c.req.query('site') ?? '');
    if (!entry) throw new RelayError('not-found');
    const nonce = randomBytes(16).toString('base64');
    c.header('Content-Security-Policy', policyOf(entry, nonce));
    c.header('Permissions-Policy', POWERS.map((power) => `${power}=()`).join(', '));
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    // What is asked of a site is asked without the cookies that the agent's browser has of it.
    c.header('Cross-Origin-Embedder-Policy', 'credentialless');
    c.header('Origin-Agent-Cluster', '?1');
    c.header('Cache-Control', 'no-store');
    return c.html(
      html`<!doctype html>
        <html>
          <head>
            <meta charset="utf-8" />
            <title>Deskbell</title>
            <meta name="deskbell-desks" content="${JSON.stringify(entry.workspace.agents.origins)}" />
            <script src="../view.js" nonce="${nonce}" defer></script>
          </head>
          <body></body>
        </html>`,
    );
  });
