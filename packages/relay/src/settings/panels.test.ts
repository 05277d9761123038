import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../testing/settings.js';
import { checkWorkspace } from './check-settings.js';
import { deskFace } from './desk-face.js';
import type { SettingsError } from './faults.js';

const GOOD = { id: 'crm', name: 'Customer', url: 'https://crm.example/{customer}?in={conversation}&q={queue}&by={agent}' };

const faultsOf = (...panels: object[]): string => {
  try {
    checkWorkspace({ ...testSettings().workspaces[0], panels }, []);
    return '';
  } catch (fault) {
    return (fault as SettingsError).faults.map(({ path, reason }) => `${path} ${reason}`).join('\n');
  }
};

test('INF 6 S1 consoles get the panels of their workspace, with a sandbox', () => {
  const workspace = checkWorkspace({ ...testSettings().workspaces[0], panels: [GOOD] }, []);
  assert.deepEqual(deskFace(workspace, { model: false, files: false }).panels, [
    { ...GOOD, sandbox: ['allow-scripts', 'allow-same-origin', 'allow-forms'] },
  ]);
});

test('INF 6 S3 a panel has https, or http on localhost, known places and safe flags, and is refused otherwise', () => {
  for (const url of ['http://localhost:3000/', 'http://127.0.0.1/x', 'https://crm.example:8443/#{agent}'])
    assert.equal(faultsOf({ ...GOOD, url }), '');
  for (const url of [
    'http://crm.example/',
    'http://localhost.crm.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://{agent}.example/',
    '/crm',
  ])
    assert.match(faultsOf({ ...GOOD, url }), /panels\[0\]\.url has to be https/, url);
  assert.match(faultsOf({ ...GOOD, url: 'https://crm.example/{token}' }), /leaves open token/);
  assert.match(faultsOf({ ...GOOD, sandbox: ['allow-top-navigation'] }), /panels\[0\]\.sandbox\[0\] is none of/);
  assert.match(faultsOf(GOOD, GOOD), /panels\[1\]\.id is the same/);
});
