import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono } from 'hono';
import type { LiveSettings } from '../settings/live-settings.js';
import { withoutSecrets } from '../settings/secrets.js';
import type { RelayEnv } from './relay-env.js';

/** The settings of the admin's own workspace: got whole, changed, and put back whole. Wants `bearer` before it. */
export const settingsRoutes = (live: LiveSettings) =>
  new Hono<RelayEnv>()
    .use(async (c, next) => {
      if (c.var.person.role !== 'admin') throw new RelayError('wrong-role');
      await next();
    })
    .get('/', async (c) => c.json(withoutSecrets(await live.newest(c.var.person.workspace))))
    .put('/', async (c) => {
      const document: unknown = await c.req.json().catch(() => {
        throw new RelayError('malformed', 'the body is not JSON');
      });
      return c.json(withoutSecrets(await live.change(c.var.person, document)));
    });
