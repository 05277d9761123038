import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from './testing/manual-clock.js';
import { TypingReporter } from './typing.js';

const reporting = () => {
  const clock = new ManualClock();
  const begin = clock.now();
  const reports: string[] = [];
  const reporter = new TypingReporter(clock, (on) => reports.push(`${on ? 'on' : 'off'} ${String((clock.now() - begin) / 1_000)}`));
  return { clock, reports, reporter };
};

test('DLV 3 the first key is told at once, and the end exactly 5 s after the last', async () => {
  const { clock, reports, reporter } = reporting();
  reporter.key();
  await clock.advance(1_000);
  reporter.key();
  await clock.advance(4_999);
  assert.deepEqual(reports, ['on 0']);
  await clock.advance(1);
  assert.deepEqual(reports, ['on 0', 'off 6']);
});

test('DLV 3 who types on is told of again every 2 s', async () => {
  const { clock, reports, reporter } = reporting();
  for (let key = 0; key < 25; key++) {
    reporter.key();
    await clock.advance(200);
  }
  assert.deepEqual(reports, ['on 0', 'on 2', 'on 4']);
});

test('DLV 3 what was sent is not typed any longer', () => {
  const { clock, reports, reporter } = reporting();
  reporter.key();
  reporter.stop();
  reporter.stop();
  assert.deepEqual(reports, ['on 0', 'off 0']);
  assert.equal(clock.timers, 0);
});
