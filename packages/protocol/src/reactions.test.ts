import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isEmoji } from './emoji.js';
import type { Author } from './people.js';
import { givenBy, reactionsOf, withReaction, type Given } from './reactions.js';
import { emoji } from './testing/arbitraries.js';

const CLEO: Author = { id: 'c', name: 'Cleo', role: 'customer' };
const ANA: Author = { id: 'ana', name: 'Ana', role: 'agent' };
const BEN: Author = { id: 'ben', name: 'Ben', role: 'supervisor' };
const NONE: Given = new Map();

test('CMP 6 each person has one reaction a message, the last, whoever else reacts and however often', () => {
  const reactions = fc.array(fc.record({ by: fc.constantFrom(CLEO, ANA, BEN), emoji: fc.option(emoji) }), { maxLength: 20 });
  fc.assert(
    fc.property(reactions, (given) => {
      const all = given.reduce((before, { by, emoji: wanted }) => withReaction(before, by, wanted), NONE);
      for (const person of [CLEO, ANA, BEN]) {
        const last = given.findLast(({ by }) => by === person)?.emoji ?? undefined;
        assert.equal(givenBy(all, person), last);
        assert.equal(reactionsOf(all).filter(({ people }) => people.includes(person)).length, last === undefined ? 0 : 1);
      }
    }),
  );
});

test('CMP 6 the same emoji of several people stands once, the first that was given first', () => {
  const all = withReaction(withReaction(withReaction(NONE, ANA, '❤️'), CLEO, '👍'), BEN, '👍');
  assert.deepEqual(reactionsOf(all), [
    { emoji: '❤️', people: [ANA] },
    { emoji: '👍', people: [CLEO, BEN] },
  ]);
  assert.equal(withReaction(all, BEN, '👍'), all);
});

test('CMP 6 a customer who becomes known is still the same person, and no agent of the same id', () => {
  const known = withReaction(withReaction(NONE, CLEO, '👍'), { ...CLEO, id: 'known' }, '🎉');
  assert.deepEqual(
    reactionsOf(known).map((each) => each.emoji),
    ['🎉'],
  );
  assert.equal(givenBy(known, { id: 'known', role: 'agent' }), undefined);
});

test('CMP 6 a reaction is one real emoji, and nothing that only looks or begins like one', () => {
  for (const good of ['👍', '❤️', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👋🏿', '1️⃣', '🇺🇦', '🧑🏻‍❤️‍💋‍🧑🏿']) assert.equal(isEmoji(good), true, good);
  for (const bad of ['', 'a', '1', ':)', '👍👍', '👍 ', 'ok👍', '©', '🇺', '\u200d', '\ud83d', '👍'.repeat(99), '<b>', '👍\u0301', '🏿🏿'])
    assert.equal(isEmoji(bad), false, JSON.stringify(bad));
});
