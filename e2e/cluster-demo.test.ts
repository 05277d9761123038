import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { createFront } from '../demo/front.js';
import { withoutNats } from '../packages/relay/src/testing/nats.js';
import { freePort } from './free-port.js';
import { temporaryFolder } from './temporary-folder.js';

test('the front passes over relays that are not there, and leads to the others in turn', async (t) => {
  const servers = ['one', 'two'].map((name) => createServer((socket) => socket.end(name)).listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const [one, two] = servers.map((server) => (server.address() as AddressInfo).port);
  const front = createFront([one ?? 0, await freePort(), two ?? 0]).listen(0, '127.0.0.1');
  await once(front, 'listening');
  t.after(() => [front, ...servers].forEach((server) => server.close()));
  const heard = [];
  for (let count = 0; count < 6; count += 1) heard.push(await text(connect((front.address() as AddressInfo).port, '127.0.0.1')));
  assert.deepEqual(heard, ['one', 'two', 'two', 'one', 'two', 'two']);
});

test('npm run demo:cluster serves the demo at one address, kills relays, and ends whole', { skip: withoutNats }, async (t) => {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=deskbell-source', 'demo/cluster.ts', '--kill', '1'], {
    env: { ...process.env, PORT: String(port), DESKBELL_DATA: temporaryFolder() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  let said = '';
  const hears = async (what: string): Promise<void> => {
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      said += chunk.toString();
      if (said.includes(what)) return;
    }
    throw new Error(`It ended:\n${said}`);
  };
  const url = `http://localhost:${String(port)}`;
  await hears('Ctrl+C ends everything');
  for (const path of ['/shop', '/desk?as=ana', '/readyz']) assert.equal((await fetch(url + path)).status, 200, path);
  await hears(' again');
  assert.match(said, /killed the relay on (\d+)\n {2}started the relay on \1 again/);
  assert.deepEqual(await (await fetch(`${url}/readyz`)).json(), { ok: true, otherRelays: 'reached' });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  child.kill('SIGINT');
  assert.deepEqual((await exit)[0], 0);
  for (let at = port; at <= port + 5; at += 1) await assert.rejects(fetch(`http://127.0.0.1:${String(at)}/`), String(at));
});
