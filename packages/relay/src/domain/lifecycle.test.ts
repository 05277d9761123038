import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHASES, type Phase } from '@deskbell/protocol/conversation.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { STEPS, phaseAfter, type Step } from './lifecycle.js';

type Outcome = Phase | 'wrong-phase';

const no = 'wrong-phase';

/** Every cell written out, in the order bot, waiting, active, wrapUp, closed, so that a change of the table is a change here too. */
const CELLS: Record<Step, readonly [rules: string, bot: Outcome, waiting: Outcome, active: Outcome, wrapUp: Outcome, closed: Outcome]> = {
  pass: ['L14', 'waiting', no, no, no, no],
  offer: ['L7', no, 'waiting', no, no, no],
  reject: ['L7', no, 'waiting', no, no, no],
  withdraw: ['L7', no, 'waiting', no, no, no],
  accept: ['L2', no, 'active', no, no, no],
  leave: ['L3, L4, L14', 'closed', 'closed', 'wrapUp', no, no],
  end: ['L4', no, no, 'wrapUp', no, no],
  dispose: ['L5', no, no, no, 'closed', no],
  expire: ['L11', no, no, no, 'closed', no],
  requeue: ['L8', no, 'waiting', 'waiting', no, no],
  handOver: ['L8', no, no, 'active', no, no],
  giveBack: ['L9', no, no, 'waiting', no, no],
  skill: ['L12', no, 'waiting', 'active', no, no],
  snooze: ['L10', no, no, 'active', no, no],
  wake: ['L10', no, no, 'active', no, no],
  react: ['L13', 'bot', 'waiting', 'active', no, no],
  sendForm: ['FM5', no, no, 'active', no, no],
  answerForm: ['FM5', no, 'waiting', 'active', no, no],
};

const cell = (step: Step, phase: Phase): Outcome => CELLS[step].slice(1)[PHASES.indexOf(phase)] as Outcome;

for (const phase of PHASES) {
  for (const step of STEPS) {
    const expected = cell(step, phase);
    test(`${phase === 'closed' ? 'L6' : CELLS[step][0]} ${step} while ${phase}: ${expected}`, () => {
      if (expected !== 'wrong-phase') return assert.equal(phaseAfter(phase, step), expected);
      assert.throws(
        () => phaseAfter(phase, step),
        (fault) => fault instanceof RelayError && fault.code === 'wrong-phase',
      );
    });
  }
}

test('L6 every conversation can come to its end from every phase, and from there to nothing else', () => {
  const reached = (from: Phase): Set<Phase> => {
    const phases = new Set([from]);
    for (const phase of phases) for (const step of STEPS) if (cell(step, phase) !== no) phases.add(phaseAfter(phase, step));
    return phases;
  };
  for (const phase of PHASES) assert.ok(reached(phase).has('closed'), phase);
  assert.deepEqual([...reached('closed')], ['closed']);
  assert.deepEqual([...reached('wrapUp')], ['wrapUp', 'closed']);
});
