import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { legOf } from './call.js';
import { LIMITED, LIMITS, OUTBOUND, SITUATIONS, isAllowed, situationOf, type Limited, type Situation } from './limits.js';
import type { CallActor, PersonStep } from './steps.js';
import {
  ANA,
  BEN,
  BILLING,
  EVE,
  SOUND,
  SUE,
  SUPERVISORS,
  conference,
  consulting,
  dialled,
  merged,
  talking,
  type Scene,
} from './testing/scene.js';

/** Each situation, as people come into it. */
const COMES: Record<Situation, () => Scene> = {
  plain: talking,
  consulting,
  'consult-over': () => consulting().does(BEN, { step: 'leave' }),
  merged,
  'merged-over': () => merged().does(BEN, { step: 'leave' }),
  conference,
  'conference-over': () => conference().does(SUE, { step: 'leave' }),
};

type Limit = 'yes' | 'no';
/** Every cell of VOX 9 written out, in the order of the situations: may it be, on a call that came in? */
const CELLS: Record<Limited, Record<Situation, Limit>> = {
  consult: {
    plain: 'yes',
    consulting: 'no',
    'consult-over': 'yes',
    merged: 'no',
    'merged-over': 'no',
    conference: 'no',
    'conference-over': 'no',
  },
  join: {
    plain: 'yes',
    consulting: 'no',
    'consult-over': 'yes',
    merged: 'no',
    'merged-over': 'yes',
    conference: 'yes',
    'conference-over': 'yes',
  },
  transfer: {
    plain: 'yes',
    consulting: 'no',
    'consult-over': 'yes',
    merged: 'yes',
    'merged-over': 'yes',
    conference: 'yes',
    'conference-over': 'yes',
  },
  forward: {
    plain: 'no',
    consulting: 'yes',
    'consult-over': 'no',
    merged: 'yes',
    'merged-over': 'no',
    conference: 'yes',
    'conference-over': 'no',
  },
  assist: {
    plain: 'yes',
    consulting: 'no',
    'consult-over': 'yes',
    merged: 'no',
    'merged-over': 'yes',
    conference: 'no',
    'conference-over': 'yes',
  },
};

const TRIES: Record<Exclude<Limited, 'assist'>, readonly [CallActor, PersonStep]> = {
  consult: [ANA, { step: 'consult', agent: EVE.id }],
  join: [SUPERVISORS[1]!, { step: 'join', media: SOUND }],
  transfer: [ANA, { step: 'transfer', to: { queue: BILLING.id } }],
  forward: [ANA, { step: 'forward' }],
};

/** Whether it can be done, by doing it; a refusal has to say what was wrong, and what to do. */
function tryIt(scene: Scene, what: Limited): Limit {
  if (what === 'assist') return isAllowed(scene.call, 'assist') === true ? 'yes' : 'no';
  try {
    scene.does(...TRIES[what]);
    return 'yes';
  } catch (fault) {
    assert.ok(fault instanceof RelayError, String(fault));
    assert.equal(fault.code, 'wrong-phase');
    assert.match(fault.message, /^(consult|join|transfer|forward): .+[;:,] .+/);
    return 'no';
  }
}

for (const situation of SITUATIONS)
  for (const what of LIMITED)
    test(`VOX 9 V13 ${what} where the call is ${situation}: ${CELLS[what][situation]}`, () => {
      const scene = COMES[situation]();
      assert.equal(situationOf(scene.call), situation);
      assert.equal(tryIt(scene, what), CELLS[what][situation]);
      assert.equal(LIMITS[what][situation] === true ? 'yes' : 'no', CELLS[what][situation]);
    });

/** What an outbound call comes into: nobody can be consulted there. */
const DIALLED: Partial<Record<Situation, () => Scene>> = {
  plain: dialled,
  conference: () => dialled().does(SUE, { step: 'join', media: SOUND }),
  'conference-over': () => dialled().does(SUE, { step: 'join', media: SOUND }).does(SUE, { step: 'leave' }),
};
const OUTBOUND_CELLS: Record<Limited, Limit> = { consult: 'no', join: 'yes', transfer: 'no', forward: 'no', assist: 'yes' };

for (const [situation, comes] of Object.entries(DIALLED) as [Situation, () => Scene][])
  for (const what of LIMITED) {
    const expected = what === 'assist' && situation === 'conference' ? 'no' : OUTBOUND_CELLS[what];
    test(`VOX 9 V13 ${what} on an outbound call that is ${situation}: ${expected}`, () => {
      const scene = comes();
      assert.equal(situationOf(scene.call), situation);
      assert.equal(tryIt(scene, what), expected);
      assert.equal(OUTBOUND[what] === true ? 'yes' : 'no', OUTBOUND_CELLS[what]);
    });
  }

test('VOX 9 V13 a call that was a conference stays one, whoever has it by then', () => {
  const scene = conference()
    .does(SUE, { step: 'leave' })
    .does(ANA, { step: 'transfer', to: { agent: EVE.id } });
  scene.does(EVE, { step: 'accept', media: SOUND });
  assert.ok(legOf(scene.call, EVE.id));
  assert.deepEqual(
    [situationOf(scene.call), scene.refusal(EVE, { step: 'consult', agent: BEN.id })[0]],
    ['conference-over', 'wrong-phase'],
  );
});
