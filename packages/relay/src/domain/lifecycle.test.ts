import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHASES, type Phase } from '@deskbell/protocol/conversation.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { STEPS, phaseAfter, type Step } from './lifecycle.js';

/** Every cell written out, so that a change of the table is a change here too. */
const CELLS: Record<Phase, Record<Step, Phase | 'wrong-phase'>> = {
  waiting: { accept: 'active', leave: 'closed', end: 'wrong-phase', dispose: 'wrong-phase' },
  active: { accept: 'wrong-phase', leave: 'wrapUp', end: 'wrapUp', dispose: 'wrong-phase' },
  wrapUp: { accept: 'wrong-phase', leave: 'wrong-phase', end: 'wrong-phase', dispose: 'closed' },
  closed: { accept: 'wrong-phase', leave: 'wrong-phase', end: 'wrong-phase', dispose: 'wrong-phase' },
};

const RULE: Record<Phase, string> = { waiting: 'L2, L3', active: 'L4', wrapUp: 'L5', closed: 'L6' };

for (const phase of PHASES) {
  for (const step of STEPS) {
    const expected = CELLS[phase][step];
    test(`${RULE[phase]} ${step} while ${phase}: ${expected}`, () => {
      if (expected !== 'wrong-phase') return assert.equal(phaseAfter(phase, step), expected);
      assert.throws(
        () => phaseAfter(phase, step),
        (fault) => fault instanceof RelayError && fault.code === 'wrong-phase',
      );
    });
  }
}

test('L6 every conversation can come to its end from every phase', () => {
  const reaches = (phase: Phase): boolean =>
    phase === 'closed' || STEPS.some((step) => CELLS[phase][step] !== 'wrong-phase' && reaches(CELLS[phase][step]));
  for (const phase of PHASES) assert.ok(reaches(phase), phase);
});
