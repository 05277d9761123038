import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import { closable, closed } from './closures.mjs';

/** What the same code gives, with its classes and with closures in their place. */
async function both(code, names) {
  const made = closed(code, parseAst(code), new Set(names));
  const run = (text) => new Function('it', `${text}\nreturn it(typeof Counter === 'undefined' ? undefined : Counter);`);
  assert.doesNotMatch(made, /this\.|#/);
  return (it) => [
    run(code)(it),
    run(made)((Made) =>
      it(
        class {
          constructor(...given) {
            return Made(...given);
          }
        },
      ),
    ),
  ];
}

const COUNTER = `
const step = 2;
class Tick { #by; constructor(by) { this.#by = by; } get by() { return this.#by; } }
class Counter {
  #count = 0;
  #heard = [];
  #tick = new Tick(step);
  #tell = () => this.#heard.push(this.#count);
  last = undefined;
  constructor(step, { from = 1 } = {}) {
    this.last = step;
    this.#count = from;
    this.#up();
  }
  get count() { return this.#count; }
  set count(to) { this.#count = to; }
  up() { this.#up(); return this; }
  async later() { await null; this.#count ??= 0; return (this.#count += step); }
  *all() { for (const one of this.#heard) yield one; }
  #up() {
    const add = () => { this.#count += this.#tick.by; };
    add();
    this.#tell();
  }
}`;

test('COB 6 a class and the closure made of it do the same', async () => {
  const run = await both(COUNTER, ['Tick', 'Counter']);
  const asked = async (Counter) => {
    const one = new Counter('a', { from: 5 });
    const other = new Counter('b');
    one.up().up();
    other.count = 40;
    return [one.count, one.last, await one.later(), [...one.all()], other.count, [...other.all()], other.last];
  };
  const [before, after] = await Promise.all(run(asked));
  assert.deepEqual(before, [11, 'a', 13, [7, 9, 11], 40, [3], 'b']);
  assert.deepEqual(after, before);
});

test('COB 6 classes that are extended or extend another are left, and so is what nobody asked for', () => {
  const names = closable('export class A {}\nclass B extends A {}\nexport class C implements D {}\nclass E {}\nclass F extends Error {\n}');
  assert.deepEqual([...names], ['C', 'E']);
  const code = 'class A { #x = 1; get x() { return this.#x; } } class Z extends A {} new A(); new Z();';
  assert.equal(closed(code, parseAst(code), names), code);
});

test('COB 6 what cannot be a closure is refused, not broken', () => {
  for (const code of [
    'class A { #x = 1; is(other) { return other.#x === 1; } }',
    'class A { static made = 0; }',
    'class A { get #x() { return 1; } y() { return this.#x; } }',
  ])
    assert.throws(() => closed(code, parseAst(code), new Set(['A'])), code);
});
