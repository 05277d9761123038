import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callEventSchemas } from '@deskbell/protocol/call-events.js';
import { MOST_SUPERVISORS } from '@deskbell/protocol/calls.js';
import * as fc from 'fast-check';
import { STAGES, customerLeg, deskLegs, isHeld, isOn, legOf, stageOf, type Call } from './call.js';
import { placesIn } from './effects.js';
import { hearings, holdAudio, linksOf, recordingOf } from './hearing.js';
import { callDue } from './losing.js';
import { World, type Try } from './testing/world.js';

/** Whatever happens, in whatever order: mostly what may be done, sometimes what may not. */
const attempt: fc.Arbitrary<Try> = fc.record({
  kind: fc.oneof(
    { weight: 2, arbitrary: fc.constant('ask' as const) },
    { weight: 12, arbitrary: fc.constant('do' as const) },
    { weight: 2, arbitrary: fc.constant('anything' as const) },
    { weight: 3, arbitrary: fc.constant('relay' as const) },
    { weight: 1, arbitrary: fc.constant('wait' as const) },
    { weight: 1, arbitrary: fc.constant('change' as const) },
  ),
  which: fc.nat(11),
  who: fc.nat(119),
  what: fc.nat(719),
});

const RUNS = 200;

/** Walks through a world, looking at it after each step. */
function walk(looks: (world: World) => void, more: (world: World) => void = () => undefined): void {
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 5, maxLength: 60 }), (attempts) => {
      const world = new World();
      for (const each of attempts) {
        world.try(each);
        looks(world);
      }
      more(world);
    }),
    { numRuns: RUNS },
  );
}

const each = (look: (call: Call) => void) => (world: World) => {
  for (const call of world.calls.values()) look(call);
};

test('VOX 8 V5 nobody has more than one call, and what is put to them counts', () => {
  walk(({ calls }) => {
    const places = [...calls.values()].flatMap((call) => placesIn(call).map(({ id }) => id));
    assert.deepEqual(places, [...new Set(places)]);
    const customers = [...calls.values()].filter(({ state }) => state !== 'ended').map(({ customer }) => customer.id);
    assert.deepEqual(customers, [...new Set(customers)]);
  });
});

test('VOX 8 V4 no slot is lost or freed twice: what the changes say adds up to what is taken', () => {
  walk(
    ({ calls, ledger }) => {
      const places = [...calls.values()].flatMap((call) => placesIn(call));
      for (const [id, { slots, busy }] of ledger) {
        const place = places.find((one) => one.id === id);
        assert.deepEqual([slots, busy], [place ? 1 : 0, place?.busy === true ? 1 : 0], id);
      }
    },
    (world) => {
      world.runDown();
      for (const [id, { slots, busy }] of world.ledger) assert.deepEqual([slots, busy], [0, 0], id);
    },
  );
});

test('VOX 5 V8 the customer and who is consulted never hear each other, nor does the customer hear anybody while the two talk', () => {
  walk(
    each((call) => {
      const { consult } = call;
      if (!consult) return;
      const links = linksOf(call);
      const isBetween = (a: string, b: string): boolean => links.some(({ from, to }) => [from, to].includes(a) && [from, to].includes(b));
      assert.equal(isBetween(call.customer.id, consult.target), false);
      if (consult.state !== 'swapped') assert.equal(isBetween(call.customer.id, consult.by), false);
      else assert.equal(isBetween(consult.by, consult.target), false);
    }),
  );
});

test('VOX 1 V7 V8 who is on hold, dropped or rung at is in no link; who is on hold hears hold audio; who hears hold audio hears nobody', () => {
  walk(
    each((call) => {
      const linked = linksOf(call).flatMap(({ from, to }) => [from, to]);
      const quiet = holdAudio(call);
      for (const leg of call.legs) {
        const { id } = leg.person;
        if (isHeld(leg) || !isOn(leg)) assert.equal(linked.includes(id), false);
        if (call.state !== 'ringing') assert.equal(isOn(leg) && isHeld(leg) && !quiet.includes(id), false);
        if (!isOn(leg)) assert.equal(quiet.includes(id), false);
      }
      for (const { to, from } of hearings(call)) {
        assert.equal(quiet.includes(to), false);
        assert.equal(legOf(call, from)?.media.muted, false);
      }
      // Where there is talk without a consult, the customer is in it.
      if (linked.length > 0 && !call.consult) assert.equal(linked.includes(call.customer.id), true);
    }),
  );
});

test('VOX 8 V16 somebody has a live call, or it waits to be put to somebody, or it is over', () => {
  walk(
    each((call) => {
      const desk = deskLegs(call);
      const customer = customerLeg(call);
      if (call.state === 'ended')
        assert.deepEqual([call.legs, call.owner, call.waits, call.consult, callDue(call)], [[], null, null, null, null]);
      else assert.equal(customer?.person.id, call.customer.id);
      if (call.state === 'live') assert.ok(desk.some(({ person }) => person.id === call.owner));
      if (call.state === 'ringing') assert.deepEqual([desk.length, customer?.state, call.waits], [1, 'ringing', null]);
      if (call.state === 'waiting') {
        assert.deepEqual([desk, call.owner, call.consult], [[], null, null]);
        assert.ok(call.waits?.queue ?? call.waits?.offer);
      }
      assert.ok(desk.length <= MOST_SUPERVISORS + 1);
      const consulted = call.legs.filter(({ role }) => role === 'consulted');
      assert.deepEqual(
        consulted.map(({ person }) => person.id),
        call.consult ? [call.consult.target] : [],
      );
      if (call.consult) assert.deepEqual([call.consult.by, desk.length, call.waits], [call.owner, 1, null]);
      assert.equal(new Set(call.legs.map(({ person }) => person.id)).size, call.legs.length);
      const ids = call.legs.map(({ person }) => person.id);
      for (const { heldBy } of call.legs)
        assert.deepEqual(
          heldBy.filter((id) => !ids.includes(id)),
          [],
        );
    }),
    (world) => {
      world.runDown();
      assert.deepEqual(world.open(), []);
    },
  );
});

test('VOX 10 V18 recording never runs on hold, in a consult, with a secured form open, nor of anybody alone', () => {
  walk(
    each((call) => {
      const { state, why } = recordingOf(call);
      assert.equal(state === 'paused', why.length > 0);
      if (state !== 'running') return;
      const customer = customerLeg(call);
      assert.deepEqual([call.state, call.consult, call.secured, customer?.state, customer?.heldBy], ['live', null, [], 'on', []]);
      assert.ok(linksOf(call).length >= 2);
    }),
  );
});

test('VOX 8 V17 a call that was answered is somebody’s to wrap up, unless nobody had it at its end; one that was not is nobody’s', () => {
  walk(
    each((call) => {
      if (call.wrapUp) assert.deepEqual([call.state, call.answeredAt === null, call.handledBy === null], ['ended', false, false]);
      if (call.state === 'live') assert.deepEqual([call.answeredAt === null, call.handledBy?.id], [false, call.owner]);
      if (call.answeredAt === null) assert.equal(call.handledBy, null);
    }),
  );
});

test('VOX 1 V2 these walks come by every stage and every event, so that what they show is shown of all of them', () => {
  const stages = new Set<string>();
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 60, maxLength: 60 }), (attempts) => {
      const world = new World();
      for (const one of attempts) {
        world.try(one);
        for (const call of world.calls.values()) stages.add(stageOf(call));
      }
      for (const type of world.seen) seen.add(type);
    }),
    { numRuns: 1_000, seed: 7 },
  );
  assert.deepEqual([...stages].sort(), [...STAGES].sort());
  assert.deepEqual([...seen].sort(), Object.keys(callEventSchemas).sort());
});
