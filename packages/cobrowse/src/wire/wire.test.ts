import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeCall, recordedSink, type RecordedCall } from '../testing/recorded-sink.js';
import { Decoder } from './decoder.js';
import { Encoder } from './encoder.js';

const text = fc.oneof(
  fc.constantFrom('', 'div', 'class', 'Ready', 'é', '😀'),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);
const node = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2 ** 31 - 1 }));
const noneOr = fc.oneof(fc.constant(0), node);
const px = fc.integer({ min: -100_000, max: 100_000 });
const size = fc.nat(100_000);
const page = fc.record({
  title: text,
  address: text,
  base: text,
  width: size,
  height: size,
  media: fc.nat(1_023),
  bar: fc.option(fc.nat(40), { nil: undefined }),
});
const how = fc.constantFrom('', 'modal', 'dialog', 'popover', 'fullscreen') as fc.Arbitrary<'modal'>;
const attributes = fc.array(fc.tuple(text, text), { maxLength: 4 }).map((list) => list.flat());
const call = <Name extends RecordedCall[0]>(name: Name, ...said: fc.Arbitrary<unknown>[]) => fc.tuple(fc.constant(name), ...said);

const notBeforeItself = (said: readonly unknown[]) => said[1] !== said[3] || typeof said[1] !== 'number';

const calls = fc
  .array(
    fc.oneof(
      call('shown'),
      call('paged', page),
      call('document', node, noneOr, fc.boolean(), text),
      call('element', node, node, noneOr, fc.constantFrom('html', 'svg', 'math'), text, attributes),
      call('text', node, node, noneOr, text),
      call('shadow', node, node),
      call('moved', node, node, noneOr),
      call('removed', node),
      call('attribute', node, text, fc.option(text)),
      call('said', node, text),
      call('value', node, text),
      call('checked', node, fc.boolean(), fc.boolean()),
      call('chosen', node, fc.array(fc.nat(2_000), { maxLength: 5 })),
      call('scrolled', node, px, px),
      call('sheet', fc.integer({ min: -50, max: 50 }), text),
      call('adopted', node, fc.array(fc.integer({ min: -50, max: -1 }), { maxLength: 5 })),
      call('picture', node, fc.uint8Array({ maxLength: 500 })),
      call('blank', node, size, size),
      call('pointer', px, px, fc.boolean()),
      call('focused', noneOr),
      call('opened', node, how),
    ),
    { maxLength: 80 },
  )
  .map((list) => list.filter(notBeforeItself)) as fc.Arbitrary<unknown[]> as fc.Arbitrary<RecordedCall[]>;

const PAGE = { title: 'Shop', address: 'https://shop.example/', base: 'https://shop.example/', width: 800, height: 600, media: 0, bar: 15 };

function twoEnds() {
  const frames: Uint8Array[] = [];
  const encoder = new Encoder((frame) => frames.push(frame));
  const { calls: heard, sink } = recordedSink();
  return { frames, encoder, heard, decoder: new Decoder(sink) };
}

/** Lone halves of a pair cannot be told in UTF-8. */
const told = (list: unknown) =>
  JSON.parse(JSON.stringify(list, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value))) as unknown;

test('COB 5 what the one end calls, the other end calls', () => {
  fc.assert(
    fc.property(fc.array(calls, { maxLength: 4 }), (batches) => {
      const { frames, encoder, heard, decoder } = twoEnds();
      encoder.fresh(PAGE);
      for (const batch of batches) {
        for (const one of batch) makeCall(encoder, one);
        while (encoder.flush());
      }
      for (const frame of frames) assert.equal(decoder.read(frame), 'taken');
      if (batches.length) assert.deepEqual(told(heard), told([['fresh', PAGE], ...batches.flat()]));
      assert.equal(decoder.frame, encoder.frame);
    }),
    { numRuns: 400 },
  );
});

test('COB 5 a page in its own order is a byte an element and what is in it', () => {
  const { frames, encoder, heard, decoder } = twoEnds();
  encoder.fresh(PAGE);
  encoder.document(1, 0, false, PAGE.base);
  encoder.element(2, 1, 0, 'html', 'table', []);
  while (encoder.flush());
  for (let row = 0; row < 100; row += 1) {
    encoder.element(3 + row * 3, 2, 0, 'html', 'tr', ['class', 'row']);
    encoder.element(4 + row * 3, 3 + row * 3, 0, 'html', 'td', []);
    encoder.text(5 + row * 3, 4 + row * 3, 0, 'x');
  }
  assert.ok(encoder.waiting < 100 * 10, String(encoder.waiting));
  while (encoder.flush());
  for (const frame of frames) decoder.read(frame);
  assert.deepEqual(heard.at(-1), ['text', 302, 301, 0, 'x']);
  assert.deepEqual(heard.at(-3), ['element', 300, 2, 0, 'html', 'tr', ['class', 'row']]);
});

test('COB 5 styles of 5 MB go in pieces, and come out as one sheet', () => {
  const { frames, encoder, heard, decoder } = twoEnds();
  const css = Array.from({ length: 180_000 }, (_, rule) => `.rule-${rule} { color: #${(rule * 7919) % 999} }`).join('\n');
  assert.ok(css.length > 5_000_000);
  encoder.fresh(PAGE);
  encoder.sheet(5, css);
  encoder.shown();
  while (encoder.flush());
  assert.ok(frames.length > 40);
  assert.ok(frames.every((frame) => frame.length < 66_000));
  for (const frame of frames) assert.equal(decoder.read(frame), 'taken');
  assert.deepEqual(
    heard.map(([name]) => name),
    ['fresh', 'sheet', 'shown'],
  );
  assert.equal(heard[1]?.[2], css);

  const before = frames.length;
  encoder.sheet(5, css.replace('.rule-70000 {', '.rule-70000 { margin: 0;'));
  assert.ok(encoder.waiting < 40);
  encoder.flush();
  decoder.read(frames[before]!);
  assert.equal(heard[3]?.[2], css.replace('.rule-70000 {', '.rule-70000 { margin: 0;'));
});

test('COB 5 a frame that is lost, doubled or early is told once; the next fresh page mends it', () => {
  const { frames, encoder, heard, decoder } = twoEnds();
  const say = (words: string) => {
    encoder.said(3, words);
    encoder.flush();
  };
  encoder.fresh(PAGE);
  say('one');
  say('two');
  say('three');
  say('four');
  const [one, , three, four] = frames as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  assert.deepEqual(
    [one, three, four].map((frame) => decoder.read(frame)),
    ['taken', 'lost', 'skipped'],
  );
  assert.equal(decoder.read(one), 'skipped', 'a frame that was there begins nothing anew');
  encoder.fresh(PAGE);
  say('five');
  assert.equal(decoder.read(frames[4]!), 'taken');
  assert.deepEqual(heard.at(-1), ['said', 3, 'five']);
  assert.equal(decoder.read(frames[4]!), 'lost', 'and is told again, should it break again');
});

test('COB 5 a frame with any byte of it changed, cut or added never does more than break the stream', () => {
  const { frames, encoder } = twoEnds();
  encoder.fresh(PAGE);
  for (let id = 2; id < 60; id += 1) encoder.element(id, id - 1, 0, 'html', 'div', ['class', `c${id % 7}`, 'title', 'Ware']);
  encoder.picture(4, new Uint8Array(50));
  encoder.chosen(4, [1, 2, 3]);
  encoder.flush();
  const [frame] = frames as [Uint8Array];
  fc.assert(
    fc.property(fc.nat(frame.length - 1), fc.nat(255), fc.constantFrom('changed', 'cut', 'added'), (at, byte, how) => {
      const forged = how === 'cut' ? frame.slice(0, at) : Uint8Array.from(how === 'added' ? [...frame, byte] : frame);
      if (how === 'changed') forged[at] = byte;
      assert.match(new Decoder(recordedSink().sink).read(forged), /^(taken|lost)$/);
    }),
    { numRuns: 2_000 },
  );
});

test('COB 5 a stream that builds without end is broken off: nodes, styles, and what never becomes whole', () => {
  const limits = { nodes: 100, sheets: 1_000, waiting: 100_000 };
  const outcome = (write: (encoder: Encoder) => void) => {
    const decoder = new Decoder(recordedSink().sink, limits);
    const outcomes: string[] = [];
    const encoder = new Encoder((frame) => outcomes.push(decoder.read(frame)));
    encoder.fresh(PAGE);
    write(encoder);
    while (encoder.flush());
    return outcomes.includes('lost');
  };
  const rows = (removes: boolean) => (encoder: Encoder) => {
    encoder.document(1, 0, false, '');
    for (let id = 2; id < 400; id += 2) {
      encoder.element(id, 1, 0, 'html', 'p', []);
      encoder.text(id + 1, id, 0, 'x');
      if (removes) encoder.removed(id);
    }
  };
  assert.equal(outcome(rows(false)), true);
  assert.equal(outcome(rows(true)), false);
  assert.equal(
    outcome((encoder) => encoder.sheet(-1, 'x'.repeat(1_001))),
    true,
  );
  assert.equal(
    outcome((encoder) =>
      encoder.picture(
        2,
        new Uint8Array(200_000).map((_, at) => at * at),
      ),
    ),
    true,
  );
  assert.equal(
    outcome((encoder) => encoder.picture(2, new Uint8Array(90_000))),
    false,
  );
});
