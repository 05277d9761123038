import { expect } from '@open-wc/testing';
import { stacksOf } from '@deskbell/protocol/stacking.js';
import fc from 'fast-check';
import { ANA, MAYA, MORNING, accepts, hides, logOf, says } from '../testing/talk.js';
import { pendingRowsOf, rowsOf, type MessageRow, type Row } from './row.js';

const messages = (rows: readonly Row[]) => rows.filter((row): row is MessageRow => row.kind === 'message');
const shape = (rows: readonly Row[]) =>
  messages(rows)
    .map(({ isHead, isTail }) => `${isHead ? '[' : ''}.${isTail ? ']' : ''}`)
    .join('');

const step = fc.record({ mine: fc.boolean(), wait: fc.integer({ min: 0, max: 40_000 }) });
const talk = (steps: readonly { mine: boolean; wait: number }[]) => {
  let at = MORNING;
  return logOf(steps.map(({ mine, wait }) => says(mine ? MAYA : ANA, 'x', (at += wait))));
};

describe('rows', () => {
  it('DLV 4 stacks the messages of one side in one clock minute', () => {
    const seconds = [0, 12_000, 21_000, 44_000];
    const log = logOf(seconds.map((later) => says(ANA, 'x', MORNING + later)));
    expect(shape(rowsOf(log, 0, 4, undefined))).to.equal('[...][.]');
  });

  it('DLV 4 starts a new stack with the other side', () => {
    const log = logOf([says(ANA, 'x', MORNING), says(MAYA, 'y', MORNING + 1), says(ANA, 'z', MORNING + 2)]);
    expect(shape(rowsOf(log, 0, 3, undefined))).to.equal('[.][.][.]');
  });

  it('DLV 4 stacks whatever is said as the language does, wherever the log is cut', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), fc.nat(30), (steps, cut) => {
        const log = talk(steps);
        const rows = messages([...rowsOf(log, 0, Math.min(cut, log.length), undefined), ...rowsOf(log, cut, log.length, undefined)]);
        const heads = stacksOf(log.flatMap((event) => (event.type === 'message.sent' ? [event] : []))).map(([first]) => first?.id);
        expect(rows.filter(({ isHead }) => isHead).map(({ key }) => key)).to.deep.equal(heads);
        expect(rows.filter(({ isTail }) => isTail)).to.have.length(heads.length);
      }),
    );
  });

  it('does not let a notice or a hidden event part a stack', () => {
    const log = logOf([says(MAYA, 'x', MORNING), accepts(ANA, MORNING + 1), hides, says(MAYA, 'y', MORNING + 2)]);
    const rows = rowsOf(log, 0, 4, undefined);
    expect(rows).to.have.length(3);
    expect(shape(rows)).to.equal('[..]');
  });

  it('DLV 4 stacks what is on its way upon what is there', () => {
    const log = logOf([says(MAYA, 'x', MORNING)]);
    const pending = [0, 60_000].map((later, index) => ({
      id: `p${index}`,
      text: 'y',
      at: MORNING + 1_000 + later,
      state: 'sending' as const,
    }));
    const first = { by: MAYA, at: MORNING + 1_000 };
    const above = rowsOf(log, 0, 1, first);
    expect(shape([...above, ...pendingRowsOf(pending, MAYA, { by: MAYA, at: MORNING }, above[0])])).to.equal('[..][.]');
  });

  it('opens a day with its first row', () => {
    const day = 86_400_000;
    const log = logOf([says(ANA, 'x', MORNING), says(ANA, 'y', MORNING + 60_000), says(ANA, 'z', MORNING + day)]);
    expect(rowsOf(log, 0, 3, undefined).map(({ opensDay }) => opensDay)).to.deep.equal([true, false, true]);
    expect(rowsOf(log, 1, 3, undefined).map(({ opensDay }) => opensDay)).to.deep.equal([false, true]);
  });
});
