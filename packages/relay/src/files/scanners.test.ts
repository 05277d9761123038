import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createHttp } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { ClamdScanner } from './clamd-scanner.js';
import { HttpScanner } from './http-scanner.js';
import { openScanner } from './open-scanner.js';

const FILE = { id: 'f1', name: 'Märchen.txt', size: 6, type: 'text/plain' };

const listen = async (t: TestContext, server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
};

test('CMP 7 U6 a scanner over HTTP gets the bytes and what is known of them, and its answer counts', async (t) => {
  let answer = '{"clean": true}';
  const heard: unknown[] = [];
  const server = createHttp((request, response) => {
    void buffer(request).then((bytes) => {
      heard.push([request.method, request.headers['x-deskbell-name'], request.headers['x-deskbell-size'], bytes.toString()]);
      response.writeHead(answer === 'away' ? 503 : 200).end(answer);
    });
  });
  const scanner = new HttpScanner(`http://${await listen(t, server)}/scan`);
  const scan = () => scanner.isClean(FILE, Readable.from([Buffer.from('ab'), Buffer.from('cdef')]));
  assert.equal(await scan(), true);
  assert.deepEqual(heard, [['POST', 'M%C3%A4rchen.txt', '6', 'abcdef']]);
  answer = '{"clean": false}';
  assert.equal(await scan(), false);
  for (answer of ['away', 'yes', '{}']) await assert.rejects(scan());
});

test('CMP 7 U6 clamd is told of a file in chunks, and only its OK lets it through', async (t) => {
  let answer = 'stream: OK\0';
  let heard = Buffer.alloc(0);
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      got = Buffer.concat([got, chunk]);
      if (!got.subarray(-4).equals(Buffer.alloc(4))) return;
      heard = got;
      socket.end(answer);
    });
  });
  const scanner = new ClamdScanner(await listen(t, server));
  const scan = () => scanner.isClean(FILE, Readable.from([Buffer.from('ab'), Buffer.from('cdef')]));
  assert.equal(await scan(), true);
  assert.equal(heard.toString('latin1'), 'zINSTREAM\0\0\0\0\x02ab\0\0\0\x04cdef\0\0\0\0');
  answer = 'stream: Eicar-Signature FOUND\0';
  assert.equal(await scan(), false);
  for (answer of ['INSTREAM size limit exceeded. ERROR\0', '', 'stream: OKAY FOUND OUT\0']) await assert.rejects(scan());
});

test('CMP 7 one scanner is chosen, or none', () => {
  assert.equal(openScanner({}), undefined);
  assert.ok(openScanner({ clamd: 'clamd' }) instanceof ClamdScanner);
  assert.ok(openScanner({ scanner: 'http://scanner.example/' }) instanceof HttpScanner);
  assert.throws(() => openScanner({ scanner: 'http://scanner.example/', clamd: 'clamd' }), /not both/);
  assert.throws(() => openScanner({ scanner: 'scanner' }), /has to be an address/);
});
