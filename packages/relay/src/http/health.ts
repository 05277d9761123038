import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import type { RelayEnv } from './relay-env.js';

/** For whoever watches the relay: does the process live, may it get traffic, what does it count. */
export const healthRoutes = ({ store, metrics }: Deps, isClosing: () => boolean) =>
  new Hono<RelayEnv>()
    .use(async (c, next) => {
      await next();
      c.header('Cache-Control', 'no-store');
    })
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      if (isClosing()) throw new RelayError('unavailable', 'the relay is shutting down', { retryAfter: 1_000 });
      await store.ready();
      return c.json({ ok: true });
    })
    .get('/metrics', async (c) => c.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }));
