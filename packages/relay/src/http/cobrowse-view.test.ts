import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testRelay } from '../testing/relay.js';
import { DESK, SHOP } from '../testing/settings.js';

const rulesIn = (policy: string | null): Record<string, string> =>
  Object.fromEntries((policy ?? '').split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1).join(' ')]));

test('COB 5 the view is framed by the desks of its site’s workspace alone, and names them to its script', async (t) => {
  const relay = await testRelay(t, {
    settings: { agents: { secret: 'a secret that is long enough for a test', origins: [DESK, 'https://crm.example'] } },
  });
  const answer = await relay.get('/cobrowse/view?site=shop');
  const page = await answer.text();
  const rules = rulesIn(answer.headers.get('content-security-policy'));

  assert.equal(answer.status, 200);
  assert.equal(rules['frame-ancestors'], `${DESK} https://crm.example`);
  assert.ok(page.includes(`content="[&quot;${DESK}&quot;,&quot;https://crm.example&quot;]"`), page);
  assert.equal(
    rulesIn((await relay.get('/cobrowse/view?site=rival')).headers.get('content-security-policy'))['frame-ancestors'],
    'https://other-desk.example',
  );
});

test('COB 6 nothing runs in the view but its own script, once, and nothing is asked for but what the site shows', async (t) => {
  const relay = await testRelay(t, { settings: { cobrowse: { assets: ['https://cdn.example'] } } });
  const answer = await relay.get('/cobrowse/view?site=shop');
  const page = await answer.text();
  const { 'script-src': script, ...rules } = rulesIn(answer.headers.get('content-security-policy'));

  assert.deepEqual(rules, {
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    'img-src': `${SHOP} https://cdn.example data: blob:`,
    'font-src': `${SHOP} https://cdn.example data:`,
    'media-src': `${SHOP} https://cdn.example`,
    'connect-src': "'none'",
    'frame-src': "'none'",
    'object-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': DESK,
    'require-trusted-types-for': "'script'",
    'trusted-types': 'deskbell-standards deskbell-quirks',
    sandbox: 'allow-scripts allow-same-origin',
  });
  const nonce = /^'nonce-([\w+/=]+)'$/.exec(script ?? '')?.[1] ?? '';
  assert.match(page, /<script [^>]*src="\.\.\/view\.js"/);
  assert.equal(page.split('<script').length, 2);
  assert.ok(nonce.length >= 20 && page.includes(`nonce="${nonce}"`));
  assert.deepEqual(
    ['referrer-policy', 'cache-control', 'x-content-type-options', 'cross-origin-embedder-policy'].map((name) => answer.headers.get(name)),
    ['no-referrer', 'no-store', 'nosniff', 'credentialless'],
  );
  const again = await relay.get('/cobrowse/view?site=shop');
  assert.ok(!again.headers.get('content-security-policy')?.includes(nonce));
});

test('COB 6 there is no view for a site that is not there', async (t) => {
  const relay = await testRelay(t);
  for (const query of ['?site=nobody', '?site=', '', '?site=__proto__', '?site=shop%00']) {
    const answer = await relay.get(`/cobrowse/view${query}`);
    assert.equal(answer.status, 404, query);
    assert.equal(answer.headers.get('content-type'), 'application/json', query);
  }
});

test('COB 5 the view follows its settings while the relay runs', async (t) => {
  const relay = await testRelay(t);
  const workspace = relay.directory.workspace('harbour');
  assert.ok(workspace);
  relay.directory.replace({ ...workspace, agents: { ...workspace.agents, origins: ['https://new-desk.example'] } });
  const rules = rulesIn((await relay.get('/cobrowse/view?site=shop')).headers.get('content-security-policy'));
  assert.equal(rules['frame-ancestors'], 'https://new-desk.example');
});
