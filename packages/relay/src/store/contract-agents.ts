import assert from 'node:assert/strict';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import { ANA, BEN, WORKSPACE, accepted, refusedWith, startActive, startOne } from '../testing/conversations.js';
import { assignment, cameIn, set, waitingOne } from '../testing/routing.js';
import type { Told } from './contract.js';

const OFFER = { agent: { id: ANA.id, name: ANA.name }, until: 30_000 };

/** Agents: that they are there, what they chose, and what they have. */
export function contractOfAgents(told: Told): void {
  told('N5 an agent is known from the first change on, in that workspace only', async (store) => {
    const fresh = { workspace: WORKSPACE, id: 'ana', name: 'Ana Ruiz', status: 'away', idle: false, prepUntil: null, idleSince: 0 };
    assert.equal(await store.agent(WORKSPACE, 'ana'), undefined);
    const row = await store.changeAgent({ workspace: WORKSPACE, id: 'ana', name: 'Ana Ruiz' }, () => null);
    assert.deepEqual(row, { ...fresh, seenUntil: null, load: 0, ongoing: 0 });
    const change = { name: 'Ana R.', status: 'lunch', idle: true, prepUntil: 5_000, idleSince: 6_000, seenUntil: 7_000 };
    const changed = await store.changeAgent(row, () => change);
    assert.deepEqual(changed, { ...row, ...change });
    assert.deepEqual(await store.agent(WORKSPACE, 'ana'), changed);
    await cameIn(store, { id: 'Aaron', name: '"A\\' });
    assert.equal(await store.agent('other', 'ana'), undefined);
    assert.deepEqual(await store.agents('other'), []);
    assert.deepEqual((await store.agents(WORKSPACE)).map(({ id }) => id).sort(), ['Aaron', 'ana']);
    assert.deepEqual(await store.agents(WORKSPACE, ['nobody', 'ana']), [changed]);
    assert.deepEqual(await store.agents(WORKSPACE, []), []);
  });

  told('C1, C2, C3 what is offered, what is active and a timed wrap-up take a slot', async (store) => {
    await cameIn(store);
    const counts = async () => {
      const agent = await store.agent(WORKSPACE, 'ana');
      assert.deepEqual((await store.agents(WORKSPACE))[0], agent);
      return [agent?.load, agent?.ongoing];
    };
    const offered = await waitingOne(store);
    await set(store, offered, { offer: OFFER });
    assert.deepEqual(await counts(), [1, 0]);
    const { id } = await startActive(store);
    assert.deepEqual(await counts(), [2, 1]);
    await set(store, id, { snoozedUntil: 20_000 });
    assert.deepEqual(await counts(), [1, 1]);
    await set(store, id, { phase: 'wrapUp', snoozedUntil: null });
    assert.deepEqual(await counts(), [1, 1]);
    await set(store, id, { wrapUpUntil: 20_000 });
    assert.deepEqual(await counts(), [2, 1]);
    await set(store, id, { phase: 'closed' });
    await set(store, offered, { offer: null });
    await startActive(store, BEN);
    assert.deepEqual(await counts(), [0, 0]);
  });

  told('N1, N4 who is there is seen again, who has signed out is not brought back', async (store) => {
    await cameIn(store);
    await cameIn(store, BEN, { seenUntil: null });
    const all = ['ana', 'ben', 'nobody'].map((id) => ({ workspace: WORKSPACE, id }));
    await store.seeAgents([...all, { workspace: 'other', id: 'ana' }], 200_000);
    assert.deepEqual(
      (await store.agents(WORKSPACE)).map(({ id, seenUntil }) => [id, seenUntil]),
      [
        ['ana', 200_000],
        ['ben', null],
      ],
    );
    await store.seeAgents([], 300_000);
    assert.equal((await store.agent(WORKSPACE, 'ana'))?.seenUntil, 200_000);
  });

  told('N5 a decision that refuses changes nothing, and makes nobody', async (store) => {
    const refuse = (): never => {
      throw new RelayError('still-busy');
    };
    const ana = { workspace: WORKSPACE, id: 'ana', name: 'Ana' };
    await assert.rejects(store.changeAgent(ana, refuse), refusedWith('still-busy'));
    assert.equal(await store.agent(WORKSPACE, 'ana'), undefined);
    const row = await cameIn(store);
    await assert.rejects(store.changeAgent(ana, refuse), refusedWith('still-busy'));
    assert.deepEqual(await store.agent(WORKSPACE, 'ana'), row);
  });

  told('N5 of many changes at once each sees what was changed before it', async (store, another) => {
    const stores = [store, await another()];
    const ana = { workspace: WORKSPACE, id: 'ana', name: 'Ana' };
    const changes = Array.from({ length: 40 }, (_, index) =>
      stores[index % 2]!.changeAgent(ana, ({ idleSince }) => ({ idleSince: idleSince + 1 })),
    );
    const seen = (await Promise.all(changes)).map(({ idleSince }) => idleSince);
    assert.deepEqual(
      seen.sort((a, b) => a - b),
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  told('C6 an agent who accepts in several windows at once gets no more than there are slots', async (store, another) => {
    const stores = [store, await another()];
    await cameIn(store);
    const waiting = await Promise.all(Array.from({ length: 8 }, () => waitingOne(store)));
    const outcomes = await Promise.allSettled(
      waiting.map((id, index) => {
        const command = v7();
        return stores[index % 2]!.changeForAgent(WORKSPACE, id, command, 'ana', (row, { load }) => {
          if (load >= 3) throw new RelayError('no-slot');
          return accepted(ANA, command, 2_000 + index)(row);
        });
      }),
    );
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 3);
    const { load, idleSince } = (await store.agent(WORKSPACE, 'ana'))!;
    assert.deepEqual([load, idleSince >= 2_002], [3, true]);
    assert.equal((await store.unassigned(WORKSPACE, ['support'], 10)).length, 5);
  });

  told('C6 whoever signed out, let something pass or has no slot left is not among those who are ready', async (store) => {
    for (const id of ['ana', 'ben', 'carl', 'dora']) await cameIn(store, { id, name: id });
    await cameIn(store, { id: 'ben', name: 'ben' }, { idle: true });
    await cameIn(store, { id: 'carl', name: 'carl' }, { seenUntil: null });
    const ready = async (below: number) => (await store.readyAgents(WORKSPACE, below)).map(({ id, load }) => [id, load]);
    assert.deepEqual(await ready(1), [
      ['ana', 0],
      ['dora', 0],
    ]);
    await set(store, await waitingOne(store), { offer: { ...OFFER, agent: { id: 'dora', name: 'dora' } } });
    assert.deepEqual(await ready(1), [['ana', 0]]);
    assert.deepEqual(await ready(2), [
      ['ana', 0],
      ['dora', 1],
    ]);
    assert.deepEqual(await store.readyAgents('other', 2), []);
  });

  told('N3 what an agent lost does not count as something new, and nobody can have what nobody is there for', async (store) => {
    await cameIn(store);
    const { id } = await startActive(store);
    const returned = {
      type: 'conversation.returned',
      at: 50_000,
      by: ANA,
      queue: { id: 'support', name: 'Support' },
      why: 'vanished',
    } as const;
    const back = await store.changeForAgent(WORKSPACE, id, v7(), 'ana', (_row, agent) => {
      assert.equal(agent.ongoing, 1);
      return { row: { phase: 'waiting', agent: null, acceptedAt: null, assignedAt: null }, events: [{ ...returned, id: v7() }] };
    });
    assert.deepEqual([back.row.phase, back.row.waitingSince, back.row.agent], ['waiting', 1_000, null]);
    assert.equal((await store.agent(WORKSPACE, 'ana'))?.idleSince, 0);
    const nobody = store.changeForAgent(WORKSPACE, id, v7(), 'nobody', () => assert.fail('asked'));
    await assert.rejects(nobody, refusedWith('not-found'));
  });

  told('L9 what was given back is still the one open conversation of its customer', async (store) => {
    const { customer, id } = await startActive(store);
    await set(store, id, { phase: 'waiting', agent: null, acceptedAt: null, assignedAt: null });
    const again = startOne(store, { ...customer, workspace: WORKSPACE, email: null, externalId: null });
    await assert.rejects(again, (fault) => fault instanceof RelayError && fault.code === 'already-open' && fault.conversation === id);
    assert.equal((await store.openConversationOf(WORKSPACE, customer.id))?.id, id);
  });

  told('N1 agents are seen and given something at once, in whatever order they are named, without a deadlock', async (store, another) => {
    const other = await another();
    const agents = Array.from({ length: 20 }, (_, index) => ({ id: `agent-${String(index)}`, name: '', workspace: WORKSPACE }));
    for (const agent of agents) await cameIn(store, agent);
    const waiting = await Promise.all(Array.from({ length: 100 }, () => waitingOne(store)));
    const seeing = Array.from({ length: 10 }, (_, round) => other.seeAgents(round % 2 ? agents : agents.toReversed(), 200_000 + round));
    const giving = Array.from({ length: 5 }, (_, round) =>
      store.assign(
        WORKSPACE,
        agents.map((agent, index) => assignment(waiting[round * 20 + index]!, agent, { slots: 5 })),
        ANA,
        2_000,
      ),
    );
    await Promise.all(seeing);
    assert.equal((await Promise.all(giving)).flat().length, 100);
    assert.ok((await store.agents(WORKSPACE)).every(({ load, seenUntil }) => load === 5 && (seenUntil ?? 0) >= 200_000));
  });
}
