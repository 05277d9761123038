import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Phase } from '@deskbell/protocol/conversation.js';
import type { RevealRight } from '@deskbell/protocol/forms.js';
import type { Person, Role } from '@deskbell/protocol/people.js';
import { mayReveal } from './revealing.js';

const person = (id: string, role: Role, workspace = 'harbour'): Person => ({ id, name: id, role, workspace });
const heldIn = (phase: Phase) => ({
  workspace: 'harbour',
  phase,
  customer: { id: 'kim', name: 'Kim' },
  agent: phase === 'waiting' ? null : { id: 'ana', name: 'Ana' },
  offer: null,
});

const PEOPLE = {
  owner: person('ana', 'agent'),
  colleague: person('ben', 'agent'),
  supervisor: person('sam', 'supervisor'),
  admin: person('sue', 'admin'),
  customer: person('kim', 'customer'),
  stranger: person('ana', 'admin', 'other'),
};

const who = (phase: Phase, by: RevealRight['by']): string[] =>
  Object.entries(PEOPLE).flatMap(([name, each]) => (mayReveal(each, heldIn(phase), by) ? [name] : []));

test('FRM 3 VT5 the settings name who may reveal, of those on the agents’ side who read the conversation', () => {
  assert.deepEqual(who('active', 'everyone'), ['owner', 'supervisor', 'admin']);
  assert.deepEqual(who('closed', 'everyone'), ['owner', 'supervisor', 'admin']);
  assert.deepEqual(who('waiting', 'everyone'), ['supervisor', 'admin']);
  for (const phase of ['active', 'waiting', 'closed'] as const) assert.deepEqual(who(phase, 'supervisors'), ['supervisor', 'admin']);
  const listed = Object.values(PEOPLE).map(({ id }) => id);
  assert.deepEqual(who('active', listed), ['owner', 'supervisor', 'admin']);
  assert.deepEqual(who('closed', listed), ['owner', 'colleague', 'supervisor', 'admin']);
  assert.deepEqual(who('closed', ['ben', 'kim']), ['colleague']);
  assert.deepEqual(who('closed', []), []);
});
