import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEvent } from '@deskbell/protocol/events.js';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { ANA, accepted, asAuthor, newCustomer, say, startOne, WORKSPACE } from '../testing/conversations.js';
import { testDatabase } from '../testing/database.js';
import { storeContract } from './contract.js';
import { openPostgresStore } from './postgres-store.js';

storeContract('PostgreSQL', async () => openPostgresStore({ address: await testDatabase() }));

test('DLV 5 whatever two relays append at once, each log is gapless, has every id once, and keeps each author’s order', async () => {
  const address = await testDatabase();
  const stores = await Promise.all([openPostgresStore({ address }), openPostgresStore({ address })]);
  const step = fc.record({ store: fc.nat(1), conversation: fc.nat(2), byAgent: fc.boolean(), again: fc.boolean(), pause: fc.boolean() });
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60 }), async (steps) => {
        const [first] = stores;
        const talks = await Promise.all(
          Array.from({ length: 3 }, async () => {
            const customer = await newCustomer(first);
            const { row } = await startOne(first, customer);
            const command = v7();
            await first.changeConversation(WORKSPACE, row.id, command, accepted(ANA, command));
            return { id: row.id, customer: asAuthor(customer), ids: [] as string[] };
          }),
        );
        const running: Promise<unknown>[] = [];
        for (const { store, conversation, byAgent, again, pause } of steps) {
          const talk = talks[conversation]!;
          const by = byAgent ? ANA : talk.customer;
          const id = v7();
          talk.ids.push(id);
          running.push(say(stores[store]!, talk.id, by, 'text', { id }));
          // The same again through the other relay, as after a lost acknowledgement.
          if (again) running.push(say(stores[1 - store]!, talk.id, by, 'text', { id }));
          if (pause) await Promise.all(running);
        }
        await Promise.all(running);
        for (const { id, ids } of talks) {
          const log = await first.eventsAfter(id, 2, 1_000);
          assert.deepEqual(
            log.map(({ seq }) => seq),
            log.map((_, index) => index + 3),
          );
          assert.deepEqual(log.map((event: LogEvent) => event.id).sort(), [...ids].sort());
        }
      }),
      { numRuns: 25 },
    );
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
});
