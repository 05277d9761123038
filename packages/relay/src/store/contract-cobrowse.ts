import assert from 'node:assert/strict';
import { v7 } from 'uuid';
import { AT, MINUTE, allow, dueOf, inChat, trail, whats, withCode } from '../testing/cobrowse.js';
import { ANA, BEN, WORKSPACE, asAuthor, ended, newCustomer, startActive, startOne } from '../testing/conversations.js';
import { SYSTEM_AUTHOR } from '../testing/routing.js';
import type { Told } from './contract.js';

/** Co-browse sessions. */
export function contractOfCobrowse(told: Told): void {
  told('COB 1 CB5 a session in a chat is saved with its event, line and time-out, or not at all', async (store) => {
    const { id } = await startActive(store);
    const { session, talk } = await inChat(store, id);
    assert.deepEqual([talk?.events[0]?.type, talk?.events[0]?.id, talk?.row.seq], ['cobrowse.asked', session.id, 3]);
    assert.deepEqual([session.state, session.site, session.conversation, await whats(store)], ['asked', 'shop', id, ['cobrowse.asked']]);
    assert.equal(await dueOf(store, session.id), AT + 10 * MINUTE);
    await assert.rejects(inChat(store, id), { code: 'already-open' });
    await assert.rejects(inChat(store, v7()), { code: 'not-found' });
    assert.deepEqual([(await store.eventsAfter(id, 0, 10)).length, await whats(store)], [3, ['cobrowse.asked']]);
  });

  told('COB 1 CB5 of two who ask in one chat at the same moment one does', async (store, another) => {
    const other = await another();
    const { id } = await startActive(store);
    const asked = await Promise.allSettled([inChat(store, id), inChat(other, id), inChat(store, id)]);
    assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal((await store.eventsAfter(id, 2, 10)).length, 1);
  });

  told('COB 1 CB5 begun twice it is begun once; the id of another’s is used', async (store, another) => {
    const other = await another();
    const { id } = await startActive(store);
    const session = v7();
    const twice = await Promise.all([inChat(store, id, { id: session }), inChat(other, id, { id: session })]);
    assert.deepEqual(twice.map(({ again }) => again).sort(), [false, true]);
    assert.equal((await inChat(store, id, { id: session })).again, true);
    for (const change of [
      { agent: { id: BEN.id, name: BEN.name } },
      { conversation: null, by: 'code' as const },
      { workspace: 'other', conversation: null },
    ])
      await assert.rejects(withCode(store, 'h1', { id: session, conversation: id, by: 'chat', ...change }), { code: 'id-used' });
    assert.deepEqual(await whats(store), ['cobrowse.asked']);
  });

  told(
    'COB 1 CB5 a chat that its agent does not have any more ends its session, in the same transaction, and says who did',
    async (store) => {
      const takes = { row: { phase: 'waiting', agent: null } } as const;
      const cases = [
        [ended(ANA, v7()), 'agent'],
        [(row: Parameters<ReturnType<typeof ended>>[0]) => ended(asAuthor(row.customer), v7())(row), 'customer'],
        [
          () => ({ ...takes, events: [{ type: 'conversation.woken', id: v7(), at: 9_000, by: SYSTEM_AUTHOR, why: 'time' } as const] }),
          'gone',
        ],
        [
          () => ({
            row: { agent: { id: BEN.id, name: BEN.name } },
            events: [
              {
                type: 'conversation.transferred',
                id: v7(),
                at: 9_000,
                by: ANA,
                queue: { id: 'q', name: 'Q' },
                agent: { id: BEN.id, name: BEN.name },
              } as const,
            ],
          }),
          'agent',
        ],
      ] as const;
      for (const [decide, why] of cases) {
        const { id } = await startActive(store);
        const { session } = await inChat(store, id);
        const changed = await store.changeConversation(WORKSPACE, id, v7(), decide);
        const last = changed.events.at(-1);
        assert.ok(last?.type === 'cobrowse.ended');
        assert.deepEqual([last.id, last.session, last.why, last.seq], [session.endEvent, session.id, why, changed.row.seq]);
        assert.deepEqual(changed.cobrowse, { id: session.id, end: why });
        const after = await store.cobrowse(WORKSPACE, session.id);
        assert.deepEqual([after?.state, after?.end, after?.endedAt], ['ended', why, 9_000]);
        const written = (await trail(store)).at(-1);
        assert.ok(written?.what === 'cobrowse.ended');
        assert.deepEqual(
          [written.session, written.conversation, written.why, written.who.name === 'Kim Lee'],
          [session.id, id, why, false],
        );
      }
    },
  );

  told('COB 3 CB5 a session beside a chat, begun by a code, ends with it, and the log tells where it told of it', async (store) => {
    for (const isAllowed of [false, true]) {
      const { id } = await startActive(store);
      const { session } = await withCode(store, v7(), { conversation: id });
      if (isAllowed) await allow(store, session);
      const changed = await store.changeConversation(WORKSPACE, id, v7(), ended(ANA, v7()));
      assert.deepEqual(
        [changed.cobrowse?.id, changed.events.map(({ type }) => type)],
        [session.id, ['conversation.ended', ...(isAllowed ? ['cobrowse.ended'] : [])]],
      );
      assert.equal((await store.cobrowse(WORKSPACE, session.id))?.state, 'ended');
    }
  });

  told('COB 1 CB5 what leaves the chat with its agent leaves the session alone', async (store) => {
    const { id } = await startActive(store);
    const { session } = await inChat(store, id);
    const changed = await store.changeConversation(WORKSPACE, id, v7(), () => ({
      row: { snoozedUntil: 5_000 },
      events: [{ type: 'conversation.snoozed', id: v7(), at: 3_000, by: ANA, until: 5_000 }],
    }));
    assert.equal(changed.cobrowse, undefined);
    assert.equal((await store.cobrowse(WORKSPACE, session.id))?.state, 'asked');
    const waiting = await startOne(store, await newCustomer(store));
    assert.equal((await store.changeConversation(WORKSPACE, waiting.row.id, v7(), ended(ANA, v7()))).cobrowse, undefined);
  });

  told('COB 1 CB1 of an end and an answer at the same moment one is first, and the other sees it', async (store, another) => {
    const other = await another();
    for (let round = 0; round < 10; round += 1) {
      const { id } = await startActive(store);
      const { session } = await inChat(store, id);
      const seen: string[] = [];
      await Promise.all([
        store.changeConversation(WORKSPACE, id, v7(), ended(ANA, v7())),
        other.changeCobrowse(WORKSPACE, session.id, ({ state }) => {
          seen.push(state);
          if (state === 'ended') return null;
          const event = { type: 'cobrowse.allowed', id: v7(), at: AT, by: ANA, session: session.id } as const;
          return { row: { state: 'allowed' }, event, audit: [] };
        }),
      ]);
      assert.equal((await store.cobrowse(WORKSPACE, session.id))?.state, 'ended');
      const types = (await store.eventsAfter(id, 2, 10)).map(({ type }) => type);
      assert.deepEqual(types.filter((type) => type.startsWith('cobrowse')).at(-1), 'cobrowse.ended');
      assert.equal(types.includes('cobrowse.allowed'), seen.at(-1) === 'asked');
    }
  });

  told('COB 4 CB8 who is there is seen, never backwards, and what ended is forgotten with its passes', async (store) => {
    const { session } = await withCode(store, 'h1');
    await store.seeCobrowse('agent', [session.id, v7()], AT + 5);
    await store.seeCobrowse('customer', [session.id], AT + 7);
    await store.seeCobrowse('customer', [session.id], AT + 6);
    const { agentSeen, customerSeen } = (await store.cobrowse(WORKSPACE, session.id))!;
    assert.deepEqual([agentSeen, customerSeen], [AT + 5, AT + 7]);
    await store.savePass({ hash: 'p1', session: session.id, side: 'agent', until: AT * 2, at: AT });
    await store.forgetCobrowse(WORKSPACE, session.id);
    assert.ok(await store.cobrowse(WORKSPACE, session.id));
    assert.deepEqual(await store.countCobrowse(), [{ state: 'code', count: 1 }]);
    await store.changeCobrowse(WORKSPACE, session.id, () => ({ row: { state: 'ended', endedAt: AT, end: 'agent' }, audit: [] }));
    assert.equal(await dueOf(store, session.id), AT + 24 * 60 * MINUTE);
    assert.deepEqual([await store.countCobrowse(), await store.liveCobrowse(WORKSPACE, 'ana')], [[], []]);
    await store.forgetCobrowse('other', session.id);
    assert.ok(await store.cobrowse(WORKSPACE, session.id));
    await store.forgetCobrowse(WORKSPACE, session.id);
    assert.equal(await store.cobrowse(WORKSPACE, session.id), undefined);
  });

  told('COB 4 CB2 another workspace’s session is not there', async (store) => {
    const { session } = await withCode(store, 'h1');
    assert.equal(await store.cobrowse('other', session.id), undefined);
    await assert.rejects(
      store.changeCobrowse('other', session.id, () => null),
      { code: 'not-found' },
    );
    assert.deepEqual(await store.liveCobrowse('other', 'ana'), []);
  });
}
