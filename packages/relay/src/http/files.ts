import { setTimeout } from 'node:timers/promises';
import type { FileState } from '@deskbell/protocol/attachments.js';
import { MAX_ALT } from '@deskbell/protocol/attachments.js';
import { cleanFileName } from '@deskbell/protocol/file-name.js';
import { sideOf, type Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { cleanLine, id } from '@deskbell/protocol/text.js';
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { settingsOf } from '../actions/settings-of.js';
import type { Deps } from '../deps.js';
import { attachmentOf } from '../domain/attachment-of.js';
import { mustRead } from '../domain/permissions.js';
import type { FileChecks } from '../files/checks.js';
import { clearFile } from '../files/clear-file.js';
import { isShown } from '../files/delivery.js';
import { partCount } from '../files/parts.js';
import type { FilesPort } from '../files/port.js';
import { faultOfName, faultOfSize } from '../files/takes.js';
import { fileLimits } from '../settings/file-limits.js';
import type { FileRow, Uploader } from '../store/files-store.js';
import { checked } from './checked.js';
import { whole } from './paging.js';
import type { RelayEnv } from './relay-env.js';

/** How long an address is good, ms: for a part, which may come through a slow line, and for a reader. */
const PART_LIFE = 900_000;
const READER_LIFE = 300_000;

/** How long a file is kept that nobody sends, ms. */
const UNSENT_LIFE = 86_400_000;

/** The most files that somebody has unsent: one customer's are for one message; agents have several conversations. */
const MAX_UNSENT = { customer: 40, agent: 200 };

/** How long an answer waits for what is found, ms; whoever asked asks again then. */
const PATIENCE = 5_000;

const bodySchema = v.object({
  id,
  name: v.pipe(v.string(), v.maxLength(4_096), v.transform(cleanFileName)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 50)),
  alt: v.optional(v.pipe(v.string(), v.transform(cleanLine), v.maxLength(MAX_ALT)), ''),
});

const addressQuery = v.object({ as: v.optional(v.picklist(['whole', 'thumbnail']), 'whole') });

const uploaderOf = ({ workspace, role, id: uploader }: Person): Uploader => ({ workspace, side: sideOf(role), uploader });

const isTheirs = (person: Person, row: FileRow): boolean => row.side === sideOf(person.role) && row.uploader === person.id;

/** Whether a file waits for its parts, or for somebody to look at it again: the relay that did may be gone. */
const isSending = ({ state, leasedUntil }: FileRow, now: number): boolean =>
  state === 'sending' || (state === 'checking' && leasedUntil <= now);

/** Settles with what comes first: the end of it, or undefined when patience is over. */
async function soon<T>(running: Promise<T>): Promise<T | undefined> {
  const patience = new AbortController();
  const over = setTimeout(PATIENCE, undefined, { signal: patience.signal }).catch(() => undefined);
  return Promise.race([running, over]).finally(() => patience.abort());
}

/** Attachments over HTTP: how they come up, and where they are got (rules U1 to U9). Wants `bearer` before it. */
export function fileRoutes(deps: Deps, checks: FileChecks) {
  const { store, files, now } = deps;

  const portOf = (): FilesPort => {
    if (!files) throw new RelayError('not-found', 'this relay has no place for files');
    return files;
  };

  const stateOf = async (port: FilesPort, row: FileRow): Promise<FileState> => {
    const partSize = port.partSize(row.size);
    const sending = isSending(row, now());
    return {
      state: sending || row.state === 'gone' ? 'sending' : row.state,
      partSize,
      parts: partCount(row.size, partSize),
      have: sending ? await port.have(row) : [],
      ...(row.why && { why: row.why }),
      ...(row.state === 'ready' && { attachment: attachmentOf(row) }),
    };
  };

  const find = async (c: Context<RelayEnv>): Promise<FileRow | undefined> => {
    const wanted = v.safeParse(id, c.req.param('id'));
    const row = wanted.success ? await store.file(c.var.person.workspace, wanted.output) : undefined;
    return row?.state === 'gone' ? undefined : row;
  };

  const own = async (c: Context<RelayEnv>): Promise<FileRow> => {
    const row = await find(c);
    // Somebody else's and one that is not there get the same answer (P1).
    if (!row || !isTheirs(c.var.person, row)) throw new RelayError('not-found');
    return row;
  };

  const begin = async (port: FilesPort, row: FileRow): Promise<FileRow> =>
    row.upload === '' && row.state === 'sending'
      ? ((await store.changeFile(row, { upload: await port.begin(row.id) })) ?? (await store.file(row.workspace, row.id)) ?? row)
      : row;

  return new Hono<RelayEnv>()
    .post('/', async (c) => {
      const port = portOf();
      const whose = uploaderOf(c.var.person);
      const body = checked(bodySchema, await c.req.json().catch(() => undefined));
      const known = await store.file(whose.workspace, body.id);
      if (!known) {
        const full = (await store.unsentFiles(whose)) >= MAX_UNSENT[whose.side] ? 'too-many' : undefined;
        const why = faultOfSize(body.size, fileLimits(settingsOf(deps, whose.workspace))) ?? faultOfName(body.name) ?? full;
        if (why) return c.json({ state: 'refused', why, partSize: 0, parts: 0, have: [] } satisfies FileState);
      }
      const row = await store.startFile({ ...whose, ...body, at: now(), due: now() + UNSENT_LIFE });
      return c.json(await stateOf(port, await begin(port, row)));
    })
    .get('/:id', async (c) => c.json(await stateOf(portOf(), await own(c))))
    .post('/:id/parts/:part', async (c) => {
      const port = portOf();
      const row = await own(c);
      const { part } = checked(v.object({ part: whole(partCount(row.size, port.partSize(row.size))) }), c.req.param());
      if (!isSending(row, now())) throw new RelayError('wrong-phase', 'the file takes no parts any more');
      return c.json({ address: await port.partAddress(row, part, now() + PART_LIFE) });
    })
    .post('/:id/complete', async (c) => {
      const port = portOf();
      const row = await own(c);
      const looked = isSending(row, now()) ? await soon(checks.check(port, row)) : row;
      return c.json(await stateOf(port, looked ?? (await own(c))));
    })
    .get('/:id/address', async (c) => {
      const { person } = c.var;
      const { as } = checked(addressQuery, c.req.query());
      const row = await find(c);
      if (row?.state !== 'ready' || (as === 'thumbnail' && !row.thumbnail)) throw new RelayError('not-found');
      if (row.conversation !== null) mustRead(person, await store.conversation(person.workspace, row.conversation));
      else if (!isTheirs(person, row)) throw new RelayError('not-found');
      const type = as === 'thumbnail' ? 'image/webp' : (row.type ?? '');
      const reader = `${person.role}/${person.id}`;
      const delivery = { type, name: row.name, inline: isShown(type), reader, until: now() + READER_LIFE };
      return c.json({ address: await portOf().address(row.id, as, delivery) });
    })
    .delete('/:id', async (c) => {
      const row = await own(c);
      if (row.conversation !== null) throw new RelayError('wrong-phase', 'the file was sent');
      await clearFile(deps, row);
      return c.body(null, 204);
    });
}
