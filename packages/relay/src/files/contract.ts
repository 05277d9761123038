import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { partCount, partLength } from './parts.js';
import type { FilesPort, Kept } from './port.js';

/** A port on an empty place, and how its addresses are reached. */
export interface Prepared {
  readonly port: FilesPort;
  readonly now: () => number;
  readonly reach: (address: string) => string;
}

const MEGABYTE = 1_048_576;

/** What every driver of the files port has to do. */
export function filesContract(name: string, prepare: (t: TestContext) => Promise<Prepared>): void {
  const told = (title: string, run: (prepared: Prepared) => Promise<void>): void => {
    test(`CMP 7 ${title} (${name})`, async (t) => run(await prepare(t)));
  };
  /** A file that was begun, with what it will hold. */
  const begin = async ({ port }: Prepared, size: number): Promise<{ file: Kept; bytes: Uint8Array<ArrayBuffer>; count: number }> => {
    const id = randomUUID();
    const bytes = new Uint8Array(size).map((_, index) => (index * 7) % 251);
    return { file: { id, upload: await port.begin(id), size }, bytes, count: partCount(size, port.partSize(size)) };
  };
  const put = async ({ port, now, reach }: Prepared, file: Kept, part: number, bytes: Uint8Array<ArrayBuffer>): Promise<number> => {
    const from = (part - 1) * port.partSize(file.size);
    const body = bytes.slice(from, from + partLength(file.size, port.partSize(file.size), part));
    return (await fetch(reach(await port.partAddress(file, part, now() + 60_000)), { method: 'PUT', body })).status;
  };
  const whole = async (prepared: Prepared, size: number) => {
    const begun = await begin(prepared, size);
    for (let part = 1; part <= begun.count; part += 1) await put(prepared, begun.file, part, begun.bytes);
    assert.equal(await prepared.port.finish(begun.file), true);
    return begun;
  };

  told('U3 parts come in any order, what is there is known, and all together they are the file', async (prepared) => {
    const { port } = prepared;
    const { file, bytes, count } = await begin(prepared, 20 * MEGABYTE + 5);
    assert.ok(count >= 3);
    assert.deepEqual(await port.have(file), []);
    assert.equal(await port.finish(file), false);
    for (const part of [count, 1]) assert.ok((await put(prepared, file, part, bytes)) < 300);
    assert.deepEqual(await port.have(file), [1, count]);
    assert.equal(await port.finish(file), false);
    for (let part = 2; part < count; part += 1) await put(prepared, file, part, bytes);
    await put(prepared, file, 1, bytes);
    assert.equal(await port.finish(file), true);
    assert.equal(await port.finish(file), true);
    assert.equal((await port.have(file)).length, count);
    assert.ok((await buffer(await port.read(file.id, 'whole'))).equals(bytes));
    const middle = await buffer(await port.read(file.id, 'whole', { from: MEGABYTE - 3, to: 9 * MEGABYTE }));
    assert.ok(middle.equals(bytes.slice(MEGABYTE - 3, 9 * MEGABYTE + 1)));
  });

  told('U4 nothing comes to a file that is whole', async (prepared) => {
    const { file, bytes } = await whole(prepared, 10);
    const status = await put(
      prepared,
      file,
      1,
      bytes.map(() => 0),
    );
    assert.ok(status >= 400 && status < 500, String(status));
    assert.ok((await buffer(await prepared.port.read(file.id, 'whole'))).equals(bytes));
  });

  told('U7 U9 a file is handed out as it is to be, by an address that ends', async (prepared) => {
    const { port, now, reach } = prepared;
    const { file, bytes } = await whole(prepared, 1_000);
    const delivery = { type: 'text/plain', name: 'März "1".txt', inline: false, reader: 'agent/ana', until: now() + 60_000 };
    const address = reach(await port.address(file.id, 'whole', delivery));
    const got = await fetch(address);
    assert.deepEqual([got.status, got.headers.get('content-type')], [200, 'text/plain']);
    assert.equal(got.headers.get('content-disposition'), `attachment; filename="M_rz _1_.txt"; filename*=UTF-8''M%C3%A4rz%20%221%22.txt`);
    assert.deepEqual(new Uint8Array(await got.arrayBuffer()), bytes);
    assert.ok(address.includes('agent%2Fana'));
    assert.ok((await fetch(address.replace('agent%2Fana', 'agent%2Fben'))).status >= 400);
    assert.ok((await fetch(address.replace('text%2Fplain', 'text%2Fhtml'))).status >= 400);
    const part = await fetch(address, { headers: { range: 'bytes=10-19' } });
    assert.deepEqual([part.status, new Uint8Array(await part.arrayBuffer())], [206, bytes.slice(10, 20)]);
  });

  told('U10 what is removed is gone, whole or not, and removing it again does no harm', async (prepared) => {
    const { port } = prepared;
    const { file } = await whole(prepared, 100);
    await port.writeThumbnail(file.id, Buffer.from('small'));
    assert.equal((await buffer(await port.read(file.id, 'thumbnail'))).toString(), 'small');
    const half = await begin(prepared, 100);
    for (const each of [file, half.file, file]) await port.remove(each);
    await assert.rejects(async () => buffer(await port.read(file.id, 'whole')));
    await assert.rejects(async () => buffer(await port.read(file.id, 'thumbnail')));
    assert.equal(await port.finish(file), false);
    assert.ok((await put(prepared, half.file, 1, half.bytes)) >= 400);
  });
}
