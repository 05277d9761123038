import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { match } from './matching.js';
import type { MatchingAgent, MatchingQueue, Waiting } from './matching-rows.js';
import { NOW, rounds } from './testing/matching-rows.js';
import { matchNaively } from './testing/naive-matching.js';

const queue = (more: Partial<MatchingQueue> = {}): MatchingQueue => ({
  id: 'front',
  members: 'everybody',
  distribution: 'longest-idle',
  ...more,
});
const agent = (id: string, more: Partial<MatchingAgent> = {}): MatchingAgent => ({
  id,
  skills: {},
  load: 0,
  capacity: 1,
  idleSince: 0,
  routable: true,
  ...more,
});
const customer = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  queue: queue(),
  priority: 0,
  since: 0,
  skills: {},
  refusedBy: new Map(),
  ...more,
});
const pairs = (waiting: Waiting[], agents: MatchingAgent[]) =>
  match(waiting, agents, NOW).offers.map((offer) => `${offer.conversation}>${offer.agent}`);
const reason = (waiting: Waiting, agents: MatchingAgent[]) => match([waiting], agents, NOW).unmatched[0]?.because;

test('M1 RTG 2 higher priority first over all queues, then who waits longest, then the id', () => {
  const rows = [
    customer('d', { since: 5 }),
    customer('c', { since: 5 }),
    customer('b', { since: 1, queue: queue({ id: 'back' }) }),
    customer('a', { since: 9, priority: 1, queue: queue({ id: 'back' }) }),
  ];
  assert.deepEqual(pairs(rows, [agent('x', { capacity: 9 })]), ['a>x', 'b>x', 'c>x', 'd>x']);
});

test('M2 only routable members with every skill at its level and a free slot', () => {
  const asked = customer('c', { queue: queue({ members: ['away', 'poor', 'full', 'right'] }), skills: { french: 2 } });
  const french = { french: 2 };
  const agents = [
    agent('stranger', { skills: french }),
    agent('away', { skills: french, routable: false }),
    agent('poor', { skills: { french: 1 } }),
    agent('full', { skills: french, load: 2 }),
    agent('right', { skills: { french: 3 }, idleSince: 500 }),
  ];
  assert.deepEqual(pairs([asked], agents), ['c>right']);
  const { because } = match([asked], agents, NOW).offers[0]!;
  assert.deepEqual(because, { rule: 'longest-idle', among: 1, idleSince: 500, load: 0, capacity: 1, matchedSkills: { french: 3 } });
});

test('M3 not to who refused it, until the time is over; the next one gets it, and later ones are not held up', () => {
  const refused = customer('c', { refusedBy: new Map([['a', NOW + 1]]) });
  assert.deepEqual(pairs([refused, customer('d')], [agent('a'), agent('b')]), ['c>b', 'd>a']);
  assert.deepEqual(pairs([customer('c', { refusedBy: new Map([['a', NOW]]) })], [agent('a')]), ['c>a']);
});

test('M4 longest idle, least occupied by share of the slots, most skilled by the sum of what is asked', () => {
  const agents = [
    agent('a', { idleSince: 3, load: 2, capacity: 8, skills: { french: 2, billing: 1, chess: 5 } }),
    agent('b', { idleSince: 1, load: 1, capacity: 2, skills: { french: 1, billing: 1 } }),
    agent('c', { idleSince: 2, load: 1, capacity: 3, skills: { french: 1, billing: 3 } }),
  ];
  const one = (distribution: MatchingQueue['distribution']) =>
    pairs([customer('x', { queue: queue({ distribution }), skills: { french: 1, billing: 1 } })], agents);
  assert.deepEqual(one('longest-idle'), ['x>b']);
  assert.deepEqual(one('least-occupied'), ['x>a']);
  assert.deepEqual(one('most-skilled'), ['x>c']);
});

test('M4 ties go to who is idle longest, then to the lower id', () => {
  for (const distribution of ['longest-idle', 'least-occupied', 'most-skilled'] as const) {
    const asked = customer('x', { queue: queue({ distribution }) });
    assert.deepEqual(pairs([asked], [agent('a', { idleSince: 9 }), agent('b', { idleSince: 8 })]), ['x>b']);
    assert.deepEqual(pairs([asked], [agent('b'), agent('a')]), ['x>a']);
  }
});

test('M5 several offers in one round go round: nobody gets a second before everybody has a first', () => {
  const agents = ['a', 'b', 'c'].map((id) => agent(id, { capacity: 3 }));
  const rows = Array.from({ length: 8 }, (_, index) => customer(`c${index}`));
  const expected = ['c0>a', 'c1>b', 'c2>c', 'c3>a', 'c4>b', 'c5>c', 'c6>a', 'c7>b'];
  assert.deepEqual(pairs(rows, agents), expected);
  const occupied = rows.map((row) => ({ ...row, queue: queue({ distribution: 'least-occupied' }) }));
  assert.deepEqual(pairs(occupied, agents), expected);
});

test('M6 who gets nothing is told the first reason that holds', () => {
  const skills = { french: 1 };
  const asked = customer('c', {
    skills,
    refusedBy: new Map([
      ['a', NOW + 9],
      ['b', NOW + 5],
    ]),
  });
  assert.deepEqual(reason(asked, []), { rule: 'nobody-routable', among: 0 });
  assert.deepEqual(reason(asked, [agent('a', { routable: false })]), { rule: 'nobody-routable', among: 1 });
  assert.deepEqual(reason(asked, [agent('a'), agent('b')]), { rule: 'nobody-skilled', among: 2 });
  assert.deepEqual(reason(asked, [agent('a'), agent('b', { skills, load: 1 })]), { rule: 'all-full', among: 1 });
  assert.deepEqual(reason(asked, [agent('a', { skills }), agent('b', { skills })]), { rule: 'all-refused', among: 2, until: NOW + 5 });
});

test('M1 to M6 the same as the rules read off word by word', () => {
  fc.assert(
    fc.property(rounds, ({ waiting, agents }) => {
      assert.deepEqual(match(waiting, agents, NOW), matchNaively(waiting, agents, NOW));
    }),
    { numRuns: 5_000 },
  );
});

test('M7 the result does not depend on the order of the rows, and the rows are left as they are', () => {
  const shuffled = rounds.chain(({ waiting, agents }) =>
    fc.tuple(
      fc.constant({ waiting, agents }),
      fc.shuffledSubarray(waiting, { minLength: waiting.length }),
      fc.shuffledSubarray(agents, { minLength: agents.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([{ waiting, agents }, otherWaiting, otherAgents]) => {
      const copy = JSON.stringify({ waiting, agents });
      assert.deepEqual(match(waiting, agents, NOW), match(otherWaiting, otherAgents, NOW));
      assert.equal(JSON.stringify({ waiting, agents }), copy);
    }),
    { numRuns: 2_000 },
  );
});

test('C1 RTG 2 everyone is matched or unmatched once, and nobody gets more than their free slots', () => {
  fc.assert(
    fc.property(rounds, ({ waiting, agents }) => {
      const { offers, unmatched } = match(waiting, agents, NOW);
      const seen = [...offers, ...unmatched].map(({ conversation }) => conversation);
      assert.deepEqual(seen.toSorted(), waiting.map(({ id }) => id).toSorted());
      for (const { id, load, capacity } of agents)
        assert.ok(offers.filter((offer) => offer.agent === id).length <= Math.max(0, capacity - load));
    }),
    { numRuns: 1_000 },
  );
});
