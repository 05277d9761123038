import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { TestClient } from './testing/client.js';
import { SHOP, testSettings } from './testing/settings.js';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

/** What the relay says at its start. */
interface Hello {
  readonly url: string;
  readonly data: string;
}

let folder = '';
const moved = new Set<string>();
const children: ChildProcess[] = [];

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbell-start-'));
  // As root the database runs as another user, to whom a folder of mkdtemp is closed.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(testSettings()));
});

after(async () => {
  // Only a test that failed leaves one running.
  for (const child of children) if (child.exitCode === null && child.signalCode === null) await stop(child, 'SIGTERM');
  for (const place of [folder, ...moved]) rmSync(place, { recursive: true, force: true });
});

function spawnRelay(env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=deskbell-source', MAIN], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      DESKBELL_SETTINGS: join(folder, 'settings.json'),
      DESKBELL_DATA: join(folder, 'data'),
      ...env,
    },
  });
  children.push(child);
  return child;
}

/** A relay in a process of its own, and what it said. */
async function start(env: Record<string, string> = {}): Promise<Hello & { child: ChildProcess }> {
  const child = spawnRelay(env);
  let heard = '';
  for await (const chunk of child.stdout!) {
    heard += String(chunk);
    const line = heard.split('\n').find((each) => each.includes('Deskbell is there'));
    if (line === undefined) continue;
    const hello = JSON.parse(line) as Hello;
    moved.add(hello.data);
    return { child, ...hello };
  }
  throw new Error(`the relay did not start: ${await text(child.stderr!)}`);
}

/** What a relay that cannot start says, and its exit code. */
async function failure(env: Record<string, string>): Promise<[number | null, string]> {
  const child = spawnRelay(env);
  const [said, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit') as Promise<[number | null]>]);
  return [code, said];
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  const [code] = await ended;
  return code;
}

const post = async (url: string, body: object): Promise<{ token: string; customer: { id: string } }> => {
  const response = await fetch(`${url}/v1/customers`, { method: 'POST', headers: { origin: SHOP }, body: JSON.stringify(body) });
  assert.equal(response.status, 200);
  return (await response.json()) as { token: string; customer: { id: string } };
};

describe('a relay in a process of its own', { concurrency: false }, () => {
  test('it starts on an empty folder, ends with a signal, finds its data again, and after kill -9 too', async () => {
    const first = await start();
    for (const path of ['/healthz', '/readyz', '/metrics']) assert.equal((await fetch(first.url + path)).status, 200, path);
    const { token, customer } = await post(first.url, { siteKey: 'shop' });
    const client = new TestClient(`${first.url.replace('http', 'ws')}/v1/socket`, { origin: SHOP });
    await client.connected();
    await client.open(token);
    const conversation = v7();
    client.say({ type: 'conversation.start', id: v7(), conversation });
    client.say({ type: 'message.send', id: v7(), conversation, text: 'still here?' });
    await client.next('message.sent');
    // Twice, as a terminal and npm do it.
    first.child.kill('SIGINT');
    assert.equal(await stop(first.child, 'SIGINT'), 0);
    assert.equal(await client.closed, 'restart');

    const second = await start();
    assert.equal((await post(second.url, { siteKey: 'shop', token })).customer.id, customer.id);
    await stop(second.child, 'SIGKILL');

    const third = await start();
    const back = new TestClient(`${third.url.replace('http', 'ws')}/v1/socket`, { origin: SHOP });
    await back.connected();
    assert.equal((await back.open(token)).conversation?.lastLine?.text, 'still here?');
    assert.equal(await stop(third.child, 'SIGTERM'), 0);
  });

  test('a signal in the middle of its start is heard too', async () => {
    const fresh = join(folder, 'fresh');
    const child = spawnRelay({ DESKBELL_DATA: fresh });
    child.stdout!.resume();
    while (!existsSync(fresh)) await new Promise(setImmediate);
    assert.equal(await stop(child, 'SIGTERM'), 0);
    const again = await start({ DESKBELL_DATA: fresh });
    assert.equal(await stop(again.child, 'SIGTERM'), 0);
  });

  test('a port in use gets a sentence that says what to do, and no database stays behind', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    try {
      const [code, said] = await failure({ PORT: String(port) });
      assert.deepEqual(
        [code, said],
        [1, `The port ${String(port)} is in use by another program. End that one, or choose another with PORT=${String(port + 1)}.\n`],
      );
    } finally {
      taken.close();
    }
    // Had the database been left running, the folder would still be taken.
    const again = await start();
    assert.equal(await stop(again.child, 'SIGTERM'), 0);
  });

  test('a second relay on the same folder gets a sentence', async () => {
    const first = await start();
    const [code, said] = await failure({});
    assert.equal(code, 1);
    assert.match(said, /^[^\n]* is running on the data folder [^\n]* DESKBELL_DATA[^\n]*\n$/);
    assert.equal(await stop(first.child, 'SIGTERM'), 0);
  });

  test('whatever is wrong in the environment or the settings is said in a sentence', async () => {
    writeFileSync(join(folder, 'bad.json'), '{"workspaces": [{"id": "x"}]}');
    const cases: [Record<string, string>, RegExp][] = [
      [{ PORT: 'x' }, /^PORT has to be a whole number up to 65535, not "x"\.\n$/],
      [{ PORT: '70000' }, /^PORT has to be/],
      [{ DESKBELL_SETTINGS: join(folder, 'none.json') }, /none\.json cannot be used:\n {2}the document is not there/],
      [{ DESKBELL_SETTINGS: join(folder, 'bad.json') }, /workspaces\[0\]\.name is missing/],
      [{ DESKBELL_SECRET: 'short' }, /^The secret is too short: DESKBELL_SECRET/],
      [{ VAULT_KEY: 'short' }, /^VAULT_KEY has to be 32 bytes in base64/],
      // Another one than that which was kept at the first start.
      [{ VAULT_KEY: Buffer.alloc(32).toString('base64') }, /^The vault cannot be opened: .* VAULT_KEY [^\n]*\n$/],
    ];
    for (const [env, expected] of cases) {
      const [code, said] = await failure(env);
      assert.equal(code, 1, said);
      assert.match(said, expected);
      assert.doesNotMatch(said, /\n {4}at /, 'no stack');
    }
  });

  test('several relays without a database that they share, or with a NATS that is not there, get a sentence', async () => {
    const nats = { NATS_URL: 'nats://deskbell:secret-word@127.0.0.1:1' };
    const shared = { DATABASE_URL: 'postgres://deskbell@127.0.0.1:1/deskbell', DESKBELL_SECRET: 'x'.repeat(32) };
    const cases: [Record<string, string>, RegExp][] = [
      [nats, /^With NATS_URL there are several relays: .* DATABASE_URL .* DESKBELL_SECRET\.\n$/],
      [{ ...nats, ...shared }, /^NATS cannot be reached at 127\.0\.0\.1:1 \(.*NATS_URL[^\n]*\n$/],
      [{ ...shared, NATS_URL: '127.0.0.1' }, /^NATS_URL has to be an address/],
    ];
    for (const [env, expected] of cases) {
      const [code, said] = await failure(env);
      assert.equal(code, 1, said);
      assert.match(said, expected);
      assert.doesNotMatch(said, /secret-word|\n {4}at /);
    }
  });

  test('a database of one’s own that is not there gets a sentence', async () => {
    const [code, said] = await failure({
      DATABASE_URL: 'postgres://deskbell:secret-word@127.0.0.1:1/deskbell',
      DESKBELL_SECRET: 'x'.repeat(32),
    });
    assert.equal(code, 1);
    assert.match(said, /DATABASE_URL/);
    assert.doesNotMatch(said, /secret-word|\n {4}at /);
  });
});
