import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import type { TestClient } from '../testing/client.js';
import { testRelay, type TestRelay } from '../testing/relay.js';

const PUSH = { mode: 'push' as const, seconds: 60 };
const front = { id: 'front', name: 'Front desk', offer: PUSH };

/** To whom a conversation is being offered. */
const offeredTo = async (relay: TestRelay, conversation: string): Promise<string | undefined> => {
  await relay.server.idle();
  return (await relay.row(conversation)).offer?.agent.id;
};

const start = async (relay: TestRelay): Promise<string> => (await relay.waiting()).conversation;

const toQueue = (agent: TestClient, conversation: string, queue: string, skills?: Record<string, number>) =>
  agent.ask({ type: 'conversation.transfer', id: v7(), conversation, to: { queue }, ...(skills ? { skills } : {}) });

test('RTG 1 M2 a queue’s conversations go to its members only, who have its skills at its level', async (t) => {
  const skills = [{ id: 'french', name: 'French' }];
  const people = [
    { id: 'ana', skills: { french: 1 } },
    { id: 'ben', skills: { french: 3 } },
    { id: 'carl', skills: { french: 5 } },
  ];
  const queues = [{ ...front, members: ['ana', 'ben'], skills: { french: 2 } }];
  const relay = await testRelay(t, { settings: { queues, skills, people } });
  const conversation = await start(relay);
  for (const id of ['ana', 'carl', 'dora']) await relay.available(id);
  assert.equal(await offeredTo(relay, conversation), undefined);
  await relay.available('ben');
  assert.equal(await offeredTo(relay, conversation), 'ben');
});

test('RTG 1 INF 5 a conversation may ask for skills besides its queue’s, and goes on when it asks for less', async (t) => {
  const skills = [{ id: 'french', name: 'French' }];
  const relay = await testRelay(t, { settings: { queues: [front], skills, transfers: { modifySkills: true } } });
  const zoe = await relay.agent({ id: 'zoe' });
  const conversation = await start(relay);
  const ask = (asked: Record<string, number>) => zoe.ask({ type: 'conversation.skill', id: v7(), conversation, skills: asked });
  assert.equal(await ask({ german: 1 }), 'malformed');
  assert.equal(await toQueue(zoe, conversation, 'front', { german: 1 }), 'malformed');
  assert.equal(await ask({ french: 1 }), undefined);
  await relay.available('ana');
  assert.equal(await offeredTo(relay, conversation), undefined);
  assert.equal(await ask({}), undefined);
  assert.equal(await offeredTo(relay, conversation), 'ana');
});

test('RTG 1 M1 the queue of higher priority has its turn first, and within it who came first', async (t) => {
  const queues = [front, { ...front, id: 'urgent', name: 'Urgent', priority: 5 }];
  const relay = await testRelay(t, { settings: { queues, slots: { chat: 1 } } });
  const zoe = await relay.agent({ id: 'zoe' });
  const usual = await start(relay);
  const urgent: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    relay.clock.now += 1_000;
    const conversation = await start(relay);
    assert.equal(await toQueue(zoe, conversation, 'urgent'), undefined);
    urgent.push(conversation);
  }
  for (const id of ['ana', 'ben', 'carl']) await relay.available(id);
  assert.deepEqual(await Promise.all([...urgent, usual].map((id) => offeredTo(relay, id))), ['ana', 'ben', 'carl']);
});

for (const [distribution, chosen] of [
  ['longest-idle', 'ana'],
  ['least-occupied', 'ben'],
  ['most-skilled', 'carl'],
] as const) {
  test(`RTG 1 M4 ${distribution} first`, async (t) => {
    const people = [
      { id: 'ana', skills: { french: 1 }, slots: { chat: 2 } },
      { id: 'ben', skills: { french: 1 }, slots: { chat: 8 } },
      { id: 'carl', skills: { french: 3 }, slots: { chat: 2 } },
    ];
    const queues = [
      { ...front, skills: { french: 1 }, distribution },
      { id: 'hand', name: 'By hand' },
    ];
    const relay = await testRelay(t, { settings: { queues, people, skills: [{ id: 'french', name: 'French' }] } });
    const zoe = await relay.agent({ id: 'zoe' });
    // Everybody has one already, ana since the longest.
    for (const { id } of people) {
      const agent = await relay.agent({ id });
      relay.clock.now += 1_000;
      const conversation = await start(relay);
      assert.equal(await toQueue(zoe, conversation, 'hand'), undefined);
      assert.equal(await agent.ask({ type: 'conversation.accept', id: v7(), conversation }), undefined);
    }
    for (const { id } of people) await relay.available(id);
    assert.equal(await offeredTo(relay, await start(relay)), chosen);
  });
}

test('RTG 1 M3 one that nobody there may have does not hold up those behind it', async (t) => {
  const skills = [{ id: 'french', name: 'French' }];
  const queues = [front, { ...front, id: 'paris', name: 'Paris', skills: { french: 1 }, priority: 9 }];
  const relay = await testRelay(t, { settings: { queues, skills } });
  const zoe = await relay.agent({ id: 'zoe' });
  const [first, second] = [await start(relay), await start(relay)];
  assert.equal(await toQueue(zoe, first, 'paris'), undefined);
  await relay.available('ana');
  assert.deepEqual([await offeredTo(relay, first), await offeredTo(relay, second)], [undefined, 'ana']);
});

test('RTG 1 M3 however many nobody may have, the first behind them is given out', async (t) => {
  const skills = [{ id: 'french', name: 'French' }];
  const queues = [
    { ...front, skills: { french: 1 } },
    { ...front, id: 'back', name: 'Back office' },
  ];
  const relay = await testRelay(t, { settings: { queues, skills } });
  const zoe = await relay.agent({ id: 'zoe' });
  // More than a round looks at first.
  for (let count = 0; count < 80; count += 1) await start(relay);
  const last = await start(relay);
  relay.clock.now += 1_000;
  assert.equal(await toQueue(zoe, last, 'back'), undefined);
  await relay.available('ana');
  assert.equal(await offeredTo(relay, last), 'ana');
});

test('RTG 1 what waits is not read while nobody has a slot', async (t) => {
  let read = 0;
  const relay = await testRelay(t, {
    settings: { queues: [front], slots: { chat: 1 } },
    wrap: (store) => {
      const unassigned = store.unassigned.bind(store);
      store.unassigned = (...asked) => {
        read += 1;
        return unassigned(...asked);
      };
      return store;
    },
  });
  await relay.available('ana');
  assert.equal(await offeredTo(relay, await start(relay)), 'ana');
  const before = read;
  assert.equal(await offeredTo(relay, await start(relay)), undefined);
  assert.equal(read, before);
});

test('RTG 2 M1 two relays give each of thirty who wait to one of five agents, in order', async (t) => {
  const settings = { queues: [{ ...front, offer: { ...PUSH, autoAnswer: true } }], slots: { chat: 2 } };
  const one = await testRelay(t, { settings });
  const two = await testRelay(t, { settings, store: one.store, hub: one.hub, clock: one.clock });
  const waiting: string[] = [];
  for (let count = 0; count < 30; count += 1) {
    one.clock.now += 1_000;
    waiting.push(await start(count % 2 ? one : two));
  }
  const agents = await Promise.all(
    ['ana', 'ben', 'carl', 'dora', 'emil'].map((id, index) => (index % 2 ? one : two).agent({ id, name: id })),
  );
  await Promise.all(agents.map((agent) => agent.ask({ type: 'status.set', status: 'available' })));
  const accepted = new Map<string, string>();
  for (let round = 1; round <= 3; round += 1) {
    one.pass(0);
    two.pass(0);
    await Promise.all([one.settle(), two.settle()]);
    const rows = await Promise.all(waiting.map((id) => one.row(id)));
    const active = rows.filter(({ phase }) => phase === 'active');
    assert.deepEqual(
      rows.map(({ phase }) => phase === 'waiting'),
      rows.map((_, index) => index >= round * 10),
    );
    await Promise.all(
      agents.map(async (agent, index) => {
        const own = active.filter(({ agent: owner }) => owner?.id === ['ana', 'ben', 'carl', 'dora', 'emil'][index]);
        assert.equal(own.length, 2);
        for (const { id } of own) {
          accepted.set(id, (accepted.get(id) ?? '') + String(index));
          if (round < 3) await agent.ask({ type: 'conversation.end', id: v7(), conversation: id });
        }
      }),
    );
  }
  assert.deepEqual(
    [...accepted.values()].map((by) => by.length),
    Array.from({ length: 30 }, () => 1),
  );
  for (const id of waiting) {
    const log = await one.store.eventsAfter(id, 0, 10);
    assert.equal(log.filter(({ type }) => type === 'conversation.accepted').length, 1);
  }
});

test('RTG 2 an offer of a relay that is gone is taken back by another', async (t) => {
  const settings = { queues: [front] };
  const one = await testRelay(t, { settings });
  const two = await testRelay(t, { settings, store: one.store, hub: one.hub, clock: one.clock });
  const ben = await two.agent({ id: 'ben' });
  await one.available('ana');
  const conversation = await start(one);
  assert.equal(await offeredTo(one, conversation), 'ana');
  await ben.ask({ type: 'status.set', status: 'available' });
  await one.server.close();
  await two.wait(60_000);
  assert.equal(await offeredTo(two, conversation), 'ben');
});

test('RTG 2 nothing is given to who signed out, or chose to be away, after they were looked at', async (t) => {
  const settings = { queues: [{ ...front, offer: { ...PUSH, autoAnswer: true } }] };
  let meanwhile: (() => Promise<unknown>) | undefined;
  const relay = await testRelay(t, {
    settings,
    wrap: (store) => {
      const assign = store.assign.bind(store);
      store.assign = async (...asked) => {
        await meanwhile?.();
        return assign(...asked);
      };
      return store;
    },
  });
  const ana = await relay.available('ana');
  meanwhile = () => relay.store.changeAgent({ workspace: 'harbour', id: 'ana', name: 'Ana' }, () => ({ status: 'away' }));
  const conversation = await start(relay);
  await relay.settle();
  assert.equal((await relay.row(conversation)).phase, 'waiting');
  meanwhile = undefined;
  await ana.ask({ type: 'status.set', status: 'available' });
  await relay.settle();
  assert.equal((await relay.row(conversation)).agent?.id, 'ana');
});

test('RTG 2 what a customer’s message holds at that moment is given out right after it', async (t) => {
  let held = 3;
  const relay = await testRelay(t, {
    settings: { queues: [front] },
    wrap: (store) => {
      const assign = store.assign.bind(store);
      store.assign = (...asked) => (held-- > 0 ? Promise.resolve([]) : assign(...asked));
      return store;
    },
  });
  await relay.available('ana');
  assert.equal(await offeredTo(relay, await start(relay)), 'ana');
});
