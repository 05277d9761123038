import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Deps } from '../deps.js';
import type { Hub } from '../hub/hub.js';
import type { Store } from '../store/store.js';
import type { RelayEnv } from './relay-env.js';

const noStore = createMiddleware<RelayEnv>(async (c, next) => {
  c.header('Cache-Control', 'no-store');
  await next();
});

/** For whoever watches the relay: does the process live, may it get traffic, what does it count. */
export const healthRoutes = (
  { store, hub, metrics }: Pick<Deps, 'metrics'> & { readonly store: Pick<Store, 'ready'>; readonly hub: Pick<Hub, 'isAway'> },
  isClosing: () => boolean,
) =>
  new Hono<RelayEnv>()
    .get('/healthz', noStore, (c) => c.json({ ok: true }))
    .get('/readyz', noStore, async (c) => {
      if (isClosing()) throw new RelayError('unavailable', 'the relay is shutting down', { retryAfter: 1_000 });
      await store.ready();
      // A relay that does not reach the others still serves its own people, and loses nothing: better than if all refused at once.
      return c.json({ ok: true, otherRelays: hub.isAway ? 'out of reach' : 'reached' });
    })
    .get('/metrics', noStore, async (c) => c.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }));
