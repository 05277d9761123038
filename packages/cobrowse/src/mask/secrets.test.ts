import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { createSecrets, SEAM } from './secrets.js';

const { open, typed, has } = createSecrets([]);
const isShown = (text: string, digits: string) => open(text).replace(/\D/g, '').includes(digits);

test('COB 6 P5 a card number is masked in any text, however it is written, and nothing beside it', () => {
  assert.equal(open('Pay with 4111111111111111 now'), `Pay with ${'•'.repeat(16)} now`);
  for (const card of [
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '3782 822463 10005',
    '4111\n1111\u00a01111  1111',
    '４１１１１１１１１１１１１１１１',
    '٤١١١١١١١١١١١١١١١',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
  ])
    assert.doesNotMatch(open(`a ${card} b`), /[\d\u0660-\u0669\uff10-\uff19]/, card);
  assert.equal(open('Order 4111111111111112, table 12'), 'Order 4111111111111112, table 12', 'no card number: its last digit is wrong');
});

test('COB 6 P5 a card number is found beside a date or a code, and in a number longer than any', () => {
  assert.equal(isShown('4111 1111 1111 1111 12/26 123', '4111'), false);
  assert.equal(isShown('Ref 77 4111 1111 1111 1111', '4111'), false);
  assert.equal(isShown('41111111111111111226123', '4111'), false);
});

test('COB 6 P5 each part of a card number that goes on in the text beside it is masked', () => {
  assert.equal(open('4111', '', `${SEAM}1111${SEAM}1111${SEAM}1111`), '••••');
  assert.equal(open('1111', `4111${SEAM}1111${SEAM}`, `${SEAM}1111${SEAM}12/26`), '••••');
  assert.equal(open('1112', `4111${SEAM}1111${SEAM}1111${SEAM}`), '1112');
});

test('COB 6 P5 what may become a card number is masked from its ninth digit on while it is typed', () => {
  assert.equal(typed('41111111'), '41111111');
  assert.equal(typed('4111 1111 1'), '•••• •••• •');
  assert.equal(typed('+49 4111 111 111'), '+49 4111 111 111', 'a telephone number');
});

test('COB 6 P5 every number that is a card’s is found among any words', () => {
  const card = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 18 }).map((digits) => {
    const sum = digits.toReversed().reduce((total, digit, at) => total + (at % 2 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
    return [...digits, (10 - (sum % 10)) % 10].join('');
  });
  fc.assert(
    fc.property(
      card,
      fc.constantFrom('', ' ', '-', ' - ', '.'),
      fc.array(fc.integer({ min: 1, max: 5 })),
      fc.string(),
      (digits, between, cuts, words) => {
        let [at, written] = [0, ''];
        for (const cut of cuts) {
          written += digits.slice(at, at + cut) + (at + cut < digits.length ? between : '');
          at += cut;
        }
        written += digits.slice(at);
        assert.doesNotMatch(open(`${words.replace(/\d/g, '')} | ${written} |`), /\d/);
      },
    ),
  );
});

test('COB 6 P14 what a pattern finds is masked, over the seam of two texts too, and nothing else', () => {
  const secrets = createSecrets(['DE\\d{20}', '\\bK-\\d{1,9}\\b']);
  assert.equal(secrets.open('Customer K-12345 has DE89370400440532013000'), `Customer ••••••• has ${'•'.repeat(22)}`);
  assert.equal(secrets.open('K-1', '', `${SEAM}2345`), '•••');
  assert.equal(secrets.open('2345', `K-1${SEAM}`, ''), '••••');
  assert.equal(secrets.open('Customer'), 'Customer');
});

test('COB 6 P14 a text that is too long to be searched for patterns is masked whole', () => {
  const long = `${'word '.repeat(5_000)}K-1`;
  assert.doesNotMatch(createSecrets(['K-\\d']).open(long), /\w/);
  assert.equal(open(long), long);
});

test('COB 6 P14 a pattern that finds nothing in many places ends, and one that is none is told', () => {
  assert.equal(createSecrets(['x*']).open('abc'), 'abc');
  assert.throws(() => createSecrets(['(']));
});

test('COB 6 P10 a name with an e-mail address or a card number in it has a secret', () => {
  for (const name of ['user-ada@lovelace.example', 'ada%40lovelace.example', 'c-4111111111111111']) assert.equal(has(name), true, name);
  for (const name of ['card', 'col-12', '@container', 'md:w-1/2']) assert.equal(has(name), false, name);
});

test('COB 5 P10 P5 a word without end is looked through once, and a text full of card numbers is written once', () => {
  assert.equal(has('AbCd'.repeat(1_000_000)), false);
  assert.equal(has(`${'AbCd'.repeat(1_000_000)}@lovelace.example`), true);
  assert.equal(/\d/.test(open('4111 1111 1111 1111 | '.repeat(100_000))), false);
});
