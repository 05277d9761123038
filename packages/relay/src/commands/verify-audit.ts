#!/usr/bin/env node
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import type { AuditHead, AuditLine } from '../audit/entry.js';
import { readFirst, readLine } from '../audit/exported.js';
import { Verifier, type AuditFault } from '../audit/verifier.js';
import { StartError } from '../start-error.js';
import type { Store } from '../store/store.js';
import { linesIn } from './lines-in.js';
import { command, say, withStore } from './run.js';

// `npm run audit:verify`: goes through the trails in the database, or through an exported file, from their first line on.

/** Lines that are read from the database at once. */
const PIECE = 5_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workspace: { type: 'string' }, head: { type: 'string' } },
});

const REASONS: Record<AuditFault['why'], string> = {
  missing: 'is not where it has to be: something was taken out, put in or moved',
  changed: 'does not fit its hash: it, or one before it, was changed',
  'ends early': 'and all behind it are missing',
  'other head': 'has another hash than the head that was kept: the trail was written anew',
};

function keptHead(): AuditHead | undefined {
  if (values.head === undefined) return undefined;
  const [, n, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(values.head) ?? [];
  if (n === undefined || hash === undefined) throw new StartError('--head is a number and a hash, as n:hash.');
  return { n: Number(n), hash };
}

/** Says how a trail is. Returns whether it fits. */
function tell(workspace: string, fault: AuditFault | undefined, { last }: Verifier): boolean {
  if (fault) say(`${workspace}: line ${String(fault.n)} ${REASONS[fault.why]}.`);
  else say(`${workspace}: OK, ${String(last.n)} lines, head ${String(last.n)}:${last.hash}`);
  return fault === undefined;
}

async function* linesOf(store: Store, workspace: string): AsyncGenerator<AuditLine[]> {
  let lines: AuditLine[] = [];
  do {
    lines = await store.audit({ workspace, order: 'oldest', after: lines.at(-1)?.n ?? 0, limit: PIECE });
    yield lines;
  } while (lines.length === PIECE);
}

async function verify(
  workspace: string,
  pieces: AsyncIterable<readonly AuditLine[]>,
  heads: readonly (AuditHead | undefined)[],
): Promise<boolean> {
  const verifiers = heads.map((head) => new Verifier(workspace, head));
  const [first] = verifiers;
  if (!first) return true;
  for await (const lines of pieces)
    for (const line of lines)
      for (const verifier of verifiers) {
        const fault = verifier.take(line);
        if (fault) return tell(workspace, fault, verifier);
      }
  return tell(
    workspace,
    verifiers.map((verifier) => verifier.end()).find((fault) => fault !== undefined),
    first,
  );
}

async function verifyFile(path: string): Promise<boolean> {
  const pieces = linesIn(createReadStream(path, { encoding: 'utf8' }));
  const { value: [text = '', ...rest] = [] } = (await pieces.next()) as { value?: string[] };
  const first = readFirst(text);
  if (!first) throw new StartError(`${path} does not begin as an exported audit trail does.`);
  async function* lines(): AsyncGenerator<AuditLine[]> {
    yield rest.map(readLine);
    for await (const piece of pieces) yield piece.map(readLine);
  }
  const head = keptHead();
  return verify(first.workspace, lines(), [first.head, ...(head ? [head] : [])]);
}

async function verifyDatabase(): Promise<boolean> {
  const head = keptHead();
  return withStore(async ({ store }) => {
    const workspaces = values.workspace === undefined ? await store.auditedWorkspaces() : [values.workspace];
    if (head && workspaces.length > 1) throw new StartError('Say with --workspace whose head it is.');
    if (workspaces.length === 0) say('There is no audit trail yet.');
    const results: boolean[] = [];
    for (const workspace of workspaces) results.push(await verify(workspace, linesOf(store, workspace), [head]));
    return results.every(Boolean);
  });
}

command(() => (positionals[0] === undefined ? verifyDatabase() : verifyFile(positionals[0])));
