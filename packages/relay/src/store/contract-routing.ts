import assert from 'node:assert/strict';
import { v7 } from 'uuid';
import { SYSTEM_AUTHOR, assignment, cameIn, set, waitingOne } from '../testing/routing.js';
import { ANA, BEN, QUEUE, WORKSPACE, asAuthor, ended, newCustomer, say, startActive, startOne } from '../testing/conversations.js';
import type { Told } from './contract.js';
import type { Store } from './store.js';

const assign = (store: Store, assignments: Parameters<Store['assign']>[1], at = 2_000) =>
  store.assign(WORKSPACE, assignments, SYSTEM_AUTHOR, at);

const unassigned = async (store: Store, queues = [QUEUE.id], limit = 10) =>
  (await store.unassigned(WORKSPACE, queues, limit)).map(({ id }) => id);

/** What waits, and to whom it is given. */
export function contractOfRouting(told: Told): void {
  told('M1 what waits and is nobody’s is told in the order of the turns', async (store) => {
    const [late, early, urgent] = [await waitingOne(store, 3_000), await waitingOne(store, 2_000), await waitingOne(store, 9_000)];
    const refused = { ana: 5_000 };
    await set(store, urgent, { priority: 5, skills: { de: 3 }, refused });
    const offered = await waitingOne(store, 1_000);
    await set(store, offered, { offer: { agent: ANA, until: 9_000 } });
    await startActive(store);
    const elsewhere = await waitingOne(store, 1_000);
    await set(store, elsewhere, { queue: { id: 'other', name: 'Other' } });
    assert.deepEqual(await unassigned(store), [urgent, early, late]);
    assert.deepEqual(await unassigned(store, ['other', QUEUE.id], 2), [urgent, elsewhere]);
    assert.deepEqual(await unassigned(store, []), []);
    assert.deepEqual(await store.unassigned('other', [QUEUE.id], 10), []);
    const [row] = await store.unassigned(WORKSPACE, [QUEUE.id], 1);
    assert.deepEqual(row, { id: urgent, queue: QUEUE.id, priority: 5, since: 9_000, skills: { de: 3 }, refused });
    assert.deepEqual(await store.waitingIn(WORKSPACE, QUEUE.id), [urgent, offered, early, late]);
  });

  told('L7 an offer leaves a conversation waiting, is told in its log, and runs out', async (store) => {
    await cameIn(store);
    const id = await waitingOne(store);
    const [given, ...rest] = await assign(store, [assignment(id, ANA, { until: 22_000 })]);
    assert.equal(rest.length, 0);
    assert.ok(given);
    const { row, event } = given;
    const offer = { agent: { id: ANA.id, name: ANA.name }, until: 22_000 };
    const made = { type: 'offer.made', conversation: id, seq: 2, id: event.id, at: 2_000, by: SYSTEM_AUTHOR };
    assert.deepEqual(event, { ...made, ...offer });
    assert.deepEqual(await store.conversation(WORKSPACE, id), row);
    assert.deepEqual([row.phase, row.offer, row.agent, row.waitingSince], ['waiting', offer, null, 1_000]);
    assert.deepEqual(await store.eventsAfter(id, 1, 10), [event]);
    assert.equal((await store.agent(WORKSPACE, 'ana'))?.idleSince, 2_000);
    assert.deepEqual(
      (await store.takeDue(22_000, 40_000, 10)).map(({ kind, subject }) => [kind, subject]),
      [['offer', id]],
    );
  });

  told('L2 what answers by itself is the agent’s at once, and waits for nothing more', async (store) => {
    await cameIn(store);
    const id = await waitingOne(store);
    await set(store, id, {}, { wait: 9_000 });
    const [given] = await assign(store, [assignment(id, ANA, { until: null })]);
    const agent = { id: ANA.id, name: ANA.name };
    assert.deepEqual([given?.row.phase, given?.row.agent, given?.row.acceptedAt, given?.row.offer], ['active', agent, 2_000, null]);
    assert.deepEqual([given?.event.type, given?.event.by], ['conversation.accepted', { ...agent, role: 'agent' }]);
    assert.equal(await store.nextDue(), null);
    assert.equal((await say(store, id, ANA, 'hello')).event.seq, 3);
  });

  told('C6 what is not as it was when it was matched is left out, the rest is given', async (store) => {
    await cameIn(store);
    await cameIn(store, BEN);
    const [free, offered, left, twice, full] = await Promise.all(Array.from({ length: 5 }, () => waitingOne(store)));
    await set(store, offered!, { offer: { agent: BEN, until: 9_000 } });
    const command = v7();
    await store.changeConversation(WORKSPACE, left!, command, ended(asAuthor(await newCustomer(store)), command));
    const taken = await startActive(store, BEN);
    const given = await assign(store, [
      assignment(free!),
      assignment(offered!),
      assignment(left!),
      assignment(taken.id),
      assignment(v7()),
      assignment(twice!),
      assignment(twice!, BEN),
      // Ben has what is offered to him and what he accepted.
      assignment(full!, BEN, { slots: 2 }),
      assignment(full!, { id: 'nobody', name: '' }),
    ]);
    assert.deepEqual(
      given.map(({ row }) => [row.id, row.offer?.agent.id]).sort(),
      [
        [free, 'ana'],
        [twice, 'ana'],
      ].sort(),
    );
    assert.deepEqual(await unassigned(store), [full]);
    assert.deepEqual(await assign(store, []), []);
    assert.deepEqual(await store.assign('other', [assignment(full!)], SYSTEM_AUTHOR, 2_000), []);
  });

  told('C6 what went to another queue, asks for other skills, or was refused since it was matched is left out', async (store) => {
    await cameIn(store);
    const [moved, skilled, refused] = await Promise.all(Array.from({ length: 3 }, () => waitingOne(store)));
    await set(store, moved!, { queue: { id: 'other', name: 'Other' } });
    await set(store, skilled!, { skills: { de: 3 } });
    await set(store, refused!, { refused: { ana: 9_000 } });
    assert.deepEqual(await assign(store, [assignment(moved!), assignment(skilled!), assignment(refused!)]), []);
    const asked = { queue: 'other', skills: {}, refused: {} };
    assert.equal((await assign(store, [assignment(moved!, ANA, { asked })])).length, 1);
  });

  told('N4 nothing is given to who signed out, or let something pass, since it was matched', async (store) => {
    await cameIn(store, ANA, { seenUntil: null });
    await cameIn(store, BEN, { idle: true });
    const id = await waitingOne(store);
    for (const agent of [ANA, BEN])
      for (const until of [null, 30_000]) assert.deepEqual(await assign(store, [assignment(id, agent, { until })]), []);
    assert.deepEqual(await unassigned(store), [id]);
    // Of those who vanished it is told elsewhere; what they have is given back.
    await cameIn(store, ANA, { seenUntil: 1 });
    assert.equal((await assign(store, [assignment(id)])).length, 1);
  });

  told('C6 several for one agent in one batch are counted one after the other', async (store) => {
    await cameIn(store);
    const waiting = await Promise.all(Array.from({ length: 5 }, () => waitingOne(store)));
    const given = await assign(
      store,
      waiting.map((id, index) => assignment(id, ANA, { until: index % 2 ? null : 30_000 })),
    );
    assert.deepEqual(given.map(({ row }) => row.id).sort(), waiting.slice(0, 3).sort());
    assert.equal((await store.agent(WORKSPACE, 'ana'))?.load, 3);
  });

  told(
    'C6 two relays that give out the same at once give nothing twice, and nobody more than they have slots for',
    async (store, another) => {
      const relays = [store, await another()];
      const agents = Array.from({ length: 30 }, (_, index) => ({ id: `agent-${String(index)}`, name: `Agent ${String(index)}` }));
      for (const agent of agents) await cameIn(store, agent);
      const waiting = await Promise.all(Array.from({ length: 200 }, () => waitingOne(store)));
      // Each relay goes through all of it, and through the agents, in an order of its own; while customers write.
      const rounds = relays.flatMap((relay, which) =>
        Array.from({ length: 8 }, (_, round) => {
          const part = waiting.filter((_id, index) => index % 8 === (which ? 7 - round : round));
          return assign(
            relay,
            part.map((id, index) => assignment(id, agents[(index * 7 + which * 11 + round) % 30], { until: index % 2 ? null : 30_000 })),
          );
        }),
      );
      const customers = await Promise.all(waiting.slice(0, 50).map(async (id) => (await store.conversation(WORKSPACE, id))!.customer));
      const said = customers.map((customer, index) => say(relays[index % 2]!, waiting[index]!, asAuthor(customer), 'hello?'));
      const given = (await Promise.all(rounds)).flat();
      await Promise.all(said);
      assert.equal(new Set(given.map(({ row }) => row.id)).size, given.length);
      assert.equal((await unassigned(store, [QUEUE.id], 300)).length, 200 - given.length);
      for (const { load } of await store.agents(WORKSPACE)) assert.ok(load <= 3, String(load));
      for (const [index, id] of waiting.entries()) {
        const log = await store.eventsAfter(id, 0, 10);
        assert.deepEqual(
          log.map(({ seq }) => seq),
          log.map((_, place) => place + 1),
        );
        const mine = given.find(({ row }) => row.id === id);
        assert.deepEqual(
          log.map(({ type }) => type).sort(),
          [...(mine ? [mine.event.type] : []), 'conversation.started', ...(index < 50 ? ['message.sent'] : [])].sort(),
        );
      }
    },
  );

  told('C6 of a relay that gives something out and an agent who takes it at once one has it', async (store, another) => {
    const other = await another();
    for (const agent of [ANA, BEN]) await cameIn(store, agent);
    for (let round = 0; round < 10; round += 1) {
      const { row } = await startOne(store, await newCustomer(store));
      const command = v7();
      const taking = store.changeForAgent(WORKSPACE, row.id, command, 'ben', (now) => {
        if (now.offer || now.phase !== 'waiting') return { row: {}, events: [] };
        const accepted = { type: 'conversation.accepted', id: command, at: 2_000, by: BEN, agent: BEN } as const;
        return { row: { phase: 'active', agent: BEN, acceptedAt: 2_000, assignedAt: 2_000 }, events: [accepted] };
      });
      const [taken, given] = await Promise.all([taking, assign(other, [assignment(row.id, ANA, { slots: 100 })])]);
      assert.equal(taken.events.length + given.length, 1);
      assert.equal((await store.conversation(WORKSPACE, row.id))?.seq, 2);
    }
  });
}
