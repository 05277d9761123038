import assert from 'node:assert/strict';
import type { LogEvent } from '@deskbell/protocol/events.js';
import { logSchemas } from '@deskbell/protocol/log-events.js';
import { fold, type Log } from '@deskbell/protocol/fold.js';
import { v7 } from 'uuid';
import { summaryOf } from '../domain/summary-of.js';
import { ANA, BEN, WORKSPACE, accepted, asAuthor, disposed, ended, newCustomer, say, startOne } from '../testing/conversations.js';
import { shownOnce } from '../testing/cobrowse.js';
import { SYSTEM_AUTHOR, assignment, cameIn } from '../testing/routing.js';
import { answered, planned, surveyed } from './contract-planned.js';
import { asked, filledIn } from './contract-asked.js';
import type { Told } from './contract.js';
import type { Change, ConversationRow, Store } from './store.js';

type Decide = (id: string, at: number) => (row: ConversationRow) => Change;

const { role: _role, ...BEN_NAMED } = BEN;
const BOT = { id: 'bot', name: 'Assistant', role: 'bot' } as const;
const BACK = { id: 'back', name: 'Back office' };

const offerEnded: Decide = (id, at) => (row) => ({
  row: { offer: null, refused: { ana: at + 5_000 } },
  events: row.offer ? [{ type: 'offer.ended', id, at, by: SYSTEM_AUTHOR, agent: row.offer.agent, why: 'expired' }] : [],
});
const skilled: Decide = (id, at) => () => ({
  row: { skills: { de: 4 } },
  events: [{ type: 'conversation.skilled', id, at, by: ANA, skills: { de: 4 } }],
});
const snoozed: Decide = (id, at) => () => ({
  row: { snoozedUntil: at + 900 },
  events: [{ type: 'conversation.snoozed', id, at, by: ANA, until: at + 900 }],
});
const woken: Decide = (id, at) => () => ({
  row: { snoozedUntil: null },
  events: [{ type: 'conversation.woken', id, at, by: SYSTEM_AUTHOR, why: 'time' }],
});
const handedOver: Decide = (id, at) => (row) => ({
  row: { agent: BEN_NAMED, assignedAt: at, offer: null, snoozedUntil: null, refused: {} },
  events: [{ type: 'conversation.transferred', id, at, by: ANA, queue: row.queue, agent: BEN_NAMED }],
});
const returned: Decide = (id, at) => (row) => ({
  row: { phase: 'waiting', agent: null, acceptedAt: null, assignedAt: null, snoozedUntil: null },
  events: [{ type: 'conversation.returned', id, at, by: SYSTEM_AUTHOR, queue: row.queue, why: 'vanished' }],
});
const requeued: Decide = (id, at) => () => ({
  row: {
    phase: 'waiting',
    agent: null,
    acceptedAt: null,
    assignedAt: null,
    offer: null,
    snoozedUntil: null,
    queue: BACK,
    priority: 4,
    waitingSince: at,
  },
  events: [{ type: 'conversation.transferred', id, at, by: ANA, queue: BACK, agent: null, priority: 4 }],
});
const endedTimed: Decide = (id, at) => (row) => {
  const end = ended(ANA, id, at)(row);
  const timed = { type: 'wrap-up.timed', id: v7(), at, by: SYSTEM_AUTHOR, until: at + 700 } as const;
  return { row: { ...end.row, snoozedUntil: null, wrapUpUntil: at + 700 }, events: [...end.events, timed] };
};
const disposedInTime: Decide = (id, at) => () => {
  const { row, events } = disposed(ANA, id, at)();
  return { row: { ...row, wrapUpUntil: null }, events };
};
const endedForGood: Decide = (id, at) => (row) => {
  const end = ended(ANA, id, at)(row);
  return {
    row: { ...end.row, phase: 'closed' },
    events: [...end.events, { type: 'conversation.closed', id: v7(), at, by: SYSTEM_AUTHOR }],
  };
};
const acceptedBy: Decide = (id, at) => (row) => {
  const { row: change, events } = accepted(ANA, id, at)(row);
  return { row: { ...change, offer: null }, events };
};

const noted: Decide = (id, at) => () => ({
  row: { noted: true },
  events: [{ type: 'note.added', id, at, by: ANA, text: 'Prefers mails.\n{"not": "json"}' }],
});
const acted: Decide = (id, at) => () => {
  const done = { id, at, by: ANA, action: 'refund', name: 'Refund' };
  const answer = { ...done, id: v7(), command: id, values: { order: 'H-1' }, ok: true, text: 'Refunded.' };
  return {
    row: {},
    events: [
      { type: 'action.started', ...done },
      { type: 'action.performed', ...answer },
    ],
  };
};
const engaged: Decide = (id, at) => () => ({
  row: { engagement: 'with-the-bank' },
  events: [{ type: 'engagement.changed', id, at, by: ANA, engagement: 'with-the-bank' }],
});

const summarised: Decide = (id, at) => (row) => ({
  row: {},
  events: [
    {
      type: 'summary.added',
      id,
      at,
      by: SYSTEM_AUTHOR,
      text: 'Customer: Where is my parcel?\n{"not": "json"}',
      madeBy: 'extract',
      intent: null,
      sentiment: 'negative',
      of: 2,
      upTo: row.seq,
      agent: BEN_NAMED,
      queue: BACK,
      waited: 5,
      earlier: [],
    },
  ],
});
const PASSED = { queue: BACK, priority: 3 };
const botHandedOver: Decide = (id, at) => () => ({
  row: { phase: 'waiting', waitingSince: at, ...PASSED },
  events: [{ type: 'bot.handed-over', id, at, by: BOT, ...PASSED, passkey: 'KXR4TQ', collected: [{ label: 'Order', value: 'H-1' }] }],
});
const botAnswered: Decide = (id, at) => () => ({
  row: { awaitingSince: null },
  events: [{ type: 'message.sent', id, at, by: BOT, text: 'Which order?', marks: [{ mark: 'bold', from: 0, to: 5 }] }],
});
const reacted: Decide = (id, at) => () => ({
  row: {},
  events: [{ type: 'message.reacted', id, at, by: ANA, message: 2, emoji: '👍' }],
});
const recalled: Decide = (id, at) => () => ({
  row: {},
  events: [
    { type: 'transcript.missed', id, at, by: BOT, why: 'time-out' },
    { type: 'transcript.fetched', id: v7(), at, by: BOT, messages: [{ by: 'bot', text: 'Hello', at: null }], collected: [] },
  ],
});

/** One conversation, and what a console makes of its events. */
class Followed {
  readonly #store: Store;
  readonly id: string;
  readonly told = new Set<LogEvent['type']>();
  #log: Log;
  #at = 10_000;

  constructor(store: Store, row: ConversationRow, events: readonly LogEvent[]) {
    this.#store = store;
    this.id = row.id;
    this.#log = { summary: summaryOf(row), events };
    for (const { type } of events) this.told.add(type);
  }

  async change(decide: Decide): Promise<string> {
    const id = v7();
    await this.#store.changeConversation(WORKSPACE, this.id, id, decide(id, (this.#at += 1_000)));
    await this.compare();
    return id;
  }

  async say(by: typeof ANA): Promise<void> {
    await say(this.#store, this.id, by, 'a word', { at: (this.#at += 1_000) });
    await this.compare();
  }

  async give(until: number | null): Promise<void> {
    await this.#store.assign(WORKSPACE, [assignment(this.id, ANA, { until })], SYSTEM_AUTHOR, (this.#at += 1_000));
    await this.compare();
  }

  async compare(): Promise<void> {
    for (const event of await this.#store.eventsAfter(this.id, this.#log.summary.seq, 10)) {
      const next = fold(this.#log, event, 'agent');
      assert.notEqual(next, 'gap');
      this.#log = next as Log;
      this.told.add(event.type);
    }
    const row = await this.#store.conversation(WORKSPACE, this.id);
    assert.deepEqual(this.#log.summary, row && summaryOf(row), this.#log.events.at(-1)?.type);
  }
}

/** The protocol's fold and the database make the same of every event. */
export function contractOfFolding(told: Told): void {
  const followed = async (store: Store, bot?: string) => {
    const customer = await newCustomer(store);
    const { row, events } = await startOne(store, customer, { bot });
    return { customer: asAuthor(customer), talk: new Followed(store, row, events) };
  };

  told('DLV 5 the row is what folding its events gives, whatever is done with it', async (store) => {
    for (const agent of [ANA, BEN]) await cameIn(store, agent);
    const { customer, talk } = await followed(store);
    await talk.give(30_000);
    await talk.change(shownOnce);
    await talk.change(offerEnded);
    await talk.change(skilled);
    await talk.say(customer);
    await talk.give(30_000);
    await talk.change(acceptedBy);
    await talk.say(ANA);
    await talk.change(noted);
    await talk.change(summarised);
    await talk.change(engaged);
    await talk.change(acted);
    await talk.change(asked);
    for (const on of [true, false, true]) await talk.change(planned(on));
    await talk.change(snoozed);
    await talk.change(filledIn(customer));
    await talk.change(asked);
    await talk.change(snoozed);
    await talk.say(customer);
    await talk.say(ANA);
    await talk.change(snoozed);
    await talk.change(woken);
    await talk.change(snoozed);
    await talk.change(handedOver);
    await talk.change(returned);
    await talk.give(30_000);
    await talk.change(requeued);
    await talk.give(null);
    await talk.change(requeued);
    await talk.give(null);
    await talk.change(endedTimed);
    const survey = await talk.change(surveyed);
    await talk.change(disposedInTime);
    await talk.change(noted);
    await talk.change(answered(survey));

    const { talk: other } = await followed(store);
    await other.give(null);
    await other.change(endedForGood);
    await other.change(reacted);

    const { customer: asker, talk: third } = await followed(store, BOT.name);
    await third.say(asker);
    await third.change(botAnswered);
    await third.say(asker);
    await third.change(botHandedOver);
    await third.change(recalled);
    await third.give(null);
    const types = Object.keys(logSchemas).filter((type) => type !== 'event.hidden');
    assert.deepEqual([...new Set([...talk.told, ...other.told, ...third.told])].sort(), types.sort());
  });
}
