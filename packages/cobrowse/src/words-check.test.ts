import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { AgentWords, readAgentWord } from './words-check.js';
import { agentWordSchema } from './words.js';

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const bytes = (text: string) => new TextEncoder().encode(text);

const bySchema = (value: unknown): unknown => {
  const { success, output } = v.safeParse(agentWordSchema, value);
  return success ? output : undefined;
};

const TYPES = ['ack', 'resync', 'point', 'point-away', 'draw', 'highlight', 'erase', 'control-ask', 'control-leave', 'act'];
const KINDS = ['click', 'type', 'key', 'choose', 'scroll'];
const KEYS = ['Enter', 'Tab', 'Escape', 'ArrowUp', 'F5', 'Meta', 'toString'];

/** Numbers at the edges of what is allowed, and beyond. */
const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.5, 1.01, -0.01, 100_000, 100_000.5, -100_001, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), NaN, Infinity, -Infinity),
  fc.integer({ min: -5, max: 2_000 }),
  fc.double(),
);
const anything = fc.oneof({ weight: 6, arbitrary: number }, { weight: 1, arbitrary: fc.string() }, { weight: 1, arbitrary: fc.anything() });
const list = fc.oneof(
  fc.array(number, { maxLength: 6 }),
  fc.constantFrom(513, 512, 1_000, 1_001).map((length) => Array.from({ length }, () => 3)),
  anything,
);
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(10_000, 10_001).map((length) => 'x'.repeat(length)),
  anything,
);
const act = fc.record(
  {
    kind: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...KINDS) }, { weight: 1, arbitrary: anything }),
    node: anything,
    x: anything,
    y: anything,
    text,
    key: fc.oneof(fc.constantFrom(...KEYS), anything),
    options: list,
    more: anything,
  },
  { requiredKeys: ['kind'] },
);
/** Close to words: all that a word can have, each right or nearly so, and more besides. */
const nearly = fc.record(
  {
    type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...TYPES) }, { weight: 1, arbitrary: anything }),
    frame: anything,
    x: anything,
    y: anything,
    stroke: anything,
    points: list,
    node: anything,
    id: anything,
    act: fc.oneof({ weight: 9, arbitrary: act }, { weight: 1, arbitrary: anything }),
    more: anything,
  },
  { requiredKeys: ['type'] },
);

describe('words of the agent’s side, checked by hand', () => {
  test('COB 5 what nearly is a word is read as the schema reads it, or by neither', () => {
    fc.assert(
      fc.property(nearly, (value) => {
        assert.deepEqual(readAgentWord(value), bySchema(value));
      }),
      { numRuns: 4_000 },
    );
  });

  test('COB 5 what is no word at all is none by either', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.deepEqual(readAgentWord(value), bySchema(value));
      }),
      { numRuns: 1_000 },
    );
  });

  test('COB 5 each word and act is read whole', () => {
    const acts = [
      { kind: 'click', node: 1, x: 0, y: 1 },
      { kind: 'type', node: 2, text: 'Ada' },
      { kind: 'key', node: 3, key: 'Enter' },
      { kind: 'choose', node: 4, options: [0, 2] },
      { kind: 'scroll', node: 1, x: 0, y: 1_200.5 },
    ];
    const words = [
      { type: 'ack', frame: 0 },
      { type: 'resync' },
      { type: 'point', x: -1.5, y: 100_000 },
      { type: 'point-away' },
      { type: 'draw', stroke: -1, points: [1, 2, 3, 4] },
      { type: 'highlight', node: 9 },
      { type: 'erase' },
      { type: 'control-ask' },
      { type: 'control-leave' },
      ...acts.map((act, id) => ({ type: 'act', id, act })),
    ];
    for (const word of words) {
      assert.deepEqual(readAgentWord(overTheWire({ ...word, more: 'is left out' })), word);
      assert.deepEqual(bySchema(word), word);
    }
  });

  test('COB 5 what is no word is dropped and counted', () => {
    const words = new AgentWords();

    assert.deepEqual(words.read(bytes('{"type":"erase"}')), { type: 'erase' });
    assert.equal(words.dropped, 0);

    const bad = ['', '{', 'null', '[]', '{"type":"eval"}', '{"__proto__":{"type":"erase"}}', '{"type":"highlight","node":"1"}'];
    for (const text of bad) assert.equal(words.read(bytes(text)), undefined, text);
    assert.equal(words.read(new Uint8Array([0x7b, 0xff, 0xfe])), undefined, 'not UTF-8');
    assert.equal(words.read(bytes(`{"type":"erase","more":"${'x'.repeat(70_000)}"}`)), undefined, 'too long');
    assert.equal(words.dropped, bad.length + 2);
  });
});
