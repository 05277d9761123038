import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COBROWSE_STATES, MIRROR_SIDES, type CobrowseState, type MirrorSide } from '@deskbell/protocol/cobrowse.js';
import { ROLES } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import {
  COBROWSE_STEPS,
  cobrowseAfter,
  cobrowseDue,
  cobrowseOf,
  cobrowseStep,
  endBy,
  isForgotten,
  isTold,
  mirrorSideOf,
  overAt,
  type CobrowseHeld,
  type CobrowseStep,
} from './cobrowse.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const held = (change: Partial<CobrowseHeld> = {}): CobrowseHeld => ({
  id: 's',
  workspace: 'harbour',
  state: 'allowed',
  by: 'chat',
  agent: { id: 'ana', name: 'Ana' },
  conversation: 'c',
  site: 'shop',
  begunAt: 0,
  codeUntil: null,
  agentSeen: 0,
  customerSeen: 0,
  endedAt: null,
  end: null,
  ...change,
});

const codeOf = (run: () => unknown): string => {
  try {
    return String(run());
  } catch (fault) {
    assert.ok(fault instanceof RelayError, String(fault));
    return fault.code;
  }
};

type Outcome = CobrowseState | 'wrong-phase';
const no = 'wrong-phase';

/** Every cell written out, in the order code, asked, allowed, ended. */
const CELLS: Record<CobrowseStep, readonly [code: Outcome, asked: Outcome, allowed: Outcome, ended: Outcome]> = {
  redeem: ['asked', no, no, no],
  allow: [no, 'allowed', 'allowed', no],
  refuse: [no, 'ended', no, no],
  join: ['code', 'asked', 'allowed', no],
  end: ['ended', 'ended', 'ended', no],
  expire: ['ended', 'ended', 'ended', no],
  lose: ['ended', 'ended', 'ended', no],
};

for (const [index, state] of COBROWSE_STATES.entries())
  for (const step of COBROWSE_STEPS)
    test(`COB 1 CB1 ${step} while ${state}: ${CELLS[step][index] ?? ''}`, () => {
      assert.equal(
        codeOf(() => cobrowseAfter(state, step)),
        CELLS[step][index],
      );
    });

/** Who may take each step, whatever the state: customer, agent. */
const TAKES: Record<CobrowseStep, readonly [customer: boolean, agent: boolean]> = {
  redeem: [false, false],
  allow: [true, false],
  refuse: [true, false],
  join: [true, true],
  end: [true, true],
  expire: [false, false],
  lose: [false, false],
};

for (const [index, side] of MIRROR_SIDES.entries())
  for (const step of COBROWSE_STEPS)
    test(`COB 1 CB2 ${step} by the ${side}: ${TAKES[step][index] ? 'as the table says' : 'wrong-role'}`, () => {
      for (const state of COBROWSE_STATES) {
        const outcome = codeOf(() => cobrowseStep(side, step, held({ state })));
        assert.equal(outcome, TAKES[step][index] ? CELLS[step][COBROWSE_STATES.indexOf(state)] : 'wrong-role', state);
      }
    });

test('COB 1 CB2 a stranger is told of nothing, whatever they try', () => {
  for (const state of COBROWSE_STATES)
    for (const step of COBROWSE_STEPS)
      assert.equal(
        codeOf(() => cobrowseStep(undefined, step, held({ state }))),
        'not-found',
      );
});

test('COB 4 CB2 the agent is who began it, the customer who is in the chat, or has the ticket; nobody else is either', () => {
  const person = (id: string, role: (typeof ROLES)[number], workspace = 'harbour') => ({ person: { id, name: '', role, workspace } });
  const sides = (by: 'chat' | 'code', caller: Parameters<typeof mirrorSideOf>[0]): MirrorSide | undefined =>
    mirrorSideOf(caller, held({ by }), 'cleo');
  for (const by of ['chat', 'code'] as const) {
    for (const role of ROLES.filter((each) => each !== 'customer')) {
      assert.equal(sides(by, person('ana', role)), 'agent');
      assert.equal(sides(by, person('ben', role)), undefined);
      assert.equal(sides(by, person('ana', role, 'other')), undefined);
      assert.equal(sides(by, person('cleo', role)), undefined);
    }
    assert.equal(sides(by, person('ana', 'customer')), undefined);
    assert.equal(sides(by, person('cleo', 'customer', 'other')), undefined);
    assert.equal(sides(by, { ticket: { session: 's', workspace: 'harbour' } }), 'customer');
    assert.equal(sides(by, { ticket: { session: 'another', workspace: 'harbour' } }), undefined);
    assert.equal(sides(by, { ticket: { session: 's', workspace: 'other' } }), undefined);
  }
  assert.equal(sides('chat', person('cleo', 'customer')), 'customer');
  assert.equal(sides('code', person('cleo', 'customer')), undefined);
  assert.equal(mirrorSideOf(person('cleo', 'customer'), held(), undefined), undefined);
});

test('COB 4 CB8 a code has five minutes, whoever is there', () => {
  const code = held({ state: 'code', by: 'code', codeUntil: 5 * MINUTE });
  assert.equal(overAt(code, 5 * MINUTE - 1), undefined);
  assert.equal(overAt(code, 5 * MINUTE), 'expired');
});

test('COB 4 CB8 a session waits ten minutes for either side, and lasts four hours at the most', () => {
  for (const state of ['asked', 'allowed'] as const) {
    for (const away of ['agentSeen', 'customerSeen'] as const) {
      const left = held({ state, agentSeen: 3 * HOUR, customerSeen: 3 * HOUR, [away]: HOUR });
      assert.equal(overAt(left, HOUR + 10 * MINUTE - 1), undefined);
      assert.equal(overAt(left, HOUR + 10 * MINUTE), 'gone');
    }
    const there = held({ state, agentSeen: 4 * HOUR - 1, customerSeen: 4 * HOUR - 1 });
    assert.equal(overAt(there, 4 * HOUR - 1), undefined);
    assert.equal(overAt(there, 4 * HOUR), 'expired');
  }
});

test('COB 4 CB8 what has ended is over only once, and is forgotten a day later', () => {
  const ended = held({ state: 'ended', endedAt: HOUR, end: 'agent' });
  assert.deepEqual([cobrowseDue(ended), overAt(ended, 100 * HOUR)], [25 * HOUR, undefined]);
  assert.deepEqual(
    [isForgotten(ended, 25 * HOUR - 1), isForgotten(ended, 25 * HOUR), isForgotten(held(), 99 * HOUR)],
    [false, true, false],
  );
});

test('COB 1 CB5 the log of a chat tells of the end of what it told of before', () => {
  const told = (by: CobrowseHeld['by']) => COBROWSE_STATES.map((state) => isTold({ by, state }));
  assert.deepEqual(
    [told('chat'), told('code')],
    [
      [true, true, true, true],
      [false, false, true, false],
    ],
  );
  const ends = (['customer', 'agent', 'supervisor', 'admin', 'bot', 'system'] as const).map((role) => endBy({ role }));
  assert.deepEqual(ends, ['customer', 'agent', 'agent', 'agent', 'gone', 'gone']);
});

test('COB 1 CB2 both sides know as much of a session as the protocol says, and no time of the other', () => {
  assert.deepEqual(cobrowseOf(held()), {
    id: 's',
    state: 'allowed',
    agent: { id: 'ana', name: 'Ana' },
    conversation: 'c',
    begunAt: 0,
    site: 'shop',
  });
  assert.equal(cobrowseOf(held({ end: 'gone' })).end, 'gone');
});
