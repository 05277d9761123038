import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../testing/settings.js';
import { checkWorkspace } from './check-settings.js';
import { deskFace } from './desk-face.js';
import type { SettingsError } from './faults.js';
import { withSecretsOf, withoutSecrets } from './secrets.js';

type Document = Record<string, unknown>;

const ACTION = {
  id: 'refund',
  name: 'Refund',
  request: { url: 'https://orders.example/{field.order}', headers: { Authorization: 'Bearer {secret}' } },
};
const FIELD = { name: 'order', label: 'Order', kind: 'text' };
const GOOD = { ...ACTION, fields: [FIELD], secret: 'key' };

const workspace = (...actions: Document[]) => checkWorkspace({ ...testSettings().workspaces[0], actions }, []);

function faultsOf(change: Document): string {
  try {
    workspace({ ...GOOD, ...change });
    return '';
  } catch (fault) {
    return (fault as SettingsError).faults.map(({ path, reason }) => `${path} ${reason}`).join('\n');
  }
}

test('INF 8 S1 an action has defaults, and consoles get its form without the call', () => {
  const checked = workspace(GOOD);
  const [action] = checked.actions;
  assert.deepEqual([action?.request.method, action?.timeoutSeconds, action?.allowPrivate], ['POST', 10, false]);
  assert.deepEqual(deskFace(checked, { model: false, files: false }).actions, [
    { id: 'refund', name: 'Refund', fields: [{ ...FIELD, required: false }] },
  ]);
});

test('INF 8 S7 the secret of an action is shown as null, and kept where null comes back', () => {
  const checked = workspace(GOOD);
  const shown = withoutSecrets(checked);
  assert.equal((shown as typeof checked).actions[0]?.secret, null);
  assert.deepEqual(withSecretsOf(checked, shown), checked);
});

test('INF 8 S3 an action that could not work, or could do harm, is refused with the reason', () => {
  const request = (change: Document) => ({ request: { ...ACTION.request, ...change } });
  const bad: [Document, RegExp][] = [
    [request({ url: 'http://orders.example/' }), /has to be https/],
    [request({ url: 'https://{customer}.example/' }), /has to be https/],
    [request({ url: 'https://me:pass@orders.example/' }), /has to be https/],
    [request({ url: 'file:///etc/passwd' }), /has to be https/],
    [request({ url: 'https://orders.example/{field.other}' }), /request\.url leaves open \{field\.other\}/],
    [request({ url: 'https://orders.example/{secret}' }), /request\.url leaves open \{secret\}/],
    [request({ body: { a: ['{nobody}'] } }), /request leaves open \{nobody\}/],
    [request({ method: 'GET', body: {} }), /which GET has not/],
    [request({ headers: { Host: 'x' } }), /that the relay sets/],
    [request({ headers: { 'X-A': 'a\r\nX-B: b' } }), /cannot have/],
    [{ secret: undefined }, /leaves open \{secret\}, and has none/],
    [{ fields: [FIELD, FIELD] }, /fields\[1\]\.name is the same as/],
    [{ fields: [{ ...FIELD, kind: 'choice' }] }, /where, and only where, it is a choice/],
    [{ fields: [{ ...FIELD, pattern: '(' }] }, /is no regular expression/],
    [{ fields: [{ ...FIELD, pattern: '(a+)+' }] }, /repeats a group/],
    [{ fields: [{ ...FIELD, pattern: 'a*b*c*d*' }] }, /more than three repetitions/],
    [{ answer: { template: 'Done' } }, /has no \{\/pointer\}/],
    [{ timeoutSeconds: 61 }, /from 1 to 60/],
  ];
  for (const [change, reason] of bad) assert.match(faultsOf(change), reason);
  assert.equal(faultsOf({ fields: [{ ...FIELD, pattern: '[A-Z]{1,3}-\\d+\\.?' }] }), '');
  assert.equal(faultsOf({ allowPrivate: true, request: { url: 'http://10.0.0.7:8080/x' } }), '');
});
