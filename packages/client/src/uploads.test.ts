import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Files } from './files.js';
import { desk } from './testing/desk.js';
import { settle } from './testing/settle.js';
import { shop } from './testing/shop.js';

const file = (name: string, text: string, type = 'text/plain') => new File([text], name, { type });

const seen = (files: Files, place = '') =>
  files.uploads(place).map(({ name, phase, sent, why }) => [name, phase, sent, ...(why ? [why] : [])]);

/** Holds back what is waited for, until it is let go. */
const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
};

/** What loads a module of its own is done when that is there. */
const loaded = async () => {
  await import('./uploads.js');
  for (let turn = 0; turn < 20; turn++) await settle();
};

test('CMP 7 several files go up at once, each part once, a few parts and two files at a time', async () => {
  const { relay, visit } = shop();
  const { files } = await visit();
  const { opened, open } = gate();
  relay.files.gate = opened;
  let told = 0;
  files.subscribe(() => told++);
  files.add('', [file('a', '0123456789abcdef01'), file('b', 'xyz'), file('c', 'late')]);
  await loaded();
  assert.deepEqual([...relay.files.parts].sort(), ['a/1', 'a/2', 'a/3', 'b/1']);
  assert.deepEqual(seen(files), [
    ['a', 'sending', 0],
    ['b', 'sending', 0],
    ['c', 'sending', 0],
  ]);
  relay.files.gate = undefined;
  open();
  await loaded();
  assert.deepEqual(seen(files), [
    ['a', 'ready', 18],
    ['b', 'ready', 3],
    ['c', 'ready', 4],
  ]);
  assert.equal(relay.files.most, 4);
  assert.equal(new Set(relay.files.parts).size, relay.files.parts.length);
  assert.ok(told > 3);
  const [whole] = [...relay.files.kept.values()];
  const parts = [...whole!.parts].sort(([a], [b]) => a - b).map(([, blob]) => blob);
  assert.equal(await new Blob(parts).text(), '0123456789abcdef01');
});

test('CMP 7 what was cut goes on where it stopped, by itself, when the connection is back', async () => {
  const { relay, visit, clock } = shop();
  const session = await visit();
  const { opened, open } = gate();
  session.files.add('', [file('a', '0123456789')]);
  relay.files.gate = opened;
  await loaded();
  relay.network.drop();
  open();
  await loaded();
  const [cut] = session.files.uploads('');
  assert.deepEqual([cut?.phase, cut?.why], ['failed', 'offline']);
  const before = [...relay.files.kept.get(cut!.id)!.parts.keys()].length;
  const sentBefore = relay.files.parts.length;
  relay.files.gate = undefined;
  relay.network.restore();
  await clock.advance(60_000);
  await loaded();
  assert.deepEqual(seen(session.files), [['a', 'ready', 10]]);
  assert.equal(relay.files.parts.length - sentBefore, 3 - before);
});

test('CMP 7 what the relay could not do is failed, and goes on with a retry; what it will not have is refused for good', async () => {
  const { relay, sit } = desk();
  const { files } = await sit();
  relay.refuseNext('/v1/files', 'internal');
  files.add('one', [file('a', '01234567')]);
  await loaded();
  const [failed] = files.uploads('one');
  assert.deepEqual([failed?.phase, failed?.why], ['failed', 'unavailable']);
  relay.files.outcome = 'dangerous';
  files.retry(failed!.id);
  await loaded();
  assert.deepEqual(seen(files, 'one'), [['a', 'refused', 8, 'dangerous']]);
  files.retry(failed!.id);
  await loaded();
  assert.equal(files.uploads('one')[0]?.phase, 'refused');
  assert.deepEqual(files.uploads('two'), []);
});

test('CMP 7 while the relay looks at a file it is being checked, and asked again till it is ready', async () => {
  const { relay, visit, clock } = shop();
  const { files } = await visit();
  relay.files.outcome = 'checking';
  files.add('', [file('a', 'abc')]);
  await loaded();
  assert.deepEqual(seen(files), [['a', 'checking', 3]]);
  await clock.advance(1_000);
  await loaded();
  assert.deepEqual(seen(files), [['a', 'checking', 3]]);
  [...relay.files.kept.values()][0]!.state = 'ready';
  await clock.advance(1_000);
  await loaded();
  assert.deepEqual(seen(files), [['a', 'ready', 3]]);
});

test('CMP 7 a relay that is asked too much is asked again when it said', async () => {
  const { relay, visit, clock } = shop();
  const { files } = await visit();
  relay.refuseNext('/v1/files', 'slow-down', { retryAfter: 3_000 });
  files.add('', [file('a', 'abc')]);
  await loaded();
  assert.deepEqual(seen(files), [['a', 'sending', 0]]);
  await clock.advance(3_000);
  await loaded();
  assert.deepEqual(seen(files), [['a', 'ready', 3]]);
});

test('CMP 7 a file that is taken off ends its sending, here and at the relay, and the next one begins', async () => {
  const { relay, visit } = shop();
  const { files } = await visit();
  relay.files.gate = new Promise(() => {});
  files.add('', [file('a', '0123'), file('b', '0123'), file('c', '0123')]);
  await loaded();
  const [a] = files.uploads('');
  files.remove(a!.id);
  await loaded();
  assert.deepEqual(relay.files.parts, ['a/1', 'b/1', 'c/1']);
  assert.equal(relay.files.kept.has(a!.id), false);
  assert.deepEqual(
    files.uploads('').map(({ name }) => name),
    ['b', 'c'],
  );
});

test('CMP 7 what may not go is refused at once, with its reason, and the others go on: empty, too large, of a wrong kind, more than 20 of 500', async () => {
  const { relay, sit } = desk({ desk: { files: { maxBytes: 10, types: ['image/*', 'text/plain'] } } });
  const { files } = await sit();
  files.add('x', [
    file('none', ''),
    file('long', '01234567890'),
    file('film', 'x', 'video/mp4'),
    file('picture', 'x', 'image/png'),
    file('odd', 'x', 'application/x-odd'),
  ]);
  await loaded();
  assert.deepEqual(
    files.uploads('x').map(({ name, phase, why }) => [name, why ?? phase]),
    [
      ['none', 'empty'],
      ['long', 'too-large'],
      ['film', 'wrong-type'],
      ['picture', 'ready'],
      ['odd', 'ready'],
    ],
  );
  files.add(
    'y',
    Array.from({ length: 500 }, (_, index) => file(String(index), 'x')),
  );
  await loaded();
  await loaded();
  const phases = files.uploads('y').map(({ phase, why }) => why ?? phase);
  assert.deepEqual([phases.filter((phase) => phase === 'ready').length, phases.filter((phase) => phase === 'too-many').length], [20, 480]);
  assert.equal(relay.files.kept.size, 22);
});

test('CMP 7 an address is the person’s own; what is not theirs is refused', async () => {
  const { sit } = desk();
  const { files } = await sit();
  files.add('x', [file('a', 'x')]);
  await loaded();
  const { id } = files.uploads('x')[0]!;
  assert.equal(await files.address(id, 'whole'), `https://relay.example/v1/blobs/${id}/whole?reader=ana`);
  await assert.rejects(files.address('nothing', 'whole'), (fault) => fault instanceof RelayError && fault.code === 'not-found');
});
