import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair } from 'jose';
import { Directory } from '../settings/directory.js';
import { checkSettings } from '../settings/check-settings.js';
import { testSettings } from '../testing/settings.js';
import { agentToken, identityToken } from '../testing/tokens.js';
import { CUSTOMER_TOKEN_LIFE, CustomerTokens, RENEWABLE } from './customer-tokens.js';
import { Tokens } from './tokens.js';

const NOW = Date.UTC(2026, 10, 21);
const SECRET = 'the secret of the relay, known to nobody else';
const CLEO = { id: '0193f000-0000-7000-8000-000000000001', workspace: 'harbour' };

const setUp = (agents?: object) => {
  const clock = { now: NOW };
  const settings = testSettings();
  const [first] = settings.workspaces;
  if (agents && first) first.agents = { origins: first.agents.origins, ...agents };
  const customers = new CustomerTokens(SECRET, () => clock.now);
  return { clock, customers, tokens: new Tokens(new Directory(checkSettings(settings)), customers, () => clock.now) };
};

const refusalOf = (promise: Promise<unknown>): Promise<RelayError> =>
  promise.then(
    () => assert.fail('was accepted'),
    (fault: unknown) => {
      assert.ok(fault instanceof RelayError, String(fault));
      return fault;
    },
  );

test('P9 a customer gets a token for thirty days, and it speaks for nobody else', async () => {
  const { clock, customers, tokens } = setUp();
  const { token, expires } = await customers.issue(CLEO, 'shop');
  assert.equal(expires, NOW + CUSTOMER_TOKEN_LIFE);
  assert.deepEqual(await tokens.identify(token), {
    person: { id: CLEO.id, name: '', role: 'customer', workspace: 'harbour' },
    site: 'shop',
    expires,
  });
  clock.now = expires;
  assert.equal((await refusalOf(tokens.identify(token))).code, 'unauthorized');
});

test('an ended token can be exchanged for ninety days, and no longer', async () => {
  const { clock, customers } = setUp();
  const { token, expires } = await customers.issue(CLEO, 'shop');
  clock.now = expires + RENEWABLE - 1_000;
  assert.equal((await customers.read(token, RENEWABLE)).sub, CLEO.id);
  clock.now = expires + RENEWABLE + 1_000;
  await assert.rejects(customers.read(token, RENEWABLE));
});

test('P9 an agent is who the ISV says, till the very end of the token', async () => {
  const { clock, tokens } = setUp();
  const expires = NOW + 60_000;
  const token = await agentToken({ role: 'supervisor', name: 'Ana \u202eadmin', expires });
  assert.deepEqual(await tokens.identify(token), {
    person: { id: 'ana', name: 'Ana admin', role: 'supervisor', workspace: 'harbour' },
    site: undefined,
    expires,
  });
  clock.now = expires;
  assert.equal((await refusalOf(tokens.identify(token))).code, 'unauthorized');
});

test('P1 whatever is wrong with a token, the answer is the same', async () => {
  const { customers, tokens } = setUp();
  const { privateKey } = await generateKeyPair('EdDSA');
  const claims = { sub: 'ana', name: 'Ana', role: 'agent', workspace: 'harbour' };
  const good = await agentToken();
  const bad = [
    '',
    'x',
    'a.b.c',
    `${good}x`,
    await agentToken({ secret: 'a secret of somebody else, as long as it has to be' }),
    await agentToken({ workspace: 'other' }),
    await agentToken({ workspace: 'nowhere' }),
    await agentToken({ workspace: '__proto__' }),
    await agentToken({ role: 'owner' }),
    await agentToken({ role: 'customer' }),
    await agentToken({ id: '' }),
    await agentToken({ id: 'x'.repeat(200) }),
    await agentToken({ name: '\u0000' }),
    await agentToken({ expires: null }),
    await agentToken({ expires: NOW - 1_000 }),
    new UnsecuredJWT(claims).setExpirationTime('1h').encode(),
    await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).setExpirationTime('1h').sign(privateKey),
    // The relay's secret does not sign agents, and a customer's claims are not enough with it either.
    await agentToken({ secret: SECRET }),
    await agentToken({ secret: SECRET, role: 'customer' }),
    (await customers.issue({ ...CLEO, workspace: 'other' }, 'shop')).token,
    (await customers.issue(CLEO, 'nowhere')).token,
    await identityToken({ sub: 'u1', role: 'customer', workspace: 'harbour', site: 'shop' }, NOW + 60_000),
  ];
  const faults = await Promise.all(bad.map((token) => refusalOf(tokens.identify(token))));
  for (const fault of faults)
    assert.deepEqual([fault.code, fault.message, fault.retryAfter], [faults[0]?.code, faults[0]?.message, undefined]);
  assert.equal(faults[0]?.code, 'unauthorized');
});

test('agents by the public keys of a provider, with issuer and audience', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: '1', alg: 'ES256' }] };
  const { tokens } = setUp({ jwks, issuer: 'https://id.example', audience: 'deskbell' });
  const token = (issuer: string) =>
    new SignJWT({ sub: 'ana', name: 'Ana', role: 'agent', workspace: 'harbour' })
      .setProtectedHeader({ alg: 'ES256', kid: '1' })
      .setIssuer(issuer)
      .setAudience('deskbell')
      .setExpirationTime(NOW / 1_000 + 60)
      .sign(privateKey);
  assert.equal((await tokens.identify(await token('https://id.example'))).person.id, 'ana');
  assert.equal((await refusalOf(tokens.identify(await token('https://evil.example')))).code, 'unauthorized');
  // The public key used as if it were a shared secret.
  assert.equal((await refusalOf(tokens.identify(await agentToken({ secret: JSON.stringify(jwks.keys[0]) })))).code, 'unauthorized');
});

test('keys that cannot be fetched say nothing about the token: unavailable, and it works once they can', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const body = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: '1', alg: 'ES256' }] });
  let broken = true;
  const provider = createServer((_, response) =>
    response.writeHead(broken ? 500 : 200, { 'content-type': 'application/json' }).end(broken ? '' : body),
  );
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  try {
    const { tokens } = setUp({ jwks: `http://127.0.0.1:${String((provider.address() as AddressInfo).port)}/keys` });
    const token = await new SignJWT({ sub: 'ana', name: 'Ana', role: 'agent', workspace: 'harbour' })
      .setProtectedHeader({ alg: 'ES256', kid: '1' })
      .setExpirationTime(NOW / 1_000 + 60)
      .sign(privateKey);
    assert.equal((await refusalOf(tokens.identify(token))).code, 'unavailable');
    broken = false;
    assert.equal((await tokens.identify(token)).person.id, 'ana');
  } finally {
    provider.close();
    provider.closeAllConnections();
  }
});

test('WID 4 what a site says of a customer is believed for an hour at most', async () => {
  const { customers } = setUp();
  const read = (claims: Record<string, unknown>, expires: number | null, secret?: string) =>
    identityToken(claims, expires, secret).then((token) =>
      customers.readIdentity(token, testSettings().workspaces[0]?.sites[0]?.secret ?? ''),
    );
  assert.deepEqual(await read({ sub: 'u1', name: 'Cleo', email: 'cleo@example.com' }, NOW + 60_000), {
    sub: 'u1',
    name: 'Cleo',
    email: 'cleo@example.com',
    exp: NOW / 1_000 + 60,
  });
  const refused: Parameters<typeof read>[] = [
    [{}, NOW + 60_000],
    [{ sub: 'u1' }, null],
    [{ sub: 'u1' }, NOW - 1_000],
    [{ sub: 'u1' }, NOW + 60_000, SECRET],
    [{ sub: 'u1' }, NOW + 7_200_000],
  ];
  for (const identity of refused) assert.equal((await refusalOf(read(...identity))).code, 'unauthorized');
});
