import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STAGES, stageOf, type Stage } from './call.js';
import { CALL_STANDINGS, CALL_STEPS, callStandingOf, mustMay, type CallStanding, type CallStepName } from './may.js';
import type { CallActor } from './steps.js';
import {
  ANA,
  BEN,
  CLEO,
  EVE,
  SUE,
  SUPERVISORS,
  askedAna,
  conference,
  consulting,
  given,
  refusalOf,
  ringing,
  rings,
  talking,
  type Scene,
} from './testing/scene.js';

const TOM = SUPERVISORS[1]!;

/** A call at each stage in which as many as can be stand to it differently. */
const AT: Record<Stage, readonly (() => Scene)[]> = {
  ringing: [ringing],
  waiting: [given, askedAna],
  talking: [talking],
  consulting: [consulting, rings],
  conference: [
    () => conference(1),
    () =>
      conference(1)
        .does(SUE, { step: 'transfer', to: { agent: BEN.id } })
        .does(TOM, { step: 'join', media: { audio: true, video: false } }),
  ],
  ended: [() => talking().does(CLEO, { step: 'leave' })],
};

/**
 * Who may do what, every cell written out, in the order ringing, waiting, talking, consulting, conference, ended: c the customer, r whom it rings
 * at, o who has it, m others on it, k who is consulted, s a supervisor who is not on it. Nobody may where there is a dash.
 */
const CELLS: Record<CallStepName, string> = {
  accept: 'r r r r r -',
  decline: 'r r r r r -',
  hold: '- - com c com -',
  resume: '- - com c com -',
  show: 'o c comk comk comk -',
  consult: '- - o L L -',
  unconsult: '- - - o - -',
  swap: '- - - o - -',
  merge: '- - - o - -',
  forward: '- - L o o -',
  transfer: '- - o L om -',
  join: '- - s L s -',
  leave: '- c co cok com -',
  rejoin: 'o c comk comk comk -',
  end: 'o - o o o -',
  record: '- - o o o -',
};

const LETTER: Record<CallStanding, string> = {
  customer: 'c',
  called: 'r',
  owner: 'o',
  member: 'm',
  consulted: 'k',
  former: 'f',
  supervisor: 's',
  stranger: 'x',
};
/** Where the limits say no to the one whom the table lets (V13). */
const LIMITED: Partial<Record<CallStepName, CallStanding>> = { consult: 'owner', forward: 'owner', transfer: 'owner', join: 'supervisor' };

function expected(step: CallStepName, stage: Stage, standing: CallStanding): string {
  if (standing === 'stranger') return 'not-found';
  const cell = CELLS[step].split(' ')[STAGES.indexOf(stage)] ?? '';
  if (cell === '-') return 'wrong-phase';
  if (cell === 'L') return LIMITED[step] === standing ? 'wrong-phase' : 'wrong-role';
  return cell.includes(LETTER[standing]) ? standing : 'wrong-role';
}

const PEOPLE: readonly CallActor[] = [CLEO, ANA, BEN, EVE, SUE, TOM, SUPERVISORS[2]!];

for (const stage of STAGES)
  for (const step of CALL_STEPS)
    test(`VOX 1 V2 ${step} while ${stage}: ${CELLS[step].split(' ')[STAGES.indexOf(stage)] ?? ''}`, () => {
      for (const scene of AT[stage].map((make) => make()))
        for (const person of PEOPLE) {
          assert.equal(stageOf(scene.call), stage);
          const standing = callStandingOf(scene.call, person);
          const wanted = expected(step, stage, standing);
          if (wanted === standing) assert.equal(mustMay(scene.call, person, step), standing, person.id);
          else {
            const [code, detail] = refusalOf(() => mustMay(scene.call, person, step));
            assert.equal(code, wanted, `${person.id}, ${standing}`);
            if (code !== 'not-found') assert.match(detail, new RegExp(`^${step}: .+[;:,] .+`));
          }
        }
    });

test('VOX 1 V2 each standing is somebody’s at some stage', () => {
  const seen = new Set(STAGES.flatMap((stage) => AT[stage].flatMap((make) => PEOPLE.map((person) => callStandingOf(make().call, person)))));
  assert.deepEqual([...seen].sort(), [...CALL_STANDINGS].sort());
});

test('VOX 1 V2 to another customer, and to agents who are not on it, a call is not there', () => {
  for (const role of ['customer', 'agent'] as const)
    assert.deepEqual(
      refusalOf(() => mustMay(talking().call, { id: 'zoe', role }, 'end')),
      ['not-found', 'not-found'],
    );
  // An id that a customer and an agent share is two people.
  assert.equal(callStandingOf(talking().call, { id: ANA.id, role: 'customer' }), 'stranger');
  assert.equal(callStandingOf(talking().call, { id: CLEO.id, role: 'agent' }), 'stranger');
});
