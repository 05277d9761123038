import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { fileURLToPath } from 'node:url';
import { assistantRoute } from './assistant-route.js';
import { deskPage, pickerPage } from './desk-pages.js';
import { accountPage, checkoutPage, orderedPage } from './checkout-pages.js';
import { helpPage } from './help-page.js';
import { indexPage } from './index-page.js';
import { paymentRoute } from './payment-route.js';
import { ordersRoute } from './orders-route.js';
import { AGENTS, CUSTOMERS, agentToken, customerIdentity, isAgentId, isCustomerId } from './people.js';
import { ROOMS, productBySlug, type Room } from './products.js';
import { deliveryPage, everythingPage, lostPage, productPage, roomPage, shopFrame } from './shop-pages.js';

/** What the demo's pages need to know of the workspace they show. */
export interface DemoSite {
  readonly origin: string;
  readonly siteKey: string;
  readonly siteSecret: string;
  /** The same shop with its assistant before the people, at `/shop?assistant`. */
  readonly assistedKey: string;
  readonly assistantSecret: string;
  /** The origins of the demo's pages. */
  readonly desks: readonly string[];
  /** What the order service is asked with, and the origin of its page beside a conversation, where that can be shown. */
  readonly ordersSecret: string;
  readonly ordersOrigin: string | undefined;
  readonly workspace: string;
  readonly agentSecret: string;
  /** How long an agent's token lasts, in seconds. */
  readonly tokenSeconds: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Nothing inline, nothing from elsewhere: the chat and the console have to live with the strictest policy there is.
const strict = (frames: readonly string[] = []) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // A picture that is attached shows before the relay has it.
      imgSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'"],
      ...(frames.length ? { frameSrc: ["'self'", ...frames] } : {}),
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    // Plain HTTP on localhost: nothing to upgrade.
    strictTransportSecurity: false,
  });

/** The shop's pages. */
function shop(site: DemoSite) {
  const payment = site.ordersOrigin && `${site.ordersOrigin}/demo/payment`;
  const frame = (c: Context, title: string, path: string, main: ReturnType<typeof lostPage>) => {
    const siteKey = c.req.query('assistant') === undefined ? site.siteKey : site.assistedKey;
    return shopFrame({ title: `${title} · Harbour & Pine`, path, siteKey, frames: site.ordersOrigin, main });
  };
  return (
    new Hono()
      .get('/', (c) => c.html(frame(c, 'Everything', '/shop', everythingPage())))
      .get('/delivery', (c) => c.html(frame(c, 'Delivery and returns', '/shop/delivery', deliveryPage())))
      .get('/checkout', (c) => c.html(frame(c, 'Check out', '/shop/checkout', checkoutPage(payment))))
      // What was typed is looked at by nobody.
      .post('/checkout', (c) => c.redirect('/shop/ordered', 303))
      .get('/ordered', (c) => c.html(frame(c, 'Thank you', '/shop', orderedPage())))
      .get('/account', (c) => c.html(frame(c, 'Your account', '/shop/account', accountPage())))
      .get('/room/:room', (c) => {
        const room = c.req.param('room');
        if (!Object.hasOwn(ROOMS, room)) return c.html(frame(c, 'Not found', '/shop', lostPage()), 404);
        return c.html(frame(c, ROOMS[room as Room], `/shop/room/${room}`, roomPage(room as Room)));
      })
      .get('/:product', (c) => {
        const product = productBySlug(c.req.param('product'));
        if (!product) return c.html(frame(c, 'Not found', '/shop', lostPage()), 404);
        return c.html(frame(c, product.name, `/shop/${product.slug}`, productPage(product)));
      })
  );
}

/** What the shop's and the CRM's own servers do in the world: say who somebody is. Here they believe everybody. */
function signIn({ siteSecret, workspace, agentSecret, tokenSeconds, now }: DemoSite) {
  return new Hono()
    .post('/token', async (c) => {
      const as = c.req.query('as') ?? '';
      if (!isAgentId(as))
        return c.json({ error: { code: 'not-found', detail: `The demo's agents are ${Object.keys(AGENTS).join(' and ')}.` } }, 404);
      return c.json({ token: await agentToken(as, workspace, agentSecret, now() + tokenSeconds * 1000) });
    })
    .post('/identity', async (c) => {
      const as = c.req.query('customer') ?? '';
      if (!isCustomerId(as)) return c.json({ error: { code: 'not-found', detail: 'The demo has no such customer.' } }, 404);
      return c.json({ name: CUSTOMERS[as].name, token: await customerIdentity(as, siteSecret, now() + 60_000) });
    });
}

/** Everything that the demo serves beside the relay: `/`, `/shop`, `/desk` and what they are made of. */
export function demoRoutes(site: DemoSite) {
  const strip = (prefix: string) => (path: string) => path.slice(prefix.length);
  const routes = new Hono();
  const frames = site.ordersOrigin ? [site.ordersOrigin] : [];
  for (const path of ['/', '/help']) routes.use(path, strict());
  for (const path of ['/shop/*', '/desk']) routes.use(path, strict(frames));
  routes.get('/', (c) => c.html(indexPage(site)));
  routes.route('/shop', shop(site));
  routes.get('/help', (c) => c.html(helpPage(site.siteKey)));
  routes.get('/desk', (c) => {
    const as = c.req.query('as') ?? '';
    return c.html(isAgentId(as) ? deskPage(AGENTS[as]) : pickerPage(Object.values(AGENTS)));
  });
  routes.route('/demo', signIn(site));
  routes.route('/demo/assistant', assistantRoute({ secret: site.assistantSecret, now: site.now }));
  routes.route('/demo/payment', paymentRoute(site.desks));
  routes.route('/demo/orders', ordersRoute({ secret: site.ordersSecret, desks: site.desks, now: site.now }));
  routes.get('/demo/console/*', serveStatic({ root: folder('../packages/console/cdn'), rewriteRequestPath: strip('/demo/console') }));
  routes.get('/demo/*', serveStatic({ root: folder('./pages'), rewriteRequestPath: strip('/demo') }));
  return routes;
}
