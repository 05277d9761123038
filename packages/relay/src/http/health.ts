import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Deps } from '../deps.js';
import type { Store } from '../store/store.js';
import type { RelayEnv } from './relay-env.js';

const noStore = createMiddleware<RelayEnv>(async (c, next) => {
  c.header('Cache-Control', 'no-store');
  await next();
});

/** For whoever watches the relay: does the process live, may it get traffic, what does it count. */
export const healthRoutes = (
  { store, metrics }: Pick<Deps, 'metrics'> & { readonly store: Pick<Store, 'ready'> },
  isClosing: () => boolean,
) =>
  new Hono<RelayEnv>()
    .get('/healthz', noStore, (c) => c.json({ ok: true }))
    .get('/readyz', noStore, async (c) => {
      if (isClosing()) throw new RelayError('unavailable', 'the relay is shutting down', { retryAfter: 1_000 });
      await store.ready();
      return c.json({ ok: true });
    })
    .get('/metrics', noStore, async (c) => c.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }));
