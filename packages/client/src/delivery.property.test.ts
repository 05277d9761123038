import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ConversationView } from './conversation-view.js';
import { WEIGHTS, play, type Step, type StepName } from './testing/schedule.js';
import { Talk } from './testing/talk.js';

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.oneof(...Object.entries(WEIGHTS).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name as StepName) }))),
  pick: fc.nat({ max: 11 }),
});

/** What somebody holds of a log is the end of it, without gap or repeat. */
const holds = (view: ConversationView | undefined, talk: Talk, who: string) => {
  const log = view && talk.relay.logs.get(view.log.summary.id)?.events;
  const first = view?.log.events[0]?.seq ?? 1;
  assert.deepEqual(view?.log.events, log?.slice(first - 1), `${who} holds the log`);
  assert.deepEqual(view?.pending ?? [], [], `${who} has nothing left to send`);
};

const check = (talk: Talk) => {
  const logs = [...talk.relay.logs.values()];
  const texts = logs.flatMap(({ events }) => events.flatMap((event) => (event.type === 'message.sent' ? [event.text] : [])));
  for (const [index, tab] of talk.tabs.entries()) holds(tab.state.conversation, talk, `tab ${String(index)}`);
  holds(talk.agentView, talk, 'the agent');
  for (const [who, lines] of talk.said) {
    const arrived = texts.filter((text) => text.startsWith(`${who}:`));
    if (who === 'agent') {
      assert.equal(new Set(arrived).size, arrived.length, 'no message of the agent arrived twice');
      const owed = lines.filter((line) => !talk.given.has(line));
      assert.deepEqual(
        owed.filter((line) => !arrived.includes(line)),
        [],
        'every message of the agent arrived',
      );
    } else assert.deepEqual(arrived, lines, `everything that was said in ${who} arrived once, in order`);
  }
};

test('DLV 5 whatever fails, both sides hold the same log, and every message is in it once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 20, maxLength: 250, size: 'max' }), async (talking, steps) => {
      const talk = new Talk();
      try {
        if (talking) await talk.begin();
        else talk.openTab();
        await play(talk, steps);
        await talk.heal();
        check(talk);
      } finally {
        talk.destroy();
      }
      await talk.clock.advance(0);
      assert.equal(talk.clock.timers, 0, 'no timer is left');
    }),
    {
      numRuns: Number(process.env.SCHEDULES ?? 60),
      ...(process.env.SEED && { seed: Number(process.env.SEED), path: process.env.RUN ?? '' }),
    },
  );
});
