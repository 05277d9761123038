import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandSchemas, type CommandType } from '@deskbell/protocol/commands.js';
import { PHASES, type Phase } from '@deskbell/protocol/conversation.js';
import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { STEPS, type Step } from './lifecycle.js';
import { STANDINGS, mayRead, mustGive, mustRead, standingOf, step, takesPart, type Held, type Standing } from './permissions.js';

const held = (phase: Phase): Held => ({
  workspace: 'w',
  phase,
  customer: { id: 'cleo', name: 'Cleo' },
  agent: phase === 'waiting' ? null : { id: 'ana', name: 'Ana' },
});

const person = (role: Person['role'], id: string, workspace = 'w'): Person => ({ id, name: id, role, workspace });
const PEOPLE: Record<Standing, Person> = {
  customer: person('customer', 'cleo'),
  owner: person('agent', 'ana'),
  colleague: person('agent', 'ben'),
  supervisor: person('supervisor', 'sue'),
  stranger: person('customer', 'carl'),
};

const outcome = (who: Person, taken: Step, phase: Phase): string => {
  try {
    return step(who, taken, held(phase));
  } catch (fault) {
    assert.ok(fault instanceof RelayError);
    return fault.code;
  }
};

test('P1 another workspace is a stranger in every role, and an agent is no customer by an equal id', () => {
  for (const role of ['customer', 'agent', 'supervisor', 'admin'] as const)
    assert.equal(standingOf(person(role, 'cleo', 'other'), held('active')), 'stranger');
  assert.equal(standingOf(person('agent', 'cleo'), held('active')), 'colleague');
  assert.equal(standingOf(person('customer', 'ana'), held('active')), 'stranger');
  assert.equal(standingOf(person('admin', 'max'), held('active')), 'supervisor');
  assert.equal(standingOf(person('admin', 'ana'), held('active')), 'owner');
});

/** Phases in which each may read, in the order waiting, active, wrapUp, closed. */
const READS: Record<Standing, string> = { customer: 'yyyy', owner: 'nyyy', colleague: 'ynny', supervisor: 'yyyy', stranger: 'nnnn' };

for (const standing of STANDINGS) {
  test(`P2, P3, P4 what a ${standing} may read`, () => {
    PHASES.forEach((phase, index) => {
      // Nobody owns what waits.
      if (standing === 'owner' && phase === 'waiting') return;
      assert.equal(mayRead(PEOPLE[standing], held(phase)), READS[standing][index] === 'y', phase);
    });
  });
}

test('P1 what is not there and what is not yours get the same answer', () => {
  const faults = [undefined, held('active')].map((row) => {
    try {
      return mustRead(PEOPLE.stranger, row);
    } catch (fault) {
      return fault as RelayError;
    }
  }) as [RelayError, RelayError];
  assert.deepEqual([faults[0].code, faults[0].message], [faults[1].code, faults[1].message]);
});

/** What becomes of each step, by standing, in the order waiting, active, wrapUp, closed. */
const OUTCOMES: Record<Standing, Record<Step, readonly string[]>> = {
  customer: {
    accept: ['wrong-role', 'wrong-phase', 'wrong-phase', 'wrong-phase'],
    leave: ['closed', 'wrapUp', 'wrong-phase', 'wrong-phase'],
    end: ['wrong-phase', 'wrong-role', 'wrong-phase', 'wrong-phase'],
    dispose: ['wrong-phase', 'wrong-phase', 'wrong-role', 'wrong-phase'],
  },
  owner: {
    accept: ['active', 'wrong-phase', 'wrong-phase', 'wrong-phase'],
    leave: ['wrong-role', 'wrong-role', 'wrong-phase', 'wrong-phase'],
    end: ['wrong-phase', 'wrapUp', 'wrong-phase', 'wrong-phase'],
    dispose: ['wrong-phase', 'wrong-phase', 'closed', 'wrong-phase'],
  },
  colleague: {
    accept: ['active', 'taken', 'taken', 'taken'],
    leave: ['wrong-role', 'not-found', 'not-found', 'wrong-phase'],
    end: ['wrong-phase', 'not-found', 'not-found', 'wrong-phase'],
    dispose: ['wrong-phase', 'not-found', 'not-found', 'wrong-phase'],
  },
  supervisor: {
    accept: ['active', 'taken', 'taken', 'taken'],
    leave: ['wrong-role', 'wrong-role', 'wrong-phase', 'wrong-phase'],
    end: ['wrong-phase', 'wrong-role', 'wrong-phase', 'wrong-phase'],
    dispose: ['wrong-phase', 'wrong-phase', 'wrong-role', 'wrong-phase'],
  },
  stranger: {
    accept: ['not-found', 'not-found', 'not-found', 'not-found'],
    leave: ['not-found', 'not-found', 'not-found', 'not-found'],
    end: ['not-found', 'not-found', 'not-found', 'not-found'],
    dispose: ['not-found', 'not-found', 'not-found', 'not-found'],
  },
};

for (const standing of STANDINGS) {
  for (const taken of STEPS) {
    test(`P5, P6 ${taken} by a ${standing}`, () => {
      assert.deepEqual(
        PHASES.map((phase) => outcome(PEOPLE[standing], taken, phase)),
        OUTCOMES[standing][taken],
      );
    });
  }
}

test('P5 nobody accepts what ended in the queue', () => {
  assert.throws(() => step(PEOPLE.colleague, 'accept', { ...held('closed'), agent: null }), { code: 'wrong-phase' });
});

test('P6 only the customer and the agent who has the conversation take part', () => {
  for (const standing of STANDINGS)
    assert.equal(takesPart(PEOPLE[standing], held('active')), standing === 'customer' || standing === 'owner');
});

test('P7 customers start conversations, agents accept, dispose and listen; the rest is for both', () => {
  const refused = (side: 'customer' | 'agent') =>
    (Object.keys(commandSchemas) as CommandType[]).filter((command) => {
      try {
        mustGive(side, command);
        return false;
      } catch (fault) {
        return (fault as RelayError).code === 'wrong-role';
      }
    });
  assert.deepEqual(refused('customer'), ['conversation.accept', 'conversation.dispose', 'listening.set']);
  assert.deepEqual(refused('agent'), ['conversation.start']);
});
