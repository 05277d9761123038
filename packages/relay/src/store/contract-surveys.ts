import assert from 'node:assert/strict';
import { v7 } from 'uuid';
import { ANA, BEN, WORKSPACE, accepted, asAuthor, disposed, ended, newCustomer, startActive, startOne } from '../testing/conversations.js';
import { SYSTEM_AUTHOR, assignment, cameIn } from '../testing/routing.js';
import type { Told } from './contract.js';
import { SURVEY } from './contract-planned.js';
import type { Store } from './store.js';

const change = (store: Store, id: string, decide: Parameters<Store['changeConversation']>[3], command = v7()) =>
  store.changeConversation(WORKSPACE, id, command, decide);

/** Ends a conversation, and sends its survey, to every nth perhaps. Undefined where it was not sent. */
async function end(store: Store, id: string, everyNth?: number): Promise<string | undefined> {
  const survey = v7();
  const { events } = await change(store, id, (row) => {
    const over = ended(ANA, v7())(row);
    const sent = { type: 'survey.sent', id: survey, at: 9_000, by: SYSTEM_AUTHOR, survey: SURVEY } as const;
    return { row: { ...over.row, survey: 'sent' }, events: [...over.events, sent], everyNth };
  });
  return events.some(({ type }) => type === 'survey.sent') ? survey : undefined;
}

const answer = (store: Store, id: string, survey: string, score: number, at = 10_000, comment = '') =>
  change(store, id, (row) => {
    const event = { type: 'survey.answered', id: v7(), at, by: asAuthor(row.customer), survey, score, comment } as const;
    return { row: { survey: 'answered' }, events: [event] };
  });

const counts = async (store: Store, query: Partial<Parameters<Store['scoreCounts']>[0]> = {}) =>
  (await store.scoreCounts({ workspace: WORKSPACE, survey: SURVEY.id, timeZone: 'UTC', ...query })).map(({ of, since, score, count }) => [
    of?.id ?? null,
    since,
    score,
    count,
  ]);

/** What is sent, counted and answered. */
export function contractOfSurveys(told: Told): void {
  told('SUR 1 SV2 every nth is every nth, whichever relay ends how many at the same moment', async (store, another) => {
    const other = await another();
    const talks = await Promise.all(Array.from({ length: 12 }, () => startActive(store)));
    const sent = await Promise.all(talks.map(({ id }, index) => end(index % 2 === 0 ? store : other, id, 3)));
    assert.equal(sent.filter((each) => each !== undefined).length, 4);
    const rows = await Promise.all(talks.map(({ id }) => store.conversation(WORKSPACE, id)));
    assert.equal(rows.filter((row) => row?.survey === 'sent').length, 4);
    assert.deepEqual([...new Set(rows.map((row) => row?.survey ?? null))].sort(), [null, 'sent']);
  });

  told('SUR 1 SV2 an end that is refused, or comes again, is not counted', async (store) => {
    const [first, second] = [await startActive(store), await startActive(store)];
    const command = v7();
    const over = (row: Parameters<ReturnType<typeof ended>>[0]) => {
      const { row: next, events } = ended(ANA, command)(row);
      const sent = { type: 'survey.sent', id: v7(), at: 9_000, by: SYSTEM_AUTHOR, survey: SURVEY } as const;
      return { row: { ...next, survey: 'sent' as const }, events: [...events, sent], everyNth: 2 };
    };
    for (const _ of [1, 2, 3]) await change(store, first.id, over, command);
    await assert.rejects(
      change(store, second.id, () => {
        throw new Error('no');
      }),
    );
    assert.equal((await store.conversation(WORKSPACE, first.id))?.survey, null);
    assert.ok(await end(store, second.id, 2));
  });

  told('SUR 3 SV6 SV7 one survey a conversation, answered once, whatever is asked of the database', async (store, another) => {
    const { id } = await startActive(store);
    const survey = await end(store, id);
    assert.ok(survey);
    await assert.rejects(end(store, id));
    const other = await another();
    await Promise.all(Array.from({ length: 20 }, (_, index) => answer(index % 2 ? store : other, id, survey, (index % 5) + 1)));
    const [[, , , count] = [], ...more] = await counts(store);
    assert.deepEqual([count, more], [1, []]);
  });

  told('SUR 2 a score belongs to who had it last, also where nobody has it now, and to nobody where none ever had', async (store) => {
    for (const agent of [ANA, BEN]) await cameIn(store, agent);
    const given = await startOne(store, await newCustomer(store));
    await store.assign(WORKSPACE, [assignment(given.row.id, BEN, { until: null })], SYSTEM_AUTHOR, 2_000);
    const back = await startActive(store, ANA);
    await change(store, back.id, accepted(BEN, v7()));
    for (const id of [given.row.id, back.id]) {
      const returned = {
        type: 'conversation.returned',
        id: v7(),
        at: 3_000,
        by: SYSTEM_AUTHOR,
        queue: given.row.queue,
        why: 'vanished',
      } as const;
      const { row } = await change(store, id, () => ({ row: { phase: 'waiting', agent: null }, events: [returned] }));
      assert.deepEqual([row.agent, row.lastAgent?.id], [null, 'ben']);
    }
    const alone = await startOne(store, await newCustomer(store));
    assert.equal(alone.row.lastAgent, null);
    for (const id of [given.row.id, back.id, alone.row.id]) {
      const survey = await end(store, id);
      await answer(store, id, survey ?? '', 2);
    }
    assert.deepEqual(await counts(store, { by: 'agent' }), [
      ['ben', null, 2, 2],
      [null, null, 2, 1],
    ]);
    assert.deepEqual(await counts(store, { by: 'queue' }), [[given.row.queue.id, null, 2, 3]]);
  });

  told('SUR 2 answers are found by time and by stretches of the calendar of a place, long after the end too', async (store) => {
    // 23:30 in UTC on a Sunday is Monday in Berlin.
    const sunday = Date.parse('2026-11-15T23:30:00Z');
    const moments = [sunday, sunday + 3_600_000, Date.parse('2026-12-01T00:00:00Z')];
    const answered: string[] = [];
    for (const at of moments) {
      const { id } = await startActive(store);
      const survey = await end(store, id);
      await change(store, id, disposed(ANA, v7()));
      await answer(store, id, survey ?? '', 5, at, `at ${String(at)}`);
      answered.push(id);
    }
    const since = async (query: Parameters<typeof counts>[1]) => (await counts(store, query)).map(([, first, , count]) => [first, count]);
    assert.deepEqual(await since({ every: 'week' }), [
      ['2026-11-09', 1],
      ['2026-11-16', 1],
      ['2026-11-30', 1],
    ]);
    assert.deepEqual(await since({ every: 'week', timeZone: 'Europe/Berlin' }), [
      ['2026-11-16', 2],
      ['2026-11-30', 1],
    ]);
    assert.deepEqual(await since({ every: 'month' }), [
      ['2026-11-01', 2],
      ['2026-12-01', 1],
    ]);
    assert.deepEqual(await since({ from: sunday, to: moments[2] }), [[null, 2]]);
    assert.deepEqual(await since({ workspace: 'other' }), []);
    const query = { workspace: WORKSPACE, survey: SURVEY.id, limit: 2 };
    const first = await store.surveyAnswers({ ...query, page: null });
    const rest = await store.surveyAnswers({ ...query, page: first.next });
    assert.deepEqual(
      [...first.answers, ...rest.answers].map(({ conversation }) => conversation),
      answered.reverse(),
    );
    assert.deepEqual([rest.next, rest.answers[0]?.comment, rest.answers[0]?.agent?.id], [null, `at ${String(sunday)}`, 'ana']);
  });
}
