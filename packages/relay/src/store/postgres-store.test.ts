import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, type Log } from '@deskbell/protocol/fold.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { summaryOf } from '../domain/summary-of.js';
import { ANA, WORKSPACE, accepted, asAuthor, ended, newCustomer, say, startOne } from '../testing/conversations.js';
import { testDatabase } from '../testing/database.js';
import { storeContract } from './contract.js';
import { openPostgresStore } from './postgres-store.js';
import type { AppendedMessage, Store } from './store.js';

storeContract('PostgreSQL', async () => {
  const address = await testDatabase();
  return () => openPostgresStore({ address });
});

const STEPS = ['customer', 'customer', 'customer', 'agent', 'agent', 'accept', 'end', 'read', 'settle'] as const;

interface Said {
  readonly id: string;
  readonly outcome: Promise<PromiseSettledResult<AppendedMessage>>;
}

/** One conversation, its two people each on a relay of their own. */
class Talk {
  readonly #relays: readonly [Store, Store];
  readonly #pending: Promise<unknown>[] = [];
  readonly customer;
  readonly id: string;
  readonly said = { customer: [] as Said[], agent: [] as Said[] };

  constructor(relays: readonly [Store, Store], customer: ReturnType<typeof asAuthor>, id: string) {
    this.#relays = relays;
    this.customer = customer;
    this.id = id;
  }

  static async start(relays: readonly [Store, Store]): Promise<Talk> {
    const customer = await newCustomer(relays[0]);
    const { row } = await startOne(relays[0], customer);
    return new Talk(relays, asAuthor(customer), row.id);
  }

  do(step: (typeof STEPS)[number], again: boolean): Promise<unknown> {
    if (step === 'settle') return Promise.all(this.#pending);
    this.#pending.push(step === 'customer' || step === 'agent' ? this.#say(step, again) : this.#change(step));
    return Promise.resolve();
  }

  settled(): Promise<unknown> {
    return Promise.all(this.#pending);
  }

  #say(side: 'customer' | 'agent', again: boolean): Promise<unknown> {
    const [own, other] = side === 'customer' ? this.#relays : this.#relays.toReversed();
    const by = side === 'customer' ? this.customer : ANA;
    const id = v7();
    const outcomes = [own, ...(again ? [other] : [])].map(async (relay) => {
      const [result] = await Promise.allSettled([say(relay, this.id, by, `${side} says ${id}`, { id })]);
      return result;
    });
    // The same through the other relay, as after a lost acknowledgement, says nothing of order.
    if (!again) this.said[side].push({ id, outcome: outcomes[0]! });
    return Promise.all(outcomes);
  }

  async #change(step: 'accept' | 'end' | 'read'): Promise<void> {
    const [relay] = this.#relays;
    if (step === 'read') {
      await relay.markRead(WORKSPACE, this.id, 'agent', 1_000);
      return;
    }
    const command = v7();
    const from = step === 'accept' ? 'waiting' : 'active';
    const decide = step === 'accept' ? accepted(ANA, command) : ended(ANA, command);
    const changing = relay.changeConversation(WORKSPACE, this.id, command, (row) => {
      if (row.phase !== from) throw new RelayError('wrong-phase');
      return decide(row);
    });
    await changing.catch((error: unknown) => assert.ok(error instanceof RelayError && error.code === 'wrong-phase', String(error)));
  }

  /** What both sides rely on, whatever happened. */
  async check(): Promise<void> {
    const [store] = this.#relays;
    const log = await store.eventsAfter(this.id, 0, 1_000);
    assert.deepEqual(
      log.map(({ seq }) => seq),
      log.map((_, index) => index + 1),
    );
    assert.equal(new Set(log.map(({ id }) => id)).size, log.length);
    for (const side of ['customer', 'agent'] as const) {
      const seqs: number[] = [];
      for (const { id, outcome } of this.said[side]) {
        const result = await outcome;
        const saved = log.find((event) => event.id === id);
        if (result.status === 'fulfilled') assert.deepEqual(result.value.event, saved);
        else assert.equal(saved, undefined);
        if (saved) seqs.push(saved.seq);
      }
      assert.deepEqual(
        seqs,
        seqs.toSorted((a, b) => a - b),
      );
    }
    await this.#compareRow(log);
  }

  async #compareRow(log: Awaited<ReturnType<Store['eventsAfter']>>): Promise<void> {
    const row = (await this.#relays[1].conversation(WORKSPACE, this.id))!;
    const empty = {
      ...summaryOf(row),
      phase: 'waiting',
      agent: null,
      acceptedAt: null,
      assignedAt: null,
      endedAt: null,
      awaitingSince: null,
      lastLine: null,
      seq: 0,
    };
    let folded = { summary: empty, events: [] } as Log;
    for (const event of log) folded = fold(folded, event, 'agent') as Log;
    assert.deepEqual(folded.summary, summaryOf(row));
  }
}

test('DLV 5 whatever two relays do at once, each log is gapless, has every id once, keeps each author’s order, and tells what the row tells', async () => {
  const address = await testDatabase();
  const relays: [Store, Store] = await Promise.all([openPostgresStore({ address }), openPostgresStore({ address })]);
  const move = fc.record({ talk: fc.nat(2), step: fc.constantFrom(...STEPS), again: fc.boolean() });
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 80 }), async (moves) => {
        const talks = await Promise.all([Talk.start(relays), Talk.start(relays), Talk.start(relays)]);
        for (const { talk, step, again } of moves) await talks[talk]!.do(step, again);
        for (const talk of talks) {
          await talk.settled();
          await talk.check();
        }
      }),
      { numRuns: 30 },
    );
  } finally {
    await Promise.all(relays.map((store) => store.close()));
  }
});
