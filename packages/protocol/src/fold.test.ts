import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { UNROUTED, type ConversationSummary } from './conversation.js';
import type { LogEvent } from './events.js';
import { MAX_LAST_LINE, fold, isWhole, prepend, reopen, type Log } from './fold.js';
import type { Author } from './people.js';

const ID = '0193f000-0000-7000-8000-000000000001';
const customer: Author = { id: 'c', name: 'Cleo', role: 'customer' };
const ana: Author = { id: 'ana', name: 'Ana', role: 'agent' };

const fresh: ConversationSummary = {
  ...UNROUTED,
  id: ID,
  channel: 'chat',
  phase: 'waiting',
  queue: { id: 'q', name: 'Front desk' },
  customer: { id: 'c', name: 'Cleo' },
  agent: null,
  startedAt: 1,
  waitingSince: 1,
  acceptedAt: null,
  assignedAt: null,
  endedAt: null,
  awaitingSince: null,
  seq: 0,
  read: { customer: 0, agent: 0 },
  lastLine: null,
  disposition: null,
};
const empty: Log = { summary: fresh, events: [] };

const message = (seq: number, by = customer, text = `m${String(seq)}`): LogEvent => ({
  type: 'message.sent',
  conversation: ID,
  seq,
  id: `${String(seq)}`,
  at: seq * 1_000,
  by,
  text,
});
const accepted = (seq: number): LogEvent => ({
  type: 'conversation.accepted',
  conversation: ID,
  seq,
  id: `${String(seq)}`,
  at: seq * 1_000,
  by: ana,
  agent: { id: 'ana', name: 'Ana' },
});
const ended = (seq: number, by: Author): LogEvent => ({
  type: 'conversation.ended',
  conversation: ID,
  seq,
  id: `${String(seq)}`,
  at: seq * 1_000,
  by,
});
const disposed = (seq: number): LogEvent => ({
  type: 'conversation.disposed',
  conversation: ID,
  seq,
  id: `${String(seq)}`,
  at: seq * 1_000,
  by: ana,
  disposition: 'pending',
  description: '',
});

const folded = (events: LogEvent[], side: 'customer' | 'agent' = 'agent', from = empty): Log =>
  events.reduce((log, event) => {
    const next = fold(log, event, side);
    assert.notEqual(next, 'gap');
    return next as Log;
  }, from);

describe('fold', () => {
  test('DLV 5 a repeat changes nothing, a gap is said', () => {
    const log = folded([message(1), message(2)]);
    assert.equal(fold(log, message(2), 'agent'), log);
    assert.equal(fold(log, message(1), 'agent'), log);
    assert.equal(fold(log, message(4), 'agent'), 'gap');
  });

  test('DLV 5 whatever is repeated, dropped or reordered, the log is the same once the gaps are filled', () => {
    const events = Array.from({ length: 12 }, (_, index) => message(index + 1, index % 3 ? customer : ana));
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 11 }), { maxLength: 60 }), (arrivals) => {
        let log = empty;
        for (const index of arrivals) {
          const next = fold(log, events[index]!, 'agent');
          log = next === 'gap' ? reopen(log, { ...folded(events).summary }, events.slice(log.summary.seq)) : next;
        }
        assert.deepEqual(log.events, events.slice(0, log.summary.seq));
      }),
    );
  });

  test('the row follows the life of a conversation', () => {
    const log = folded([message(1), accepted(2), message(3, ana), message(4), message(5), ended(6, ana)]);
    assert.deepEqual(log.summary, {
      ...fresh,
      phase: 'wrapUp',
      agent: { id: 'ana', name: 'Ana' },
      acceptedAt: 2_000,
      assignedAt: 2_000,
      endedAt: 6_000,
      engagement: 'chat-finished',
      lastLine: { text: 'm5', by: 'customer', at: 5_000 },
      seq: 6,
    });
    assert.equal(folded([disposed(7)], 'agent', log).summary.phase, 'closed');
    assert.equal(folded([disposed(7)], 'agent', log).summary.disposition, 'pending');
  });

  test('TRY 1 an answer is owed since the first message that has none', () => {
    assert.equal(folded([message(1), message(2)]).summary.awaitingSince, 1_000);
    assert.equal(folded([message(1), accepted(2), message(3, ana)]).summary.awaitingSince, null);
    assert.equal(folded([message(1), message(2, { id: 'system', name: '', role: 'system' })]).summary.awaitingSince, 1_000);
  });

  test('FRM 2 a form is an answer to who waits, its answer awaits one, both wake, and the last line stays what was said', () => {
    const form = { id: 'return', name: 'Return', secured: false, fields: [] };
    const base = { conversation: ID, id: 'f', by: ana };
    const sent = (seq: number): LogEvent => ({ ...base, type: 'form.sent', seq, at: seq * 1_000, form });
    const filled = { form: 'f', name: 'Return', values: {}, masked: [] };
    const answered = (seq: number): LogEvent => ({
      ...base,
      type: 'form.answered',
      seq,
      id: 'a',
      at: seq * 1_000,
      by: customer,
      ...filled,
    });
    const snoozed = (seq: number): LogEvent => ({ ...base, type: 'conversation.snoozed', id: 's', seq, at: seq * 1_000, until: 99_000 });
    const asked = folded([message(1), accepted(2), sent(3)]).summary;
    assert.deepEqual([asked.awaitingSince, asked.lastLine?.text], [null, 'm1']);
    const told = folded([message(1), accepted(2), sent(3), snoozed(4), answered(5), message(6)]);
    assert.deepEqual([told.summary.awaitingSince, told.summary.snoozedUntil, told.summary.lastLine?.text], [5_000, null, 'm6']);
    const owed = folded([accepted(1), sent(2), message(3), answered(4)]).summary;
    assert.deepEqual([owed.awaitingSince, owed.lastLine?.text], [3_000, 'm3']);
    assert.equal(folded([accepted(1), snoozed(2), sent(3)]).summary.snoozedUntil, null);
  });

  test('nobody owes a disposition for a conversation that nobody had, and customers know no wrap-up', () => {
    assert.equal(folded([message(1), ended(2, customer)]).summary.phase, 'closed');
    assert.equal(folded([message(1), accepted(2), ended(3, ana)], 'customer').summary.phase, 'closed');
  });

  test('the last line is cut between characters, never within one', () => {
    const line = folded([message(1, customer, `x${'😀'.repeat(200)}`)]).summary.lastLine?.text ?? '';
    assert.equal([...line].length, MAX_LAST_LINE);
    assert.ok(line.isWellFormed());
  });
});

describe('pages', () => {
  const events = Array.from({ length: 6 }, (_, index) => message(index + 1));
  const whole = folded(events);

  test('an answer to follow is added where it follows on, and takes the place of what is too old', () => {
    const early = folded(events.slice(0, 2));
    assert.deepEqual(reopen(early, whole.summary, events.slice(2)), whole);
    assert.deepEqual(reopen(early, whole.summary, events.slice(1)), whole);
    assert.deepEqual(reopen(early, whole.summary, events.slice(4)), { summary: whole.summary, events: events.slice(4) });
    assert.equal(reopen(whole, early.summary, early.events), whole);
    assert.deepEqual(reopen(undefined, whole.summary, events), whole);
    assert.deepEqual(reopen(whole, { ...whole.summary, read: { customer: 3, agent: 0 } }, []).summary.read, { customer: 3, agent: 0 });
  });

  test('an older page is put in front only where it ends right before what is there', () => {
    const late: Log = { summary: whole.summary, events: events.slice(4) };
    assert.deepEqual(prepend(late, events.slice(1, 4)).events, events.slice(1));
    assert.equal(prepend(late, events.slice(0, 3)), late);
    assert.equal(prepend(late, []), late);
  });

  test('a log knows whether it is whole', () => {
    assert.equal(isWhole(whole), true);
    assert.equal(isWhole(empty), true);
    assert.equal(isWhole({ ...whole, events: events.slice(1) }), false);
  });
});

describe('routing folded', () => {
  const base = { conversation: ID, id: 'x', by: ana } as const;
  const after = (...events: LogEvent[]): ConversationSummary => folded(events).summary;

  test('TRY 4 an offer is one agent’s until it ends or is accepted', () => {
    const offer: LogEvent = { ...base, type: 'offer.made', seq: 1, at: 1, agent: { id: 'ana', name: 'Ana' }, until: 20 };
    assert.deepEqual(after(offer).offer, { agent: { id: 'ana', name: 'Ana' }, until: 20 });
    assert.equal(after(offer, { ...base, type: 'offer.ended', seq: 2, at: 2, agent: offer.agent, why: 'expired' }).offer, null);
    assert.equal(after(offer, accepted(2)).offer, null);
  });

  test('TRF 2 TRF 3 transferred to a queue it waits anew, to an agent it is theirs', () => {
    const given = (agent: { id: string; name: string } | null, priority?: number): LogEvent => ({
      ...base,
      ...(priority === undefined ? {} : { priority }),
      type: 'conversation.transferred',
      seq: 2,
      at: 7,
      queue: { id: 'other', name: 'Other' },
      agent,
    });
    const waits = after(accepted(1), given(null, 4));
    assert.deepEqual([waits.phase, waits.agent, waits.queue.id, waits.waitingSince], ['waiting', null, 'other', 7]);
    assert.deepEqual([waits.priority, after(accepted(1), given(null)).priority], [4, fresh.priority]);
    const has = after(accepted(1), given({ id: 'ben', name: 'Ben' }));
    assert.deepEqual([has.phase, has.agent?.id, has.acceptedAt, has.assignedAt], ['active', 'ben', accepted(1).at, 7]);
  });

  test('STA 5 what comes back from a vanished agent has its old place', () => {
    const back = after(accepted(1), { ...base, type: 'conversation.returned', seq: 2, at: 9, queue: fresh.queue, why: 'vanished' });
    assert.deepEqual(
      [back.phase, back.agent, back.waitingSince, back.acceptedAt, back.assignedAt],
      ['waiting', null, fresh.waitingSince, null, null],
    );
  });

  test('SNZ 3 a message of either side wakes what is snoozed, and so do the time and the agent', () => {
    const asleep: LogEvent[] = [accepted(1), { ...base, type: 'conversation.snoozed', seq: 2, at: 2, until: 99 }];
    assert.equal(after(...asleep).snoozedUntil, 99);
    assert.equal(after(...asleep, message(3)).snoozedUntil, null);
    assert.equal(after(...asleep, message(3, ana)).snoozedUntil, null);
    assert.equal(after(...asleep, { ...base, type: 'conversation.woken', seq: 3, at: 3, why: 'time' }).snoozedUntil, null);
  });

  test('END 3 END 4 a timed wrap-up has an end, and one that is off is closed without a disposition', () => {
    const over = [accepted(1), ended(2, ana)];
    const timed = after(...over, { ...base, type: 'wrap-up.timed', seq: 3, at: 3, until: 50 });
    assert.deepEqual([timed.phase, timed.wrapUpUntil], ['wrapUp', 50]);
    const off = after(...over, { ...base, type: 'conversation.closed', seq: 3, at: 3 });
    assert.deepEqual([off.phase, off.disposition], ['closed', null]);
  });
});
