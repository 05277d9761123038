import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hubContract } from './contract.js';
import { LocalHub } from './local-hub.js';

hubContract('in the process', () => {
  const hub = new LocalHub({ error: () => undefined });
  return Promise.resolve({ near: hub, far: hub, settled: () => Promise.resolve(), topics: () => hub.size, close: () => hub.close() });
});

test('a subscriber that fails is a fault that is logged', () => {
  const logged: object[] = [];
  const hub = new LocalHub({ error: (what: object) => logged.push(what) });
  const fault = new Error('broken');
  hub.subscribe('a', {
    deliver: () => {
      throw fault;
    },
  });
  hub.publish('a', { kind: 'moved', queue: 'q' });
  assert.deepEqual(logged, [{ err: fault, topic: 'a' }]);
});
