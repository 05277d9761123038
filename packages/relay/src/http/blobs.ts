import { Readable } from 'node:stream';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { FilesDoor } from '../files/port.js';
import type { RelayEnv } from './relay-env.js';

/** The relay's own addresses for files, where they are kept beside it: each is signed for one thing, so no token is asked for. */
export const blobRoutes = (door: FilesDoor) =>
  new Hono<RelayEnv>()
    .use(cors({ origin: '*', allowMethods: ['GET', 'PUT'], allowHeaders: ['Content-Type', 'Range'], maxAge: 7_200 }))
    .put('/:id/:part', async (c) => {
      const { incoming } = c.env;
      if (!incoming) throw new RelayError('internal', 'there is no request behind this one');
      const length = c.req.header('Content-Length');
      // As it comes, and no faster than it is written: nothing of it is kept here.
      await door.put(c.req.param('id'), c.req.param('part'), c.req.query(), length === undefined ? undefined : Number(length), incoming);
      return c.body(null, 204);
    })
    .get('/:id/:what', async (c) => {
      const { status, headers, bytes } = await door.get(c.req.param('id'), c.req.param('what'), c.req.query(), c.req.header('Range'));
      return bytes ? c.body(Readable.toWeb(bytes) as ReadableStream, status, headers) : c.body(null, status, headers);
    });
