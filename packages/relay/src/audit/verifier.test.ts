import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { beginning, lineAfter } from './chain.js';
import type { AuditHead, AuditLine } from './entry.js';
import { exportedLine, firstLine, readFirst, readLine } from './exported.js';
import { Verifier, type AuditFault } from './verifier.js';

const who = { id: 'sue', name: 'Sue\u2028"\\\n', role: 'admin' } as const;

function trail(workspace: string, count: number): AuditLine[] {
  let head: AuditHead = beginning(workspace);
  return Array.from({ length: count }, (_, at) => {
    const line = lineAfter(head, { what: 'audit.read', at, who, how: 'pages' });
    head = line;
    return line;
  });
}

function verify(lines: readonly AuditLine[], { workspace = 'harbour', head }: { workspace?: string; head?: AuditHead } = {}) {
  const verifier = new Verifier(workspace, head);
  let fault: AuditFault | undefined;
  for (const line of lines) if ((fault ??= verifier.take(line))) break;
  return fault ?? verifier.end() ?? verifier.last;
}

const whole = trail('harbour', 12);
const last = whole.at(-1)!;

test('FRM 3 VT14 a trail that nobody touched fits, to its last hash', () => {
  assert.deepEqual(verify(whole), { n: 12, hash: last.hash });
  assert.deepEqual(verify(whole, { head: whole[6]! }), { n: 12, hash: last.hash });
  assert.deepEqual(verify([]), beginning('harbour'));
});

test('FRM 3 VT14 whatever is changed in whatever line is found there', () => {
  const line = fc.nat(whole.length - 1);
  fc.assert(
    fc.property(line, fc.nat(), fc.string({ minLength: 1 }), (at, place, put) => {
      const before = whole[at]!;
      const from = place % before.line.length;
      const text = before.line.slice(0, from) + put + before.line.slice(from + put.length);
      fc.pre(text !== before.line);
      assert.deepEqual(verify(whole.with(at, { ...before, line: text })), { n: at + 1, why: 'changed' });
    }),
  );
});

test('FRM 3 VT14 a line that is taken out, put in, moved or written anew is found', () => {
  for (let at = 0; at < 11; at += 1) {
    const n = at + 1;
    assert.deepEqual(verify(whole.toSpliced(at, 1)), { n, why: 'missing' });
    assert.deepEqual(verify(whole.toSpliced(at, 0, whole[at]!)), { n: n + 1, why: 'missing' });
    assert.deepEqual(verify(whole.toSpliced(at, 2, whole[at + 1]!, whole[at]!)), { n, why: 'missing' });
    // By somebody who knows how lines are hashed, but not all of them.
    const forged = lineAfter(at === 0 ? beginning('harbour') : whole[at - 1]!, { what: 'audit.read', at: 99, who, how: 'export' });
    assert.deepEqual(verify(whole.with(at, forged)), { n: n + 1, why: 'changed' });
    // Taken out, and all behind it numbered anew.
    const renumbered = whole.toSpliced(at, 1).map((line, index) => ({ ...line, n: index + 1 }));
    assert.deepEqual(verify(renumbered), { n, why: 'changed' });
  }
  assert.deepEqual(verify(trail('other', 3)), { n: 1, why: 'changed' });
});

test('FRM 3 VT14 what was taken off the end, or made anew as a whole, is found by a head that was kept', () => {
  assert.deepEqual(verify(whole.slice(0, 9)), { n: 9, hash: whole[8]!.hash });
  assert.deepEqual(verify(whole.slice(0, 9), { head: last }), { n: 10, why: 'ends early' });
  assert.deepEqual(verify([], { head: last }), { n: 1, why: 'ends early' });
  const anew = [...whole.slice(0, 5)];
  while (anew.length < 12) anew.push(lineAfter(anew.at(-1)!, { what: 'audit.read', at: 99, who, how: 'export' }));
  assert.deepEqual(verify(anew), { n: 12, hash: anew[11]!.hash });
  assert.deepEqual(verify(anew, { head: last }), { n: 12, why: 'other head' });
});

test('FRM 3 VT14 lines go out to a file and come back as they were; what is none fits nowhere', () => {
  for (const line of whole) {
    const text = exportedLine(line);
    assert.equal(text.split('\n').length, 2);
    assert.deepEqual(readLine(text.trimEnd()), line);
  }
  assert.deepEqual(readFirst(firstLine('harbour', last).trimEnd()), { workspace: 'harbour', head: { n: 12, hash: last.hash } });
  for (const text of ['', 'x', `${last.hash} {}`, `${last.hash} {"n":1e3,}`]) assert.equal(readLine(text).n, -1, text);
  for (const text of ['', 'deskbell-audit-2 harbour 1 ab', `deskbell-audit-1 a b ${last.hash}`]) assert.equal(readFirst(text), undefined);
});
