import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordedSink } from '../testing/recorded-sink.js';
import { passOn } from './calls.js';
import { BrokenFrame, Ids } from './ids.js';

/** The mirror of a page with 100 nodes, in which 7 is the frame. */
function frame() {
  let last = 100;
  let sheets = 0;
  const { calls, sink } = recordedSink();
  const ids = new Ids(() => ++last);
  const says = (name: unknown, ...said: unknown[]) => passOn(name, said, { sink, ids, frame: 7, nextSheet: () => --sheets });
  says('document', 1, 0, false, 'https://pay.example/');
  says('element', 2, 1, 0, 'html', 'html', []);
  return { calls, ids, says };
}

test('P23 what a frame says is about its own nodes, by ids that nobody else has', () => {
  const { calls, ids, says } = frame();
  says('element', 3, 2, 0, 'html', 'p', ['class', 'x']);
  says('text', 4, 3, 0, 'Pay');
  says('element', 5, 2, 3, 'html', 'b', []);
  says('moved', 5, 3, 4);
  says('sheet', -1, 'b {}');
  says('adopted', 1, [-1, -2]);
  says('sheet', 3, 'p {}');
  assert.deepEqual(calls, [
    ['document', 101, 7, false, 'https://pay.example/'],
    ['element', 102, 101, 0, 'html', 'html', []],
    ['element', 103, 102, 0, 'html', 'p', ['class', 'x']],
    ['text', 104, 103, 0, 'Pay'],
    ['element', 105, 102, 103, 'html', 'b', []],
    ['moved', 105, 103, 104],
    ['sheet', -1, 'b {}'],
    ['adopted', 101, [-1, -2]],
    ['sheet', 103, 'p {}'],
  ]);
  assert.deepEqual([ids.theirs(104), ids.theirs(4), ids.get(4), ids.get(104)], [4, undefined, 104, 0]);
});

test('P23 nothing that a frame says is about the page around it, or another frame', () => {
  const { calls, says } = frame();
  const before = calls.length;
  for (const node of [7, 100, 101, 102, 999]) {
    says('removed', node);
    says('attribute', node, 'style', 'display:none');
    says('said', node, 'Pay Eve');
    says('value', node, 'x');
    says('blank', node, 1, 1);
    says('scrolled', node, 1, 1);
    says('element', 50 + node, node, 0, 'html', 'p', []);
    says('shadow', 60 + node, node);
    says('document', 70 + node, node, false, '');
    says('moved', node, 2, 0);
    says('sheet', node, 'b {}');
  }
  assert.equal(calls.length, before);
  says('element', 3, 2, 7, 'html', 'p', []);
  assert.deepEqual(calls.at(-1), ['element', 103, 102, 0, 'html', 'p', []]);
});

test('P23 what none of ours says ends it', () => {
  const { calls, says } = frame();
  const before = calls.length;
  for (const wrong of [
    ['fresh', {}],
    ['shown'],
    ['pointer', 1, 2, true],
    ['constructor'],
    ['__proto__', 1],
    [Symbol.iterator],
    [7, 7],
    ['removed'],
    ['removed', '2'],
    ['removed', 2.5],
    ['removed', Number.NaN],
    ['removed', 2, 2],
    ['document', 0, 2, false, ''],
    ['element', -3, 2, 0, 'html', 'p', []],
    ['element', 3, 2, 0, 'html', 'p', ['class']],
    ['element', 3, 2, 0, 'html', 'p', ['class', 7]],
    ['element', 3, 2, 0, 'html', 'p', Array.from({ length: 10_000 }, () => 'x')],
    ['element', 3, 2, 0, 'xul', 'p', []],
    ['element', 3, 2, 0, 'html', { toString: () => 'p' }, []],
    ['text', 3, 2, 0, null],
    ['checked', 2, 1],
    ['chosen', 2, [-1]],
    ['chosen', 2, [0.5]],
    ['adopted', 1, [3]],
    ['scrolled', 2, '1', 1],
    ['picture', 2, [1, 2, 3]],
    ['picture', 2, new Uint8Array(2_000_000)],
    ['opened', 2, 'wide'],
    ['attribute', 2, 'x', undefined],
  ] as const) {
    const [name, ...said] = wrong;
    assert.throws(() => says(name, ...said), BrokenFrame, JSON.stringify(wrong));
  }
  assert.equal(calls.length, before);
});

test('P23 ids are forgotten with what is gone, and no frame has nodes without end', () => {
  const { ids, says } = frame();
  for (let round = 0; round < 60; round++) {
    const top = 10 + round * 1_000;
    says('element', top, 2, 0, 'html', 'div', []);
    for (let inner = 1; inner < 1_000; inner++) says('text', top + inner, top, 0, 'x');
    says('removed', top);
  }
  assert.equal(ids.get(10 + 1), 0);
  assert.throws(() => {
    for (let node = 1_000_000; node < 1_300_000; node++) says('text', node, 2, 0, 'x');
  }, BrokenFrame);
});
