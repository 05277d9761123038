import { expect } from '@open-wc/testing';
import type { Side } from '@deskbell/protocol/people.js';
import { ANA, MAYA } from '../testing/talk.js';
import { noticeText, type DispositionNames } from './notice.js';
import type { NoticeRow } from './row.js';

const BEN = { id: 'ben', name: 'Ben' };
const logged = { conversation: 'one', seq: 1, id: 'id', at: 0, by: ANA };
const queue = { id: 'repairs', name: 'Repairs' };
const told = (event: NoticeRow['event'], me: string, side: Side, dispositions?: DispositionNames) =>
  noticeText({ kind: 'notice', key: 'id', seq: 1, at: 0, opensDay: false, event }, me, side, dispositions);

describe('notices of routing', () => {
  it('TRF 2 TRF 3 a transfer is told to both sides, each in its words', () => {
    const toQueue = { type: 'conversation.transferred', ...logged, queue, agent: null } as const;
    expect(told(toQueue, MAYA.id, 'customer')).to.equal('You are being transferred');
    expect(told(toQueue, ANA.id, 'agent')).to.equal('Transferred to Repairs');
    const toBen = { ...toQueue, agent: BEN };
    expect(told(toBen, MAYA.id, 'customer')).to.equal('Ben takes over the chat');
    expect(told(toBen, BEN.id, 'agent')).to.equal(`${ANA.name} gave you the chat`);
  });

  it('STA 5 a return says what it means for the one who reads it', () => {
    const back = { type: 'conversation.returned', ...logged, queue, why: 'vanished' } as const;
    expect(told(back, MAYA.id, 'customer')).to.include('You have your old place in line.');
    expect(told(back, ANA.id, 'agent')).to.equal('Back in the queue');
  });

  it('SNZ 2 a snooze is recorded with its end, and that it ended', () => {
    const until = new Date(2026, 1, 3, 14, 30).getTime();
    expect(told({ type: 'conversation.snoozed', ...logged, until }, ANA.id, 'agent')).to.match(/^Snoozed until Feb 3, 2:30/);
    expect(told({ type: 'conversation.woken', ...logged, why: 'time' }, ANA.id, 'agent')).to.equal('Snooze ended');
  });

  it('END 3 a wrap-up that was too late says so', () => {
    const late = { type: 'conversation.disposed', ...logged, disposition: 'expired', description: '' } as const;
    expect(told(late, ANA.id, 'agent')).to.equal('Closed as Time expired');
  });

  it('END 6 a disposition goes by its name, and by its code where nobody knows that any more', () => {
    const closed = (disposition: string, description = '') =>
      told({ type: 'conversation.disposed', ...logged, disposition, description }, ANA.id, 'agent', new Map([['rma', 'Sent back']]));
    expect(closed('resolved')).to.equal('Closed as Resolved');
    expect(closed('rma', 'A new one goes out')).to.equal('Closed as Sent back: A new one goes out');
    expect(closed('forgotten')).to.equal('Closed as forgotten');
  });
});
