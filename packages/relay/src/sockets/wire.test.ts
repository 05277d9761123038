import assert from 'node:assert/strict';
import { Duplex } from 'node:stream';
import { test } from 'node:test';
import * as fc from 'fast-check';
import * as ws from 'ws';
import { Wire, textFrame } from './wire.js';

/** The library's own reader of frames; its types leave it out. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean; allowSynchronousEvents: boolean }) => Duplex };

/** Writes down what arrives at the system with one call each. */
class Sink extends Duplex {
  readonly calls: Buffer[] = [];

  override _read(): void {
    // Nothing comes from this side.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.calls.push(chunk);
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.calls.push(Buffer.concat(chunks.map(({ chunk }) => chunk)));
    done();
  }

  /** The texts in what arrived, read by the library that the other side may be using. */
  get texts(): string[] {
    const texts: string[] = [];
    const receiver = new Receiver({ isServer: false, allowSynchronousEvents: true });
    receiver.on('message', (data: Buffer) => void texts.push(data.toString()));
    for (const call of this.calls) receiver.write(call);
    return texts;
  }
}

test('a frame is what RFC 6455 says, whatever its length', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(0, 1, 125, 126, 127, 65_535, 65_536, 70_000).map((length) => 'ä'.repeat(length >> 1) + 'x'.repeat(length & 1)),
      ),
      async (text) => {
        const sink = new Sink();
        sink.write(textFrame(text));
        const { texts } = sink;
        await new Promise(setImmediate);
        assert.deepEqual(texts, [text.toWellFormed()]);
      },
    ),
    { numRuns: 60 },
  );
});

test('what one turn has for a socket goes out in order with one call, and is made once for all', async () => {
  const wire = new Wire();
  const [first, second] = [new Sink(), new Sink()];
  for (const text of ['one', 'two', 'three']) for (const sink of [first, second]) wire.write(sink, text);
  assert.deepEqual(first.calls, []);
  await new Promise(setImmediate);
  for (const sink of [first, second]) {
    assert.equal(sink.calls.length, 1);
    assert.deepEqual(sink.texts, ['one', 'two', 'three']);
  }
  wire.write(first, 'later');
  await new Promise(setImmediate);
  assert.deepEqual(first.texts, ['one', 'two', 'three', 'later']);
});

test('a socket can be flushed at once, and the others still go out', async () => {
  const wire = new Wire();
  const [first, second] = [new Sink(), new Sink()];
  wire.write(first, 'a');
  wire.write(second, 'b');
  wire.flush(first);
  assert.deepEqual([first.texts, second.texts], [['a'], []]);
  wire.write(first, 'c');
  await new Promise(setImmediate);
  assert.deepEqual([first.texts, second.texts], [['a', 'c'], ['b']]);
  wire.flush(second);
});

test('a socket that goes in the same turn harms nobody, and whoever waits for it learns', async () => {
  const wire = new Wire();
  const [gone, alive] = [new Sink(), new Sink()];
  gone.on('error', () => undefined);
  const sent = new Promise<void>((resolve) => wire.write(gone, 'x', resolve));
  wire.write(alive, 'x');
  gone.destroy();
  await sent;
  await new Promise(setImmediate);
  assert.deepEqual(alive.texts, ['x']);
});
