import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { sealedFor, type Form } from '@deskbell/protocol/forms.js';
import { beginning, hashOf, lineAfter } from '@deskbell/relay/audit/chain.js';
import type { AuditEntry, AuditHead, AuditLine } from '@deskbell/relay/audit/entry.js';
import { Verifier } from '@deskbell/relay/audit/verifier.js';
import { createLog } from '@deskbell/relay/log.js';
import { checkSettings } from '@deskbell/relay/settings/check-settings.js';
import { startRelay } from '@deskbell/relay/start.js';
import { Pool } from '@deskbell/relay/store/pool.js';
import { DatabaseVault } from '@deskbell/relay/vault/database-vault.js';
import { MasterKey } from '@deskbell/relay/vault/master-key.js';
import { seal } from '@deskbell/relay/vault/seal.js';
import { atShare, median, ms, type Figure } from './figures.js';
import { ORIGIN, SECRET, SITE, WORKSPACE } from './identities.js';
import { startDatabase, type BenchDatabase } from './relay/database.js';
import { makePair } from './relay/pairs.js';

const LINES = 200_000;
const ROUNDS = 5;
const REVEALS = 400;
const PIECE = 5_000;
const GOAL = 200_000;
/** From the click till it shows, of which the relay's part is measured here, ms. */
const FASTEST = 150;

const entry = (at: number): AuditEntry => ({
  what: 'value.revealed',
  at,
  who: { id: 'ana', name: 'Ana Ruiz', role: 'agent' },
  conversation: '0198d3f0-0000-7000-8000-000000000001',
  form: { id: 'payment', name: 'Payment' },
  request: '0198d3f0-0000-7000-8000-000000000002',
  field: 'card',
  reason: 'a refund',
});

function chained(): AuditLine[] {
  let head: AuditHead = beginning(WORKSPACE);
  return Array.from({ length: LINES }, (_, at) => {
    const line = lineAfter(head, entry(at));
    head = line;
    return line;
  });
}

/** How many of so many are done in a second. */
const perSecond = (count: number, began: number): number => (count * 1_000) / (performance.now() - began);
const thousands = (rate: number): string => `${(rate / 1_000).toFixed(0)}k/s`;

function verified(lines: readonly AuditLine[]): number {
  const began = performance.now();
  const verifier = new Verifier(WORKSPACE);
  for (const line of lines) if (verifier.take(line)) throw new Error('the trail does not fit');
  return perSecond(lines.length, began);
}

function hashed(lines: readonly AuditLine[]): number {
  const began = performance.now();
  let last = beginning(WORKSPACE).hash;
  for (const { line } of lines) last = hashOf(last, line);
  return perSecond(lines.length, began);
}

/** The same out of the database, as `npm run audit:verify` does it. */
async function verifiedInDatabase({ store }: BenchDatabase): Promise<number> {
  for (let at = 0; at < LINES; at += PIECE)
    await store.appendAudit(
      'trail',
      Array.from({ length: PIECE }, (_, each) => entry(at + each)),
    );
  const began = performance.now();
  const verifier = new Verifier('trail');
  let lines: AuditLine[] = [];
  do {
    lines = await store.audit({ workspace: 'trail', order: 'oldest', after: verifier.last.n, limit: PIECE });
    for (const line of lines) if (verifier.take(line)) throw new Error('the trail does not fit');
  } while (lines.length > 0);
  return perSecond(verifier.last.n, began);
}

const FORM: Form = {
  id: 'payment',
  name: 'Payment',
  secured: false,
  fields: [{ name: 'card', label: 'Card', kind: 'text', required: true, masked: true }],
};

/** A conversation whose customer has filled in a form; gives where it is revealed, and the agent's token. */
async function fillForm({ store, url }: BenchDatabase, master: MasterKey): Promise<{ path: string; token: string }> {
  const [customer, agent] = await makePair(store, 0);
  const { conversation } = customer;
  const [form, at] = [v7(), Date.now()];
  const vault = await new DatabaseVault({ store, now: Date.now, newId: () => v7() }, master).key(WORKSPACE);
  const by = { id: 'agent-0', name: 'Ana Ruiz', role: 'agent' } as const;
  await store.changeConversation(WORKSPACE, conversation, form, () => ({
    row: {},
    events: [
      { type: 'form.sent', id: form, at, by, form: FORM, vault },
      { type: 'form.answered', id: v7(), at, by: { ...by, role: 'customer' }, form, name: FORM.name, values: {}, masked: ['card'] },
    ],
  }));
  const { enc, ct } = await seal(vault, '4111111111111111', sealedFor(conversation, form, 'card'));
  const pool = new Pool(url, 1);
  const place = [WORKSPACE, conversation, form, 'card', vault.id, enc, ct];
  await pool.ask(
    'insert into sealed_values (workspace, conversation, form, field, key, enc, ct) values ($1, $2, $3, $4, $5, $6, $7)',
    place,
  );
  await pool.end();
  return { path: `/v1/conversations/${conversation}/forms/${form}/reveal`, token: agent.token };
}

/** From the request to the answer with the value, one after the other, each with its durable line; ms. */
async function reveals(database: BenchDatabase): Promise<number[]> {
  const vaultKey = randomBytes(32).toString('base64');
  const { path, token } = await fillForm(database, await MasterKey.from(vaultKey, 'the bench'));
  const relay = await startRelay({
    settings: checkSettings({
      workspaces: [
        {
          id: WORKSPACE,
          name: 'Bench',
          agents: { secret: SECRET, origins: [ORIGIN] },
          responseTimeSeconds: 120,
          queues: [{ id: 'queue', name: 'Queue' }],
          sites: [{ key: SITE, name: 'Site', origins: [ORIGIN], queue: 'queue' }],
        },
      ],
    }),
    port: 0,
    databaseUrl: database.url,
    secret: SECRET,
    vaultKey,
    httpLimits: { requestsPerAgent: 1e9, revealsPerAgent: 1e9 },
    log: createLog('silent'),
  });
  try {
    const took: number[] = [];
    for (let round = 0; round < REVEALS; round += 1) {
      const began = performance.now();
      const answer = await fetch(`${relay.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ id: v7(), fields: ['card'] }),
      });
      const text = await answer.text();
      took.push(performance.now() - began);
      if (!text.includes('4111111111111111')) throw new Error(`nothing was revealed: ${text}`);
    }
    // The first are the compiler's.
    return took.slice(REVEALS / 4);
  } finally {
    await relay.stop();
  }
}

/** What it costs to verify an audit trail, and to have a masked value revealed. */
export async function audit(): Promise<Figure[]> {
  const lines = chained();
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(verified(lines));
    bare.push(hashed(lines));
  }
  const rate = median(ours);
  const database = await startDatabase();
  try {
    const stored = await verifiedInDatabase(database);
    const took = await reveals(database);
    const late = atShare(took, 0.95);
    return [
      {
        what: `audit trail of ${LINES.toLocaleString('en')} lines: verified a second`,
        ours: thousands(rate),
        against: `hashing alone ${thousands(median(bare))}; read from PostgreSQL as well ${thousands(stored)}`,
        ratio: thousands(rate),
        goal: `at least ${thousands(GOAL)}`,
        reached: rate >= GOAL,
      },
      {
        what: 'a masked value revealed: from the request to the answer, with its durable line, p95',
        ours: ms(late),
        against: `p50 ${ms(median(took))}`,
        ratio: ms(late),
        goal: `at most ${String(FASTEST)} ms, with the browser's part`,
        reached: late <= FASTEST,
      },
    ];
  } finally {
    await database.stop();
  }
}
