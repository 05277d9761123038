import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  AVAILABLE,
  AWAY,
  LAYERS,
  LOGGED_OUT,
  MODALITIES,
  TAGS,
  choosable,
  effectiveStatus,
  isRoutable,
  mayChoose,
  refusesLogout,
  statusAfter,
  warnsOfAway,
  type AgentStatus,
  type EffectiveStatus,
  type Layer,
  type StatusEvent,
  type Tag,
} from './agent-status.js';

/** Every set of layers there can be. */
const SETS: readonly (readonly Layer[])[] = Array.from({ length: 2 ** LAYERS.length }, (_, bits) =>
  LAYERS.filter((_layer, index) => bits & (1 << index)),
);
const named = (tag: Tag) => ({ id: `own-${tag}`, tag });
const status = (tag: Tag, digital: readonly Layer[], voice = digital): AgentStatus => ({ chosen: named(tag), layers: { digital, voice } });

/** The rules said as conditions, in the words of the requirements rather than by the order of a list. */
function expectedStatus(tag: Tag, on: (layer: Layer) => boolean): EffectiveStatus {
  if (on('logged-out')) return 'offline';
  if (on('vanished')) return 'system-away';
  if (on('call')) return 'system-busy';
  if (on('login-prep')) return 'login-prep';
  if (on('idle')) return 'away-idle';
  if (on('full')) return 'system-busy';
  return tag;
}

for (const tag of TAGS) {
  test(`A1 A2 what shows over ${tag}, for every set of layers in every modality`, () => {
    for (const digital of SETS)
      for (const voice of SETS) {
        const both = status(tag, digital, voice);
        assert.equal(
          effectiveStatus(both, 'digital'),
          expectedStatus(tag, (layer) => digital.includes(layer)),
        );
        assert.equal(
          effectiveStatus(both, 'voice'),
          expectedStatus(tag, (layer) => voice.includes(layer)),
        );
        assert.equal(isRoutable(both, 'digital'), tag === 'available' && digital.length === 0);
        assert.equal(isRoutable(both, 'voice'), tag === 'available' && voice.length === 0);
      }
  });
}

/** For each event: the layer it lays, those it lifts, where, and what it chooses. Nothing else may change. */
const EVENTS: { event: StatusEvent; lays?: Layer; lifts?: Layer[]; only?: 'digital' | 'voice'; chosen?: string; rule: string }[] = [
  { rule: 'A4', event: { type: 'logged-in', prep: true }, lays: 'login-prep', lifts: ['logged-out', 'vanished', 'idle'], chosen: 'away' },
  { rule: 'A4', event: { type: 'logged-in', prep: false }, lifts: ['logged-out', 'vanished', 'login-prep', 'idle'], chosen: 'away' },
  { rule: 'A4', event: { type: 'logged-out' }, lays: 'logged-out', lifts: ['vanished', 'login-prep', 'idle'], chosen: 'away' },
  { rule: 'A3', event: { type: 'chose', status: AVAILABLE }, lifts: ['idle'], chosen: 'available' },
  { rule: 'A3', event: { type: 'chose', status: named('busy') }, lifts: ['idle'], chosen: 'own-busy' },
  { rule: 'A3', event: { type: 'offer-expired' }, lays: 'idle' },
  { rule: 'A3', event: { type: 'reply-overdue' }, lays: 'idle' },
  { rule: 'A6', event: { type: 'slots-filled', modality: 'digital' }, lays: 'full', only: 'digital' },
  { rule: 'A6', event: { type: 'slots-filled', modality: 'voice' }, lays: 'full', only: 'voice' },
  { rule: 'A6', event: { type: 'slot-freed', modality: 'digital' }, lifts: ['full'], only: 'digital' },
  { rule: 'A6', event: { type: 'slot-freed', modality: 'voice' }, lifts: ['full'], only: 'voice' },
  { rule: 'A6', event: { type: 'call-began' }, lays: 'call' },
  { rule: 'A6', event: { type: 'call-ended' }, lifts: ['call'] },
  { rule: 'A5', event: { type: 'vanished' }, lays: 'vanished' },
  { rule: 'A5', event: { type: 'came-back' }, lifts: ['vanished'] },
];

for (const { event, lays, lifts = [], only, chosen, rule } of EVENTS) {
  test(`${rule} ${JSON.stringify(event)} over every choice and every set of layers`, () => {
    for (const tag of TAGS)
      for (const digital of SETS)
        for (const voice of SETS) {
          const before = status(tag, digital, voice);
          const after = statusAfter(before, event);
          assert.equal(after.chosen.id, chosen ?? before.chosen.id);
          for (const modality of MODALITIES)
            for (const layer of LAYERS) {
              const was = before.layers[modality].includes(layer);
              const touched = only === undefined || only === modality;
              const expected = touched && layer === lays ? true : touched && lifts.includes(layer) ? false : was;
              assert.equal(after.layers[modality].includes(layer), expected, `${layer} ${modality}`);
            }
          assert.deepEqual(statusAfter(after, event), after);
        }
  });
}

test('A4 at the end of login prep the agent is Away; a timer that comes late changes nothing', () => {
  for (const tag of TAGS)
    for (const layers of SETS) {
      const before = status(tag, layers);
      const after = statusAfter(before, { type: 'prep-over' });
      if (!layers.includes('login-prep')) assert.deepEqual(after, before);
      else
        assert.deepEqual(after, {
          ...status(
            'away',
            layers.filter((layer) => layer !== 'login-prep'),
          ),
          chosen: AWAY,
        });
    }
});

test('STA 2 a day: login prep, away, available, full, idle, back', () => {
  const shown: string[] = [];
  let now = LOGGED_OUT;
  const events: StatusEvent[] = [
    { type: 'logged-in', prep: true },
    { type: 'prep-over' },
    { type: 'chose', status: AVAILABLE },
    { type: 'slots-filled', modality: 'digital' },
    { type: 'offer-expired' },
    { type: 'slot-freed', modality: 'digital' },
    { type: 'chose', status: AVAILABLE },
    { type: 'logged-out' },
  ];
  for (const event of events) {
    now = statusAfter(now, event);
    shown.push(`${effectiveStatus(now, 'digital')}/${effectiveStatus(now, 'voice')}`);
  }
  assert.deepEqual(shown, [
    'login-prep/login-prep',
    'away/away',
    'available/available',
    'system-busy/available',
    'away-idle/away-idle',
    'away-idle/away-idle',
    'available/available',
    'offline/offline',
  ]);
});

test('A6 whatever happens in between, the system is busy exactly as long as the last of call and full slots lies', () => {
  const event = fc.constantFrom<StatusEvent>(...EVENTS.map((row) => row.event), { type: 'prep-over' });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const after = events.reduce(statusAfter, LOGGED_OUT);
      const last = (on: StatusEvent['type'], off: StatusEvent['type'], modality?: string) => {
        const of = events.filter(
          (one) => (one.type === on || one.type === off) && (!modality || ('modality' in one && one.modality === modality)),
        );
        return of.at(-1)?.type === on;
      };
      for (const modality of MODALITIES) {
        assert.equal(after.layers[modality].includes('call'), last('call-began', 'call-ended'));
        assert.equal(after.layers[modality].includes('full'), last('slots-filled', 'slot-freed', modality));
      }
    }),
  );
});

test('A7 agents choose Available, Away and the workspace its own, never by a name of the system', () => {
  const system = ['offline', 'system-away', 'system-busy', 'login-prep', 'away-idle'];
  const own = [...system, 'lunch', 'available', 'away'].map((id) => ({ id, tag: 'busy' as const }));
  assert.deepEqual(choosable(own), [AVAILABLE, AWAY, { id: 'lunch', tag: 'busy' }]);
  assert.deepEqual(choosable([]), [AVAILABLE, AWAY]);
});

test('A7 nothing is chosen during login prep or while logged out, and in every other state', () => {
  for (const tag of TAGS)
    for (const layers of SETS)
      assert.equal(mayChoose(status(tag, layers)), !layers.includes('login-prep') && !layers.includes('logged-out'));
});

test('A8 A9 only away warns, only with active conversations; and those refuse a logout', () => {
  for (const tag of TAGS)
    for (const active of [0, 1, 5]) {
      assert.equal(warnsOfAway(named(tag), active), tag === 'away' && active !== 0);
      assert.equal(refusesLogout(active), active !== 0);
    }
});
