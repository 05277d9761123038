import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOnScale, scoresOf, wordingOf } from './survey-wording.js';
import type { Survey } from './surveys.js';

const survey: Survey = {
  id: 'csat',
  name: 'Satisfaction',
  kind: 'stars',
  question: 'How was it?',
  comment: 'Why?',
  translations: {
    de: { question: 'Wie war es?', comment: 'Warum?' },
    'pt-BR': { question: 'Como foi?' },
    pt: { question: 'Como correu?' },
  },
};
const said = (...wanted: string[]) => {
  const { question, comment, lang } = wordingOf(survey, wanted);
  return [question, comment, lang];
};

test('SUR 1 a survey is said in the first language wanted that it has, exactly or nearly, and else as it was written', () => {
  assert.deepEqual(said('de-AT'), ['Wie war es?', 'Warum?', 'de']);
  assert.deepEqual(said('PT-br', 'de'), ['Como foi?', 'Why?', 'pt-BR']);
  assert.deepEqual(said('pt-PT')[0], 'Como foi?');
  assert.deepEqual(said('pt')[0], 'Como correu?');
  assert.deepEqual(said('fr', 'de')[0], 'Wie war es?');
  for (const wanted of [['fr'], ['en'], []]) assert.deepEqual(said(...wanted), ['How was it?', 'Why?', undefined]);
  const { comment: _, ...bare } = survey;
  assert.equal(wordingOf(bare, ['de']).comment, undefined);
});

test('SUR 3 a score is a whole one of its scale', () => {
  assert.deepEqual(scoresOf('smileys'), [1, 2, 3, 4, 5]);
  assert.deepEqual([scoresOf('nps').at(0), scoresOf('nps').at(-1)], [0, 10]);
  assert.deepEqual(
    [isOnScale('nps', 0), isOnScale('stars', 0), isOnScale('stars', 4.5), isOnScale('stars', NaN)],
    [true, false, false, false],
  );
});
