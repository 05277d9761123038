import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { passesLuhn } from '@deskbell/protocol/luhn.js';
import { cardNumbersIn } from './card-numbers.js';
import { HIDDEN, patternFault, redacted } from './redaction.js';

const CARDS = [
  '4111111111111111',
  '5555555555554444',
  '378282246310005',
  '30569309025904',
  '6011111111111117',
  '3530111333300000',
  '2223003122003222',
];

const one = (text: string, patterns: readonly string[] = []): string => redacted([text], patterns)[0] ?? '';

/** The digits of a text, whatever they are written in. */
const digitsIn = (text: string): string => text.replace(/\D/g, '');

describe('W1 redaction', () => {
  test('W1 card numbers are hidden, however they are written', () => {
    for (const card of CARDS) {
      assert.ok(passesLuhn(card), card);
      const grouped = card.replace(/(.{4})/g, '$1 ').trim();
      const written = [
        card,
        grouped,
        grouped.replaceAll(' ', '-'),
        grouped.replaceAll(' ', '\u00a0'),
        grouped.replaceAll(' ', ' - '),
        [...card].join(' '),
      ];
      for (const text of written) assert.equal(one(`My card is ${text}, thanks.`), `My card is ${HIDDEN}, thanks.`, text);
    }
    const arabic = [...'4111111111111111'].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('');
    const wide = [...'4111111111111111'].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    for (const text of [arabic, wide]) assert.equal(one(`بطاقتي ${text}.`), `بطاقتي ${HIDDEN}.`);
  });

  test('W1 a card number with other digits around it is hidden, and other numbers are not', () => {
    assert.equal(one('order 12 4111 1111 1111 1111 07/29'), `order 12 ${HIDDEN} 07/29`);
    for (const text of ['4111111111111112', 'order 4711 of 2026-11-21', '+49 431 1234567', 'IBAN DE89 3704', '1'.repeat(16)])
      assert.equal(one(text), text);
  });

  test('W1 a card number in two messages is hidden in both, and each stays a message', () => {
    const told = redacted(['Here: 4111 1111', '1111 1111 is all of it', 'thanks'], []);
    assert.equal(told.length, 3);
    assert.equal(digitsIn(told.join(' ')), '');
    assert.deepEqual([told[0]?.startsWith('Here: '), told[1]?.endsWith(' is all of it'), told[2]], [true, true, 'thanks']);
  });

  test('W1 whatever stands around it, no card number is left, and nothing is lost but what is hidden', () => {
    const card = fc.constantFrom(...CARDS);
    const around = fc.string({ maxLength: 30, unit: 'binary' }).map((text) => text.replace(/[\p{Nd}\0]/gu, 'x'));
    fc.assert(
      fc.property(around, card, around, (before, number, after) => {
        const told = one(before + number + after);
        assert.equal(told.includes(number), false);
        assert.deepEqual(cardNumbersIn(told), []);
        assert.equal(told, before + HIDDEN + after);
      }),
      { numRuns: 50 },
    );
  });

  test('W2 what the settings list is hidden, whatever the case', () => {
    const patterns = ['HP-####-??', 'passport *', 'Käthe (Müller)', 'a.b\\c'];
    assert.equal(one('see hp-2041-XY.', patterns), `see ${HIDDEN}.`);
    assert.equal(one('Passport C01X00T47 it is', patterns), `${HIDDEN} it is`);
    assert.equal(one('KÄTHE (MÜLLER) a.b\\c axb\\c', patterns), `${HIDDEN} ${HIDDEN} axb\\c`);
    assert.equal(one('HP-20-XY', patterns), 'HP-20-XY');
  });

  test('W2 patterns that hide too much, or take too long, are refused', () => {
    for (const pattern of ['*', '??', 'ab', '* * *', 'a*b*c*d', 'x'.repeat(101), '**?*abc']) assert.ok(patternFault(pattern), pattern);
    for (const pattern of ['###', 'HP-*', 'a*b*cde', '(a+)+$']) assert.equal(patternFault(pattern), undefined, pattern);
  });

  test('W2 no pattern and no text take long: the steps grow with the text alone', () => {
    // Of the worst that may be written: each start has to look as far as two * reach.
    const text = `${'ab'.repeat(20_000)}!`;
    assert.equal(one(text, ['a*b*(a+)+$']), text);
    assert.equal(one('4 '.repeat(20_000)).length > 0, true);
  });

  test('W2 what two patterns find together is hidden once', () => {
    assert.equal(one('abcdefgh', ['abcde', 'defgh']), HIDDEN);
    assert.deepEqual(redacted([], []), ['']);
  });
});
