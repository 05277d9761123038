import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../testing/settings.js';
import { checkSettings } from './check-settings.js';
import { Directory } from './directory.js';

test('the directory knows sites, desks and origins', () => {
  const directory = new Directory(checkSettings(testSettings()));
  assert.equal(directory.site('shop')?.queue.name, 'Front desk');
  assert.equal(directory.site('constructor'), undefined);
  assert.equal(directory.origin('https://shop.example'), 'https://shop.example');
  assert.equal(directory.origin('https://evil.example'), undefined);
  assert.equal(directory.isDesk('https://desk.example'), true);
  assert.equal(directory.isDesk('https://shop.example'), false);
});

test('S5 settings that are put in the place of others are the ones that are found', () => {
  const directory = new Directory(checkSettings(testSettings()));
  const [harbour] = directory.workspaces;
  const [site] = harbour!.sites;
  directory.replace({ ...harbour!, version: 1, sites: [{ ...site!, key: 'pier', origins: ['https://pier.example'] }] });
  assert.deepEqual([directory.site('shop'), directory.origin('https://shop.example')], [undefined, undefined]);
  assert.equal(directory.site('pier')?.workspace.version, 1);
  assert.equal(directory.origin('https://pier.example'), 'https://pier.example');
  assert.equal(directory.site('rival')?.workspace.id, 'other');
  assert.deepEqual(
    directory.workspaces.map(({ id, version }) => [id, version]),
    [
      ['harbour', 1],
      ['other', 0],
    ],
  );
});

test('WID 2 a queue greets its customers itself, where it has words of its own', () => {
  const directory = new Directory(checkSettings(testSettings()));
  const [harbour] = directory.workspaces;
  assert.equal(directory.site('shop')?.face.greeting, 'How can we help?');
  directory.replace({ ...harbour!, queues: harbour!.queues.map((queue) => ({ ...queue, greeting: 'Ahoy' })) });
  assert.equal(directory.site('shop')?.face.greeting, 'Ahoy');
});
