import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { v7 } from 'uuid';
import { DESK } from '../testing/settings.js';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { agentToken } from '../testing/tokens.js';

const NPS = { id: 'nps', name: 'Recommend', kind: 'nps', question: 'Would you recommend us?', comment: 'Why?', unattended: true } as const;
const queues = [
  { id: 'front', name: 'Front', survey: 'nps' },
  { id: 'back', name: 'Back office', survey: 'nps' },
];

const surveying = (t: TestContext): Promise<TestRelay> => testRelay(t, { settings: { surveys: [NPS], queues } });

/** A conversation that ends in a queue, with an agent or without, and its answer. */
async function answers(
  relay: TestRelay,
  score: number,
  comment = '',
  { agent, queue }: { agent?: string; queue?: string } = {},
): Promise<string> {
  const { client, conversation } = await relay.waiting();
  if (agent !== undefined) {
    const desk = await relay.agent({ id: agent, name: agent.toUpperCase() });
    await desk.ask({ type: 'conversation.accept', id: v7(), conversation });
    // In the other queue nobody takes it any more: the customer leaves.
    if (queue !== undefined) await desk.ask({ type: 'conversation.transfer', id: v7(), conversation, to: { queue } });
  }
  await client.ask({ type: 'conversation.end', id: v7(), conversation });
  const { id: survey } = await client.next('survey.sent');
  await client.ask({ type: 'survey.answer', id: v7(), conversation, survey, score, comment });
  return conversation;
}

interface Result {
  readonly kind: string;
  readonly of: { readonly id: string; readonly name: string } | null;
  readonly since: string | null;
  readonly count: number;
  readonly average: number;
  readonly nps: number | null;
  readonly distribution: Record<string, number>;
}

const supervisor = () => agentToken({ id: 'sue', role: 'supervisor' });
const results = async (relay: TestRelay, query = ''): Promise<Result[]> =>
  ((await (await relay.get(`/v1/surveys/nps/results${query}`, await supervisor())).json()) as { results: Result[] }).results;

test('SUR 2 SV10 results by agent and by queue, each average beside its count; transferred, they are the last agent’s', async (t) => {
  const relay = await surveying(t);
  await answers(relay, 10, 'Great', { agent: 'ana' });
  await answers(relay, 3, '', { agent: 'ana', queue: 'back' });
  await answers(relay, 8);
  const brief = (list: Result[]) => list.map(({ of, count, average, nps }) => [of?.id ?? null, of?.name ?? null, count, average, nps]);
  assert.deepEqual(brief(await results(relay, '?by=agent')), [
    ['ana', 'ANA', 2, 6.5, 0],
    [null, null, 1, 8, 0],
  ]);
  assert.deepEqual(brief(await results(relay, '?by=queue')), [
    ['back', 'Back office', 1, 3, -100],
    ['front', 'Front', 2, 9, 50],
  ]);
  const [all, ...more] = await results(relay);
  assert.deepEqual([all?.count, all?.average, all?.nps, all?.kind, more], [3, 7, 0, 'nps', []]);
  assert.deepEqual(all?.distribution, { 0: 0, 1: 0, 2: 0, 3: 1, 4: 0, 5: 0, 6: 0, 7: 0, 8: 1, 9: 0, 10: 1 });
});

test('SUR 2 SV10 results by time: from, to, and by day in a time zone', async (t) => {
  const relay = await surveying(t);
  relay.clock.now = Date.parse('2026-11-16T23:30:00Z');
  await answers(relay, 9);
  relay.clock.now = Date.parse('2026-11-17T00:30:00Z');
  await answers(relay, 9);
  const days = async (query: string) => (await results(relay, `?every=day${query}`)).map(({ since, count }) => [since, count]);
  assert.deepEqual(await days(''), [
    ['2026-11-16', 1],
    ['2026-11-17', 1],
  ]);
  assert.deepEqual(await days('&timeZone=Europe/Berlin'), [['2026-11-17', 2]]);
  assert.deepEqual(await days('&from=2026-11-17'), [['2026-11-17', 1]]);
  assert.deepEqual(await days(`&to=${String(Date.parse('2026-11-17'))}`), [['2026-11-16', 1]]);
  assert.deepEqual(await days('&from=2026-11-17T00:00:00%2B01:00&to=2026-11-17T01:00:00%2B01:00'), [['2026-11-16', 1]]);
});

test('SUR 2 SV10 the answers themselves, newest first, page by page', async (t) => {
  const relay = await surveying(t);
  const conversations: string[] = [];
  for (const [index, comment] of ['one', 'two', 'three'].entries()) {
    relay.clock.now += 1_000;
    conversations.unshift(await answers(relay, index, comment));
  }
  interface Page {
    readonly answers: { conversation: string; score: number; comment: string; agent: unknown; queue: unknown }[];
    readonly next: string | null;
  }
  const page = async (query: string): Promise<Page> =>
    (await (await relay.get(`/v1/surveys/nps/answers${query}`, await supervisor())).json()) as Page;
  const first = await page('?limit=2');
  const second = await page(`?limit=2&page=${String(first.next)}`);
  const all = [...first.answers, ...second.answers];
  assert.deepEqual(
    all.map(({ conversation }) => conversation),
    conversations,
  );
  assert.deepEqual(
    all.map(({ score, comment }) => [score, comment]),
    [
      [2, 'three'],
      [1, 'two'],
      [0, 'one'],
    ],
  );
  assert.deepEqual([second.next, all[0]?.agent, all[0]?.queue], [null, null, { id: 'front', name: 'Front' }]);
});

test('SUR 2 SV10 results are for supervisors and admins of the workspace, and for pages of desks', async (t) => {
  const relay = await surveying(t);
  await answers(relay, 9);
  const status = async (token: string | undefined, path = '/v1/surveys/nps/results') => (await relay.get(path, token)).status;
  const admin = await agentToken({ role: 'admin' });
  const other = await agentToken({
    role: 'admin',
    workspace: 'other',
    secret: 'the secret of the desk, known to its server only, another one',
  });
  assert.deepEqual(
    [
      await status(undefined),
      await status((await relay.customer()).token),
      await status(await agentToken()),
      await status(admin),
      await status(other),
    ],
    [401, 403, 403, 200, 404],
  );
  assert.deepEqual(
    [await status(await agentToken(), '/v1/surveys/nps/answers'), await status(admin, '/v1/surveys/none/results')],
    [403, 404],
  );
  for (const query of ['by=site', 'every=hour', 'from=soon', 'from=2026-99-01', 'every=day&timeZone=Mars/Base', 'timeZone=%2B01:00'])
    assert.equal(await status(admin, `/v1/surveys/nps/results?${query}`), 400, query);
  const response = await fetch(`${relay.url}/v1/surveys/nps/results`, { headers: { origin: DESK, authorization: `Bearer ${admin}` } });
  assert.equal(response.headers.get('access-control-allow-origin'), DESK);
});

test('SUR 2 SV10 what was answered stays when the survey goes out of the settings, and one without answers has no results', async (t) => {
  const relay = await surveying(t);
  assert.deepEqual(await results(relay), []);
  await answers(relay, 9);
  const admin = await agentToken({ id: 'root', role: 'admin' });
  const now = (await (await relay.get('/v1/settings', admin)).json()) as { queues: object[] };
  const changed = await relay.put('/v1/settings', { ...now, surveys: [], queues: queues.map(({ id, name }) => ({ id, name })) }, admin);
  assert.equal(changed.status, 200, await changed.text());
  assert.equal((await results(relay))[0]?.count, 1);
});
