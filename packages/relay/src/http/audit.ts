import { RelayError } from '@deskbell/protocol/refusals.js';
import { id } from '@deskbell/protocol/text.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { AuditEntry, AuditLine } from '../audit/entry.js';
import { exportedLine, firstLine } from '../audit/exported.js';
import type { Deps } from '../deps.js';
import { checked } from './checked.js';
import { whole } from './paging.js';
import type { RelayEnv } from './relay-env.js';

/** Lines that are exported at once. */
const PIECE = 1_000;

const query = v.object({
  conversation: v.optional(id),
  order: v.optional(v.picklist(['newest', 'oldest']), 'newest'),
  /** From the page before. */
  page: v.optional(whole(Number.MAX_SAFE_INTEGER)),
  limit: v.optional(whole(200), '50'),
});

const shown = ({ line, hash }: AuditLine): object => ({ ...(JSON.parse(line) as object), hash });

/** The whole trail up to a head, in pieces, as it is asked for. */
function exported({ store }: Deps, workspace: string, head: Awaited<ReturnType<Deps['store']['auditHead']>>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after = 0;
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(firstLine(workspace, head))),
    async pull(controller) {
      const limit = Math.min(PIECE, head.n - after);
      const lines = limit > 0 ? await store.audit({ workspace, order: 'oldest', after, limit }) : [];
      after = lines.at(-1)?.n ?? head.n;
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.map(exportedLine).join('')));
      if (after >= head.n) controller.close();
    },
  });
}

/** The audit trail, for admins; that it was read is a line of it (VT13). Wants `bearer` before it. */
export const auditRoutes = (deps: Deps) =>
  new Hono<RelayEnv>()
    .use(async (c, next) => {
      if (c.var.person.role !== 'admin') throw new RelayError('wrong-role');
      await next();
    })
    .get('/', async (c) => {
      const { store, now } = deps;
      const { workspace, id: admin, name, role } = c.var.person;
      const { page = null, conversation, ...asked } = checked(query, c.req.query());
      const who = { id: admin, name, role };
      const read: AuditEntry = { what: 'audit.read', at: now(), who, how: 'pages', ...(conversation !== undefined && { conversation }) };
      const [last] = await store.appendAudit(workspace, [read]);
      const lines = await store.audit({ workspace, conversation, order: asked.order, after: page, limit: asked.limit });
      const next = lines.length < asked.limit ? null : (lines.at(-1)?.n ?? null);
      return c.json({ lines: lines.map(shown), next, head: last && { n: last.n, hash: last.hash } });
    })
    .get('/export', async (c) => {
      const { store, now } = deps;
      const { workspace, id: admin, name, role } = c.var.person;
      await store.appendAudit(workspace, [{ what: 'audit.read', at: now(), who: { id: admin, name, role }, how: 'export' }]);
      return c.body(exported(deps, workspace, await store.auditHead(workspace)), 200, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': 'attachment; filename="audit.txt"',
      });
    });
