import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_ALT, MAX_ATTACHMENTS, fileStateSchema } from './attachments.js';
import { parseCommand } from './parse.js';
import * as v from 'valibot';

const uuid = (n: number): string => `0190a0b0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const send = (more: object) => parseCommand({ type: 'message.send', id: uuid(1), conversation: uuid(2), text: '', ...more });
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: uuid(index + 10) }));

test('CMP 7 a message says something or has something attached', () => {
  assert.deepEqual(send({ attachments: many(1) }), {
    type: 'message.send',
    id: uuid(1),
    conversation: uuid(2),
    text: '',
    attachments: many(1),
  });
  assert.throws(() => send({}), { code: 'malformed', message: 'message.send: text is empty' });
  assert.throws(() => send({ text: ' \n' }), { code: 'malformed' });
  assert.throws(() => send({ attachments: [] }), { code: 'malformed' });
});

test('CMP 7 at most 20 files go with a message, each once', () => {
  assert.doesNotThrow(() => send({ attachments: many(MAX_ATTACHMENTS) }));
  assert.throws(() => send({ attachments: many(MAX_ATTACHMENTS + 1) }), { code: 'too-long' });
  assert.throws(() => send({ attachments: [...many(2), ...many(1)] }), { code: 'malformed' });
});

test('CMP 7 what a picture shows is a line of its sender’s', () => {
  const [file] = many(1);
  const sent = send({ attachments: [{ ...file, alt: ' A lamp\u202e,\n broken ' }] });
  assert.deepEqual(sent.type === 'message.send' && sent.attachments, [{ ...file, alt: 'A lamp, broken' }]);
  assert.throws(() => send({ attachments: [{ ...file, alt: 'x'.repeat(MAX_ALT + 1) }] }), { code: 'too-long' });
});

test('CMP 7 a reason of a newer relay is a refusal all the same', () => {
  const state = v.parse(fileStateSchema, { state: 'refused', why: 'cursed', partSize: 1, parts: 1, have: [] });
  assert.equal(state.why, 'dangerous');
});
