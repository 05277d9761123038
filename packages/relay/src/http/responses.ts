import { sideOf } from '@deskbell/protocol/people.js';
import type { ResponseLibrary } from '@deskbell/protocol/responses.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono } from 'hono';
import { settingsOf } from '../actions/settings-of.js';
import type { Deps } from '../deps.js';
import { responseLibrary } from '../settings/response-library.js';
import type { RelayEnv } from './relay-env.js';

const NONE = { version: 'none', categories: [] } satisfies ResponseLibrary;

/** The standard responses over HTTP. Browsers keep them, and ask whether they are still the newest. Wants `bearer` before it. */
export const responseRoutes = (deps: Deps) =>
  new Hono<RelayEnv>().get('/', (c) => {
    const { person } = c.var;
    if (sideOf(person.role) !== 'agent') throw new RelayError('wrong-role');
    const { version, body } = responseLibrary(settingsOf(deps, person.workspace)) ?? { ...NONE, body: JSON.stringify(NONE) };
    const tag = `"${version}"`;
    c.header('ETag', tag);
    c.header('Cache-Control', 'private, no-cache');
    if (c.req.header('If-None-Match')?.includes(tag)) return c.body(null, 304);
    return c.body(body, 200, { 'Content-Type': 'application/json' });
  });
