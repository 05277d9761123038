import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandSchemas, type CommandType } from '@deskbell/protocol/commands.js';
import { PHASES, type Phase } from '@deskbell/protocol/conversation.js';
import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { LIFECYCLE, STEPS, type Step } from './lifecycle.js';
import {
  STANDINGS,
  mayRead,
  mustGive,
  mustRead,
  standingOf,
  step,
  stepOfRelay,
  takesPart,
  type Held,
  type Standing,
} from './permissions.js';
import { OUTCOMES } from './testing/step-outcomes.js';

const held = (phase: Phase): Held => ({
  workspace: 'w',
  phase,
  customer: { id: 'cleo', name: 'Cleo' },
  agent: ['bot', 'waiting'].includes(phase) ? null : { id: 'ana', name: 'Ana' },
  offer: null,
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

/** Phases in which each may read, in the order bot, waiting, active, wrapUp, closed. */
const READS: Record<Standing, string> = {
  customer: 'yyyyy',
  owner: 'nnyyy',
  colleague: 'nynny',
  supervisor: 'yyyyy',
  stranger: 'nnnnn',
};

for (const standing of STANDINGS) {
  test(`P2, P3, P4 what a ${standing} may read`, () => {
    PHASES.forEach((phase, index) => {
      // Nobody owns what waits.
      if (standing === 'owner' && (phase === 'bot' || phase === 'waiting')) return;
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

/** The rule that says who takes a step. */
const RULE: Record<Step, string> = {
  pass: 'P15',
  offer: 'P12',
  reject: 'P10',
  withdraw: 'P12',
  accept: 'P5',
  leave: 'P6',
  end: 'P6',
  dispose: 'P6',
  expire: 'P12',
  requeue: 'P11',
  handOver: 'P6',
  giveBack: 'P12',
  skill: 'P11',
  snooze: 'P6',
  wake: 'P6',
  react: 'P6',
  sendForm: 'FM5',
  answerForm: 'FM5',
};

for (const standing of STANDINGS) {
  for (const taken of STEPS) {
    test(`${standing === 'stranger' ? 'P1' : RULE[taken]} ${taken} by a ${standing}`, () => {
      assert.deepEqual(
        PHASES.map((phase) => outcome(PEOPLE[standing], taken, phase)),
        standing === 'stranger' ? PHASES.map(() => 'not-found') : OUTCOMES[standing][taken],
      );
    });
  }
}

test('P12 what only the relay does follows the lifecycle, whoever has the conversation', () => {
  for (const taken of STEPS)
    for (const phase of PHASES) {
      const next = LIFECYCLE[phase][taken];
      if (next === undefined) assert.throws(() => stepOfRelay(taken, held(phase)), { code: 'wrong-phase' });
      else assert.equal(stepOfRelay(taken, held(phase)), next);
    }
});

test('P10 what is offered to one agent nobody else accepts, whatever their role', () => {
  const offered = { ...held('waiting'), offer: { agent: { id: 'ben', name: 'Ben' } } };
  assert.equal(step(PEOPLE.colleague, 'accept', offered), 'active');
  for (const who of [PEOPLE.owner, PEOPLE.supervisor, person('admin', 'max')])
    assert.throws(() => step(who, 'accept', offered), { code: 'taken' });
  assert.throws(() => step(person('agent', 'ben', 'other'), 'accept', offered), { code: 'not-found' });
});

test('P5 nobody accepts what ended in the queue', () => {
  assert.throws(() => step(PEOPLE.colleague, 'accept', { ...held('closed'), agent: null }), { code: 'wrong-phase' });
});

test('P6 only the customer and the agent who has the conversation take part', () => {
  for (const standing of STANDINGS)
    assert.equal(takesPart(PEOPLE[standing], held('active')), standing === 'customer' || standing === 'owner');
});

/** Commands that one side only gives; the rest is for both. */
const CUSTOMERS_ONLY: readonly CommandType[] = ['conversation.start', 'person.ask', 'form.report', 'form.answer', 'survey.answer'];
const AGENTS_ONLY: readonly CommandType[] = [
  'conversation.accept',
  'conversation.dispose',
  'transcript.fetch',
  'note.add',
  ...(['engagement.set', 'form.send', 'survey.send'] as const),
  'offer.reject',
  'conversation.transfer',
  'conversation.skill',
  'conversation.snooze',
  'conversation.wake',
  'status.set',
  'session.leave',
  'listening.set',
];

test('P7 customers start conversations, agents do what is done at a desk; the rest is for both', () => {
  const refused = (side: 'customer' | 'agent') =>
    (Object.keys(commandSchemas) as CommandType[]).filter((command) => {
      try {
        mustGive(side, command);
        return false;
      } catch (fault) {
        return (fault as RelayError).code === 'wrong-role';
      }
    });
  assert.deepEqual(refused('customer'), AGENTS_ONLY);
  assert.deepEqual(refused('agent'), CUSTOMERS_ONLY);
});
