import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { ANA, WORKSPACE, accepted, asAuthor, newCustomer, say, startActive, startOne } from '../testing/conversations.js';
import { testDatabase } from '../testing/database.js';
import { SYSTEM_AUTHOR, assignment, cameIn, set } from '../testing/routing.js';
import { openPostgresStore } from './postgres-store.js';
import { Pool } from './pool.js';

/** Columns that a message changes, or that what was read does. */
const CHANGED_BY_MESSAGES = ['seq', 'awaiting_since', 'snoozed_until', 'read_customer', 'read_agent'];

test('DLV 5 no index, and no predicate of one, names a column that a message changes', async () => {
  const pool = new Pool(await testDatabase(), 1);
  try {
    const indexes = await pool.ask<{ definition: string }>(
      `select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'conversations'::regclass`,
    );
    assert.ok(indexes.length >= 6);
    for (const { definition } of indexes)
      for (const column of CHANGED_BY_MESSAGES) assert.doesNotMatch(definition, new RegExp(`\\b${column}\\b`), definition);
  } finally {
    await pool.end();
  }
});

test('SNZ 3, DLV 5 a message leaves all indexes alone, also where it wakes what was snoozed', async () => {
  const address = await testDatabase();
  const store = await openPostgresStore({ address });
  const { customer, id } = await startActive(store);
  await set(store, id, { snoozedUntil: 90_000 });
  const pool = new Pool(address, 1);
  const written = async () => {
    const [row] = await pool.ask<{ all: number; hot: number }>(
      `select n_tup_upd as all, n_tup_hot_upd as hot from pg_stat_user_tables where relname = 'conversations'`,
    );
    return row!;
  };
  try {
    await say(store, id, customer, 'awake');
    await say(store, id, ANA, 'yes');
    await store.close();
    // What a connection has counted is there at the latest when it is gone; how soon after, the server decides.
    let counts = await written();
    while (counts.all < 4) counts = await written();
    // Accepting it names its agent, which stands in an index; nothing else does.
    assert.equal(counts.all - counts.hot, 1);
  } finally {
    await pool.end();
  }
});

test('C6 whatever relays do with the same agents and conversations at once, none is in the other’s way for good', async () => {
  const address = await testDatabase();
  // So many connections that hardly anything waits for one: they are to meet in the database.
  const relays = await Promise.all([openPostgresStore({ address, connections: 40 }), openPostgresStore({ address, connections: 40 })]);
  const [store, other] = relays;
  const agents = Array.from({ length: 12 }, (_, index) => ({ id: `agent-${String(index)}`, name: '', workspace: WORKSPACE }));
  for (const agent of agents) await cameIn(store, agent);
  const customers = await Promise.all(Array.from({ length: 60 }, () => newCustomer(store)));
  const waiting = await Promise.all(customers.map(async (customer) => (await startOne(store, customer)).row.id));
  const agentOf = (index: number) => agents[index % agents.length]!;
  const doing: Promise<unknown>[] = [];
  for (let round = 0; round < 6; round += 1) {
    for (const [which, relay] of relays.entries()) {
      const turned = which ? waiting.toReversed() : waiting;
      const given = turned.map((id, index) => assignment(id, agentOf(index * 5 + round), { slots: 4, until: index % 3 ? 30_000 : null }));
      doing.push(relay.assign(WORKSPACE, given, SYSTEM_AUTHOR, 2_000, { waits: round % 2 > 0 }));
      doing.push(relay.seeAgents(which ? agents.toReversed() : agents, 200_000 + round));
      doing.push(relay.takeDue(90_000, 99_000 + round, 50).then((timers) => Promise.all(timers.map((timer) => relay.endTimer(timer)))));
    }
    for (const [index, id] of waiting.entries()) {
      if (index % 6 !== round) continue;
      const author = { ...agentOf(index), role: 'agent' } as const;
      const command = v7();
      const take = accepted({ id: author.id, name: '', role: 'agent' }, command);
      doing.push(
        other.changeForAgent(WORKSPACE, id, command, author.id, (row) => (row.phase === 'waiting' ? take(row) : { row: {}, events: [] })),
        store.changeAgent(author, () => ({ idle: false })),
        store.introduceCustomer(WORKSPACE, customers[index]!.id, { name: `Kim ${String(round)}` }),
        say(relays[index % 2]!, id, asAuthor(customers[index]!), 'hello?'),
        set(other, id, {}, { wait: 80_000, offer: null }),
      );
    }
  }
  await Promise.all(doing);
  await Promise.all(relays.map((relay) => relay.close()));
  const pool = new Pool(address, 1);
  try {
    // Each connection says what it has seen when it ends; the last of them may still be ending.
    const connected = `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
    while ((await pool.ask(connected)).length > 0);
    const [row] = await pool.ask<{ deadlocks: number }>(`select deadlocks from pg_stat_database where datname = current_database()`);
    assert.equal(row?.deadlocks, 0);
  } finally {
    await pool.end();
  }
});

test('C6 what somebody holds is left out at first, and waited for where it was in vain', async () => {
  const address = await testDatabase();
  const store = await openPostgresStore({ address });
  await cameIn(store);
  const { row } = await startOne(store, await newCustomer(store));
  const pool = new Pool(address, 2);
  try {
    const given = await pool.transact(async (tx) => {
      await tx.ask('select 1 from conversations where id = $1 for update', [row.id]);
      assert.deepEqual(await store.assign(WORKSPACE, [assignment(row.id)], SYSTEM_AUTHOR, 2_000), []);
      const waiting = store.assign(WORKSPACE, [assignment(row.id)], SYSTEM_AUTHOR, 2_000, { waits: true });
      const blocked = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      while ((await pool.ask(blocked)).length === 0);
      return { waiting };
    });
    assert.equal((await given.waiting).length, 1);
  } finally {
    await pool.end();
    await store.close();
  }
});
