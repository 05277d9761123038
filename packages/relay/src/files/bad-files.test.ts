import assert from 'node:assert/strict';
import type { Readable } from 'node:stream';
import { test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Attachment } from '@deskbell/protocol/attachments.js';
import { TestSender, picture, type Sent } from '../testing/files.js';
import { testFolder, testRelay, type TestRelayOptions } from '../testing/relay.js';
import { agentToken } from '../testing/tokens.js';
import type { Scanner } from './scanner.js';

const start = async (t: TestContext, options: TestRelayOptions = {}) => {
  const relay = await testRelay(t, { files: await testFolder(t), ...options });
  const ana = new TestSender(relay, await agentToken());
  /** What became of a file: why it was refused, or how it is called, what it is, and how it is handed out. */
  const sent = async (file: Sent): Promise<{ why?: string; attachment?: Attachment; shown?: boolean; headers?: Headers }> => {
    const { id, why, attachment } = await ana.upload(file);
    if (!attachment) return { ...(why && { why }) };
    const got = await ana.get(id);
    await got.arrayBuffer();
    return { attachment, headers: got.headers, shown: got.headers.get('content-disposition')?.startsWith('inline') ?? false };
  };
  return { relay, ana, sent };
};

const join = (...parts: (string | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

test('CMP 7 U7 pictures that can be decoded are shown, with their size, their words and a small one beside them', async (t) => {
  const { ana, sent } = await start(t);
  for (const format of ['png', 'jpeg', 'gif', 'webp', 'avif'] as const) {
    const { attachment, shown, headers } = await sent({ bytes: await picture(900, 600, format), name: `a.${format}`, alt: 'A lamp' });
    const { id: _, size: __, ...rest } = attachment!;
    assert.deepEqual(rest, { name: `a.${format}`, type: `image/${format}`, alt: 'A lamp', width: 900, height: 600, thumbnail: true });
    assert.equal(shown, true);
    assert.equal(headers!.get('content-security-policy'), "sandbox; default-src 'none'");
    assert.equal(headers!.get('x-content-type-options'), 'nosniff');
    const small = await ana.get(attachment!.id, 'thumbnail');
    assert.equal(small.headers.get('content-type'), 'image/webp');
    assert.equal(
      Buffer.from(await small.arrayBuffer())
        .subarray(8, 12)
        .toString(),
      'WEBP',
    );
  }
});

test('CMP 7 U7 SVG, HTML and XML are never shown, whatever they are called', async (t) => {
  const { sent } = await start(t);
  const cases: [string, Sent['bytes'], string][] = [
    ['a.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
    ['a.svg', `<?xml version="1.0"?><!-- ${'x'.repeat(2_000)} --><svg/>`, 'image/svg+xml'],
    ['a.jpg', '<!DOCTYPE html><script>alert(1)</script>', 'text/html'],
    ['a.txt', '\ufeff  \n<ScRiPt>alert(1)</script>', 'text/html'],
    ['a.gif', join(Uint8Array.of(0xff, 0xfe), Buffer.from('<html><script>alert(1)</script>', 'utf16le')), 'text/html'],
    ['a.xml', '<?xml version="1.0"?><note/>', 'application/xml'],
    ['a.svgz', new Uint8Array(gzipSync('<svg onload="alert(1)"/>')), 'application/gzip'],
  ];
  for (const [name, bytes, type] of cases) {
    const { attachment, shown, headers } = await sent({ name, bytes });
    assert.deepEqual([attachment?.type, attachment?.thumbnail, shown], [type, false, false], name);
    assert.equal(headers!.get('content-security-policy'), "sandbox; default-src 'none'", name);
  }
});

test('CMP 7 U7 files that are two things at once are the one that their bytes begin with, or saved', async (t) => {
  const { sent } = await start(t);
  const script = '/*<html><script>alert(document.domain)</script>*/';
  const whole = await sent({ name: 'a.html', bytes: join(await picture(), script) });
  assert.deepEqual(
    [whole.attachment?.type, whole.attachment?.name, whole.headers!.get('content-type')],
    ['image/png', 'a.html.png', 'image/png'],
  );
  const fake = await sent({ name: 'a.gif', bytes: `GIF89a/*<svg onload=alert(1)>*/=1;${script}` });
  assert.deepEqual([fake.attachment?.type, fake.shown], ['application/octet-stream', false]);
  const archive = await sent({ name: 'a.jpg', bytes: join(await picture(20, 20, 'jpeg'), 'PK\x03\x04', script) });
  assert.deepEqual([archive.attachment?.type, archive.shown], ['image/jpeg', true]);
  const document = await sent({ name: 'a.png', bytes: `%PDF-1.4\n${script}` });
  assert.deepEqual([document.attachment?.type, document.attachment?.name, document.shown], ['application/pdf', 'a.png.pdf', false]);
});

test('CMP 7 U5 a file whose name lies is told by its bytes: programs are refused, the others get their true ending', async (t) => {
  const { sent } = await start(t);
  const programs = [
    join('MZ', new Uint8Array(200)),
    join(Uint8Array.of(0x7f), 'ELF', new Uint8Array(60).fill(2)),
    join(Uint8Array.of(0xcf, 0xfa, 0xed, 0xfe), new Uint8Array(60)),
  ];
  for (const bytes of programs) assert.equal((await sent({ name: 'holiday.jpg', bytes })).why, 'dangerous');
  assert.equal((await sent({ name: 'Rechnung.pdf', bytes: await picture() })).attachment?.name, 'Rechnung.pdf.png');
  assert.equal((await sent({ name: 'list.csv', bytes: 'a;b\n1;2\n' })).attachment?.type, 'text/csv');
  assert.equal((await sent({ name: 'list.png', bytes: 'a;b\n1;2\n' })).attachment?.type, 'text/plain');
});

test('CMP 7 U5 only what the settings list is taken, and a program only where it is listed by itself', async (t) => {
  const { sent } = await start(t, { settings: { files: { types: ['image/*', 'application/pdf', 'application/wasm'] } } });
  const why = async (bytes: Sent['bytes']) => (await sent({ bytes, name: 'a.pdf' })).why;
  assert.deepEqual(
    [await why(await picture()), await why('%PDF-1.7\n'), await why('text'), await why('MZ\0\0')],
    [undefined, undefined, 'wrong-type', 'dangerous'],
  );
  assert.equal(await why(join('\0asm', Uint8Array.of(1, 0, 0, 0))), undefined);
});

test('CMP 7 U7 a picture of very many pixels in a small file is not decoded, and saved as a file', async (t) => {
  const { relay, sent } = await start(t);
  const bytes = await picture(9_000, 9_000);
  assert.ok(bytes.length < 2_000_000);
  const { attachment, shown } = await sent({ name: 'a.png', bytes });
  assert.deepEqual([attachment?.type, attachment?.thumbnail, shown], ['application/octet-stream', false, false]);
  // What its head says counts too, whatever follows.
  const claimed = bytes.slice();
  claimed.set([0x7f, 0xff, 0xff, 0xff], 16);
  assert.equal((await sent({ name: 'a.png', bytes: claimed })).shown, false);
  assert.deepEqual(
    relay.logged.filter((line) => line.includes('"level":50')),
    [],
  );
});

test('CMP 7 an archive that would be terabytes is a file like any other: nothing here unpacks it', async (t) => {
  const { sent } = await start(t);
  const zeros = gzipSync(Buffer.alloc(50_000_000));
  const { attachment } = await sent({ name: 'a.gz', bytes: new Uint8Array(gzipSync(zeros)) });
  assert.deepEqual([attachment!.type, attachment!.size < 1_000], ['application/gzip', true]);
});

test('CMP 7 a name of 300 characters with slashes and direction marks comes out short, straight and in one folder', async (t) => {
  const { sent } = await start(t);
  const name = `${'../\u202e\u2067😀/'.repeat(40)}\r\nSet-Cookie: a="b";.pdf`;
  const { attachment, headers } = await sent({ name, bytes: '%PDF-1.7\n' });
  assert.ok(attachment!.name.length <= 200 && attachment!.name.endsWith('.pdf'));
  assert.doesNotMatch(attachment!.name, /[/\\\u202a-\u202e\u2066-\u2069\r\n"]/);
  assert.equal(headers!.get('set-cookie'), null);
  assert.match(headers!.get('content-disposition')!, /^attachment; filename="[ -~]*"; filename\*=UTF-8''[\w.%~!#$&+^`|-]*$/);
});

/** A scanner that finds a word. */
const scanner = (answers: { away: boolean }): Scanner => ({
  isClean: async ({ name }, bytes: Readable) => {
    if (answers.away) throw new Error('the scanner is away');
    const chunks = await bytes.toArray();
    return !`${name} ${Buffer.concat(chunks as Buffer[]).toString()}`.includes('virus');
  },
});

test('CMP 7 U6 what the scanner does not clear is refused, and while it cannot be asked nothing is handed out', async (t) => {
  const answers = { away: false };
  const { relay, ana, sent } = await start(t, { scanner: scanner(answers) });
  assert.equal((await sent({ bytes: 'a virus' })).why, 'dangerous');
  assert.equal((await sent({ bytes: 'a flower' })).attachment?.type, 'text/plain');
  answers.away = true;
  const { id } = await ana.begin({ bytes: 'flower' });
  await ana.put(id, 1, join('flower'));
  assert.equal(await ana.tell('POST', `/${id}/complete`), 'unavailable');
  assert.deepEqual((await ana.state(id)).have, [1]);
  assert.equal(await ana.tell('GET', `/${id}/address`), 'not-found');
  answers.away = false;
  assert.equal((await ana.complete(id)).state, 'ready');
  assert.equal(relay.logged.filter((line) => line.includes('the scanner is away')).length, 1);
});
