import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Heartbeat, SILENCE } from './heartbeat.js';
import { ManualClock } from './testing/manual-clock.js';

const beating = () => {
  const clock = new ManualClock();
  const seen: string[] = [];
  const heartbeat = new Heartbeat(
    clock,
    () => seen.push('ping'),
    () => seen.push('dead'),
  );
  heartbeat.heard();
  return { clock, seen, heartbeat };
};

test('DLV 2 a dead socket is found within 10 s of the last thing heard', async () => {
  const { clock, seen } = beating();
  await clock.advance(10_000);
  assert.deepEqual(seen, ['ping', 'dead']);
});

test('a socket on which something is heard is not asked', async () => {
  const { clock, seen, heartbeat } = beating();
  for (let second = 0; second < 30; second++) {
    await clock.advance(1_000);
    heartbeat.heard();
  }
  assert.deepEqual(seen, []);
});

test('an answer keeps the socket alive, however often it is asked', async () => {
  const { clock, seen, heartbeat } = beating();
  for (let round = 0; round < 5; round++) {
    await clock.advance(SILENCE);
    heartbeat.heard();
  }
  assert.equal(seen.includes('dead'), false);
  assert.ok(seen.length >= 2);
});

test('asked at once, a socket that says nothing is dead after one silence', async () => {
  const { clock, seen, heartbeat } = beating();
  heartbeat.probe();
  await clock.advance(SILENCE);
  assert.deepEqual(seen, ['ping', 'dead']);
});

for (const hours of [-3, 3]) {
  test(`a local clock that is set ${String(hours)} hours off does not hide a dead socket`, async () => {
    const { clock, seen } = beating();
    clock.jump(hours * 3_600_000);
    await clock.advance(10_000);
    assert.deepEqual(seen, ['ping', 'dead']);
  });
}

test('stopped, it leaves no timer behind', () => {
  const { clock, heartbeat } = beating();
  heartbeat.stop();
  assert.equal(clock.timers, 0);
});
