import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { hasSkills, matchedSkills, skillsKey, type Skills } from './skills.js';

const skills: fc.Arbitrary<Skills> = fc.dictionary(fc.constantFrom('a', 'b', 'a,b', '"', 'constructor'), fc.integer({ min: 1, max: 3 }), {
  noNullPrototype: true,
});

test('M2 TRF 2 every skill that is asked for, at its level or above; more than that does no harm', () => {
  assert.equal(hasSkills({ french: 2, chess: 5 }, { french: 2 }), true);
  assert.equal(hasSkills({ french: 3 }, { french: 2 }), true);
  assert.equal(hasSkills({ french: 1 }, { french: 2 }), false);
  assert.equal(hasSkills({ french: 3 }, { french: 2, german: 1 }), false);
  assert.equal(hasSkills({}, {}), true);
  assert.equal(hasSkills({}, { constructor: 1 }), false);
});

test('M2 who has what is asked has it in every single skill', () => {
  fc.assert(
    fc.property(skills, skills, (has, asked) => {
      const levels = matchedSkills(has, asked);
      assert.deepEqual(Object.keys(levels), Object.keys(asked));
      const all = Object.entries(asked).every(([skill, level]) => Object.hasOwn(has, skill) && has[skill]! >= level);
      assert.equal(hasSkills(has, asked), all);
    }),
  );
});

test('M7 the same key for the same skills in another order, another for other skills or levels', () => {
  fc.assert(
    fc.property(skills, skills, (one, other) => {
      assert.equal(skillsKey(one), skillsKey(Object.fromEntries(Object.entries(one).toReversed())));
      const same = Object.keys({ ...one, ...other }).every((skill) => one[skill] === other[skill]);
      assert.equal(skillsKey(one) === skillsKey(other), same);
    }),
  );
});
