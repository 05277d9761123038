import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { callCommandSchema, callCommandSchemas, type CallCommandType } from './call-commands.js';

const ID = '0193f000-0000-7000-8000-000000000001';
const base = { id: ID, call: ID };
const media = { audio: true, video: false };

/** One of each, as a client sends it. */
const GOOD: { [T in CallCommandType]: Readonly<Record<string, unknown>> } = {
  'call.ask': { kind: 'video', chat: ID, media },
  'call.accept': { media },
  'call.decline': {},
  'call.hold': {},
  'call.resume': {},
  'call.show': { muted: true },
  'call.consult': { agent: 'ben' },
  'call.unconsult': {},
  'call.swap': {},
  'call.merge': {},
  'call.forward': { agent: 'ben' },
  'call.transfer': { to: { queue: 'billing' } },
  'call.join': { media },
  'call.leave': {},
  'call.rejoin': { media },
  'call.end': {},
  'call.record': { what: 'pause' },
};

for (const type of Object.keys(callCommandSchemas) as CallCommandType[])
  test(`VOX 1 ${type} is read as it was written, and refused without its id or its call`, () => {
    const command = { type, ...base, ...GOOD[type] };
    assert.deepEqual(v.parse(callCommandSchema, command), command);
    for (const change of [{ id: 'x' }, { call: undefined }]) assert.equal(v.is(callCommandSchema, { ...command, ...change }), false);
  });

test('VOX 4 a call is transferred to a queue or an agent, not to both, nor to nobody', () => {
  const to = (target: unknown) => v.is(callCommandSchema, { type: 'call.transfer', ...base, to: target });
  assert.deepEqual(
    [to({ queue: 'a' }), to({ agent: 'b' }), to({ queue: 'a', agent: 'b' }), to({}), to({ agent: '' })],
    [true, true, false, false, false],
  );
});

test('VOX 1 what is shown says something; what is left out stays as it is', () => {
  assert.equal(v.is(callCommandSchema, { type: 'call.show', ...base }), false);
  assert.deepEqual(v.parse(callCommandSchema, { type: 'call.show', ...base, screen: true }), { type: 'call.show', ...base, screen: true });
});
