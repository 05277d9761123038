import { expect } from '@open-wc/testing';
import { hasUnread, standingOf, waitsSince } from './standing.js';
import { rowWith } from './testing/rows.js';

const RESPONSE_TIME = 120_000;
const active = rowWith({ id: 'one', phase: 'active', acceptedAt: 5_000 });

describe('how a conversation stands', () => {
  it('TRY 1 is engaged while no reply is late', () => {
    expect(standingOf(active, 500_000, RESPONSE_TIME)).to.equal('engaged');
    expect(standingOf({ ...active, awaitingSince: 100_000 }, 220_000, RESPONSE_TIME)).to.equal('engaged');
  });

  it("TRY 1 is overdue when the reply is later than the workspace's response time", () => {
    expect(standingOf({ ...active, awaitingSince: 100_000 }, 220_001, RESPONSE_TIME)).to.equal('overdue');
    expect(standingOf(rowWith({ id: 'two' }), 120_001, RESPONSE_TIME)).to.equal('overdue');
    expect(standingOf(rowWith({ id: 'two' }), 120_000, RESPONSE_TIME)).to.equal('waiting');
  });

  it('is never overdue when it is over', () => {
    for (const phase of ['wrapUp', 'closed'] as const)
      expect(standingOf({ ...active, phase, awaitingSince: 0 }, 9_000_000, RESPONSE_TIME)).to.equal(phase);
  });

  it('TRY 1 counts the time since the customer came, or has been without an answer', () => {
    expect(waitsSince(rowWith({ id: 'one', waitingSince: 7, awaitingSince: 9 }))).to.equal(7);
    expect(waitsSince({ ...active, awaitingSince: 9 })).to.equal(9);
    expect(waitsSince(active)).to.equal(undefined);
    expect(waitsSince({ ...active, phase: 'wrapUp', awaitingSince: 9 })).to.equal(undefined);
  });

  it('is unread from the customer writing until the agent has seen it', () => {
    const written = { ...active, seq: 4, awaitingSince: 9, lastLine: { text: 'Hello', by: 'customer', at: 9 } as const };
    expect(hasUnread(written)).to.equal(true);
    expect(hasUnread({ ...written, read: { customer: 0, agent: 4 } })).to.equal(false);
    expect(hasUnread({ ...written, awaitingSince: null, lastLine: { text: 'Hello', by: 'agent', at: 10 } })).to.equal(false);
  });
});
