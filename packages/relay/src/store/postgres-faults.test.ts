import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import { startEmbedded } from '../database/embedded.js';
import { StartError } from '../start-error.js';
import { ANA, WORKSPACE, say, startActive } from '../testing/conversations.js';
import { emptyDatabase, testDatabase } from '../testing/database.js';
import { loseAnswers } from '../testing/lose-answers.js';
import type { Asker, DatabaseAddress } from './database.js';
import { Pool } from './pool.js';
import { openPostgresStore } from './postgres-store.js';
import type { Store } from './store.js';

async function openStore(t: TestContext, address: DatabaseAddress, statementTimeout = 30_000): Promise<Store> {
  const store = await openPostgresStore({ address, statementTimeout });
  t.after(() => store.close());
  return store;
}

/** Cuts every connection to the database but its own, and one that is to be spared. */
async function cutConnections(address: DatabaseAddress, spared = 0): Promise<void> {
  const pool = new Pool(address, 1);
  const others = 'datname = current_database() and pid not in (pg_backend_pid(), $1)';
  await pool.ask(`select pg_terminate_backend(pid) from pg_stat_activity where ${others}`, [spared]);
  await pool.end();
}

/** Settles when somebody waits for what another has locked. */
async function someoneWaits(asker: Asker): Promise<void> {
  while ((await asker.ask('select 1 from pg_locks where not granted')).length === 0);
}

const isUnavailable = (error: unknown): boolean =>
  error instanceof RelayError && error.code === 'unavailable' && (error.retryAfter ?? 0) > 0;

/** Why something was refused; undefined where it was not. */
const reasonOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );

/** What a client does: the same again until it is told that it was saved. */
async function insist<T>(run: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      assert.ok(isUnavailable(error), String(error));
      // A client waits; here it is enough that the sockets get their turn.
      await setImmediate();
    }
  }
}

test('DLV 5 connections that are cut cost nothing but a resend: each message is there once, in the order of its author', async (t) => {
  const address = await testDatabase();
  const store = await openStore(t, address);
  const talks = await Promise.all(Array.from({ length: 5 }, () => startActive(store)));
  const texts = Array.from({ length: 400 }, (_, index) => ({ id: v7(), text: String(index) }));
  const asked: Promise<unknown>[] = [];
  for (const [index, { id, text }] of texts.entries()) {
    for (const talk of talks) asked.push(reasonOf(say(store, talk.id, index % 3 ? talk.customer : ANA, text, { id })));
    if (index % 40 === 39) await Promise.all([cutConnections(address), asked.at(-1)]);
  }
  const refused = (await Promise.all(asked)).filter((reason) => reason !== undefined);
  assert.ok(refused.length > 0 && refused.every(isUnavailable));
  for (const [index, { id, text }] of texts.entries()) {
    for (const talk of talks) await insist(() => say(store, talk.id, index % 3 ? talk.customer : ANA, text, { id }));
  }
  for (const talk of talks) {
    const log = await store.eventsAfter(talk.id, 2, 1_000);
    assert.deepEqual(
      log.map(({ seq }) => seq),
      log.map((_, index) => index + 3),
    );
    assert.deepEqual(log.map(({ id }) => id).toSorted(), texts.map(({ id }) => id).toSorted());
  }
});

test('DLV 5 what was queued behind a batch that was lost is refused with it, so that nobody overtakes themselves', async (t) => {
  const address = await testDatabase();
  const store = await openStore(t, address);
  const { id, customer } = await startActive(store);
  const pool = new Pool(address, 1);
  t.after(() => pool.end());
  await say(store, id, customer, 'before');
  // Holds the conversation, so that the first batch waits for it, and all that follows waits for the batch.
  await pool.transact(async (tx) => {
    const [holder] = await tx.ask<{ pid: number }>('select pg_backend_pid() as pid from conversations where id = $1 for update', [id]);
    const first = reasonOf(say(store, id, customer, 'one'));
    await someoneWaits(tx);
    const rest = ['two', 'three'].map((text) => reasonOf(say(store, id, customer, text)));
    await cutConnections(address, holder?.pid);
    for (const reason of await Promise.all([first, ...rest])) assert.ok(isUnavailable(reason), String(reason));
  });
  assert.deepEqual(await insist(() => store.eventsAfter(id, 3, 10)), []);
});

test('a database that stops and comes back is found again by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-faults-'));
  await chmod(folder, 0o755);
  const first = await startEmbedded(folder);
  const store = await openPostgresStore(first);
  const { id, customer } = await startActive(store);
  await first.stop();
  const message = v7();
  const asked: [string, () => Promise<unknown>][] = [
    ['append', () => say(store, id, customer, 'hello', { id: message })],
    ['change', () => store.changeConversation(WORKSPACE, id, v7(), () => ({ row: {}, events: [] }))],
    ['read', () => store.conversation(WORKSPACE, id)],
    ['mark', () => store.markRead(WORKSPACE, id, 'agent', 1)],
    ['ready', () => store.ready()],
  ];
  for (const [what, ask] of asked) await assert.rejects(ask(), isUnavailable, what);

  const second = await startEmbedded(folder);
  const { event } = await insist(() => say(store, id, customer, 'hello', { id: message }));
  assert.equal(event.seq, 3);
  for (const [, ask] of asked) await insist(ask);
  await store.close();
  await second.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a connection that falls silent is given up, and the next one serves', async (t) => {
  const address = await testDatabase();
  const store = await openStore(t, address, 2_000);
  const { id, customer } = await startActive(store);
  await say(store, id, customer, 'heard');
  const pool = new Pool(address, 1);
  t.after(() => pool.end());
  // On a busy machine there may be two by then, and either may be the next.
  const backends = await pool.ask<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and query like '%insert into events%' and query like '%numbered%'`,
  );
  assert.ok(backends.length > 0);
  for (const { pid } of backends) process.kill(pid, 'SIGSTOP');
  const message = v7();
  try {
    await assert.rejects(say(store, id, customer, 'into the void', { id: message }), isUnavailable);
    assert.equal((await insist(() => say(store, id, customer, 'into the void', { id: message }))).event.seq, 4);
  } finally {
    for (const { pid } of backends) process.kill(pid, 'SIGCONT');
  }
});

test('a statement that takes too long is given up by the server', async (t) => {
  const address = await testDatabase();
  const { id, customer } = await startActive(await openStore(t, address));
  const store = await openStore(t, address, 300);
  const pool = new Pool(address, 1);
  t.after(() => pool.end());
  await pool.transact(async (tx) => {
    await tx.ask('select 1 from conversations where id = $1 for update', [id]);
    await assert.rejects(say(store, id, customer, 'waits for the lock'), isUnavailable);
  });
  await insist(() => say(store, id, customer, 'and now'));
});

test('relays that start at the same moment make the tables once', async (t) => {
  const address = await emptyDatabase();
  const stores = await Promise.all([1, 2, 3].map(() => openStore(t, address)));
  await Promise.all(stores.map((store) => store.ready()));
});

test('a database that is newer than the build is left alone, and that is said', async () => {
  const address = await testDatabase();
  const pool = new Pool(address, 1);
  await pool.askOnce(`insert into migrations (name) values ('9999-tomorrow.sql')`);
  await pool.end();
  await assert.rejects(openPostgresStore({ address }), (error: unknown) => {
    assert.ok(error instanceof StartError);
    assert.match(error.message, /newer Deskbell.*9999-tomorrow\.sql.*Start that version/);
    return true;
  });
});

test('a database that cannot be used at the start gets a sentence without its password', async () => {
  const address = await testDatabase();
  const says = (sentence: RegExp) => (error: unknown) => {
    assert.ok(error instanceof StartError, String(error));
    assert.match(error.message, sentence);
    assert.doesNotMatch(error.message, /secret/);
    return true;
  };
  await assert.rejects(openPostgresStore({ address: { ...address, password: 'secret' } }), says(/the password is wrong/));
  await assert.rejects(openPostgresStore({ address: { ...address, database: 'none' } }), says(/there is no such database/));
  await assert.rejects(
    openPostgresStore({ address: 'postgres://me:secret@127.0.0.1:1/deskbell' }),
    says(/127\.0\.0\.1:1\/deskbell.*ECONNREFUSED/),
  );
});

test('DLV 5 O6 a commit, or an append, whose answer was lost leaves a doubt, once; what was refused leaves none', async (t) => {
  const address = await testDatabase();
  const store = await openStore(t, address);
  const { id } = await startActive(store);
  await reasonOf(store.changeConversation(WORKSPACE, v7(), v7(), () => ({ row: {}, events: [] })));
  assert.equal(await store.takeDoubt(), false);
  await loseAnswers(address, 'message.sent');
  assert.ok(isUnavailable(await reasonOf(say(store, id, ANA, 'one'))));
  assert.deepEqual([await store.takeDoubt(), await store.takeDoubt()], [true, false]);
  const event = { type: 'message.sent', id: v7(), at: 3_000, by: ANA, text: 'two' } as const;
  assert.ok(isUnavailable(await reasonOf(store.changeConversation(WORKSPACE, id, event.id, () => ({ row: {}, events: [event] })))));
  assert.deepEqual([await store.takeDoubt(), await store.takeDoubt()], [true, false]);
});
