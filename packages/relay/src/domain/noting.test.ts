import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHASES, type Phase } from '@deskbell/protocol/conversation.js';
import type { Role } from '@deskbell/protocol/people.js';
import type { RelayError } from '@deskbell/protocol/refusals.js';
import { mustNote } from './noting.js';
import { STANDINGS, type Held, type Standing } from './permissions.js';

const held = (phase: Phase): Held => ({
  workspace: 'w',
  phase,
  customer: { id: 'cleo', name: 'Cleo' },
  agent: ['bot', 'waiting'].includes(phase) ? null : { id: 'ana', name: 'Ana' },
  offer: null,
});

const PEOPLE: Record<Standing, readonly [Role, string]> = {
  customer: ['customer', 'cleo'],
  owner: ['agent', 'ana'],
  colleague: ['agent', 'ben'],
  supervisor: ['supervisor', 'sue'],
  stranger: ['customer', 'carl'],
};

/** What becomes of a note, by standing, in the order bot, waiting, active, wrapUp, closed. */
const NOTES: Record<Standing, readonly string[]> = {
  customer: ['wrong-role', 'wrong-role', 'wrong-role', 'wrong-role', 'wrong-role'],
  // Nobody owns what waits: there, an owner is one of the colleagues.
  owner: ['not-found', 'wrong-phase', 'may', 'may', 'may'],
  colleague: ['not-found', 'wrong-phase', 'not-found', 'not-found', 'may'],
  supervisor: ['may', 'may', 'may', 'may', 'may'],
  stranger: ['not-found', 'not-found', 'not-found', 'not-found', 'not-found'],
};

for (const standing of STANDINGS) {
  const [role, id] = PEOPLE[standing];
  test(`P13 a note by a ${standing}`, () => {
    const outcomes = PHASES.map((phase) => {
      try {
        mustNote({ id, name: id, role, workspace: 'w' }, held(phase));
        return 'may';
      } catch (fault) {
        return (fault as RelayError).code;
      }
    });
    assert.deepEqual(outcomes, NOTES[standing]);
  });
}
