import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionSettings } from '../settings/schema/actions.js';
import { answerText } from './answer-text.js';
import type { CallFault } from './call-fault.js';

const read = (
  body: string | Buffer,
  type = 'application/json',
  rule: Pick<ActionSettings, 'answer' | 'secret'> = {},
  isEncoded = false,
): string => {
  try {
    return answerText(rule, { body: Buffer.from(body), type, isEncoded });
  } catch (fault) {
    return `! ${(fault as CallFault).fault}`;
  }
};
const ORDER = '{"order":{"state":"sent","lines":[1,2],"a/b":true},"n":0}';

test('INF 8 what agents read of an answer is all of it, what a pointer points to, or a template', () => {
  assert.equal(read('Sent.\r\nToday. ', 'text/plain'), 'Sent.\nToday.');
  assert.equal(read('"Sent."'), 'Sent.');
  assert.equal(read('{"a":1}'), '{\n  "a": 1\n}');
  assert.equal(read(ORDER, 'application/json', { answer: { pointer: '/order/state' } }), 'sent');
  assert.equal(read(ORDER, 'application/vnd.api+json', { answer: { pointer: '/n' } }), '0');
  assert.equal(read(ORDER, 'text/plain', { answer: { pointer: '/order/a~1b' } }), 'true');
  assert.equal(
    read(ORDER, '', { answer: { template: 'It is {/order/state}, line {/order/lines/1}{/order/none}.' } }),
    'It is sent, line 2.',
  );
  assert.equal(read(''), '');
});

test('INF 8 what cannot be read says why', () => {
  assert.equal(read('<p>', 'text/html'), '! html');
  assert.equal(read(' <!DOCTYPE html>', 'text/plain'), '! html');
  assert.equal(read(Buffer.from([255, 254]), 'text/plain'), '! not-text');
  assert.equal(read('a\0b', 'text/plain'), '! not-text');
  assert.equal(read('%PDF', 'application/pdf'), '! not-text');
  assert.equal(read('zipped', 'text/plain', {}, true), '! not-text');
  assert.equal(read('sent', 'text/plain', { answer: { pointer: '/order' } }), '! not-json');
  assert.equal(read(ORDER, 'application/json', { answer: { pointer: '/order/none' } }), '! no-answer');
  assert.equal(read(ORDER, 'application/json', { answer: { pointer: '/constructor' } }), '! no-answer');
  assert.equal(read('', 'text/plain', { answer: { template: '{/a}' } }), '! not-json');
});

test('INF 8 X6 a secret that a service says back is not to be read, however it wrote it', () => {
  const secret = 'k3y "quoted"/+=';
  const body = JSON.stringify({
    said: `Bearer ${secret}`,
    address: encodeURIComponent(secret),
    basic: Buffer.from(secret).toString('base64'),
  });
  const text = read(body, 'application/json', { secret });
  assert.match(text, /Bearer •••/);
  for (const part of ['k3y', encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
    assert.equal(text.includes(part), false, part);
});

test('INF 8 a long answer is cut to what fits into a message, in no half of a sign', () => {
  const text = read('😀'.repeat(9_000), 'text/plain');
  assert.equal(text.length, 10_000);
  assert.equal(text.isWellFormed(), true);
});
