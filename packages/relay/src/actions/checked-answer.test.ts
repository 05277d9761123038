import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandOf } from '@deskbell/protocol/commands.js';
import { sealedFor } from '@deskbell/protocol/forms.js';
import { v7 } from 'uuid';
import { answering } from '../testing/answering.js';
import { answerTo } from '../testing/forms.js';
import { seal } from '../vault/seal.js';

const CARD = '4111111111111111';

test('FRM 5 FM4 what is wrong is told field by field, of sealed values too, and nothing is saved', async (t) => {
  const { relay, window, conversation, send, kept } = await answering(t);
  const sent = await send('return');
  const { seq } = await relay.row(conversation);
  const cells: [Record<string, string>, Record<string, string>, Record<string, string>][] = [
    [{}, {}, { order: 'missing' }],
    [{ order: 'H-1\0x' }, {}, { order: 'no-match' }],
    [{ order: 'x'.repeat(201) }, {}, { order: 'too-long' }],
    [{ order: 'H-1', why: 'Late' }, {}, { why: 'no-option' }],
    [{ order: 'H-1', why: 'Not wanted' }, { card: '4111111111111112' }, { card: 'no-card' }],
    [{ order: '1', why: 'Broken', photo: 'x' }, { account: 'y'.repeat(201) }, { order: 'no-match', photo: 'no-file', account: 'too-long' }],
  ];
  for (const [values, secrets, faults] of cells) {
    assert.equal(await window.ask(await answerTo(sent, values, secrets)), 'malformed');
    assert.deepEqual(window.of('refused').at(-1)?.fields, faults);
  }
  assert.deepEqual([(await relay.row(conversation)).seq, await kept()], [seq, []]);
  assert.equal(await window.ask(await answerTo(sent, { order: 'H-1' })), undefined);
});

test('FRM 4 FM6 what is sealed for another place, changed, open though masked or sealed though open is refused, and nothing is saved', async (t) => {
  const { relay, agent, window, conversation, send, kept } = await answering(t);
  const [sent, other] = [await send('return'), await send('return')];
  const good = { order: 'H-1' };
  const fresh = await answerTo(sent, good, { account: 'DE02' });
  const { key, values } = fresh.sealed!;
  const account = values.account!;
  const rival = await relay.vault.key('other');
  const place = sealedFor(conversation, sent.id, 'account');
  const sealed = (change: Record<string, unknown>, under = key) => ({ sealed: { key: under, values: change as typeof values } });
  const flipped = `${account.ct.startsWith('A') ? 'B' : 'A'}${account.ct.slice(1)}`;
  const { order } = (await answerTo(sent, {}, { order: 'H-1' })).sealed!.values;
  const bad: [Partial<CommandOf<'form.answer'>>, 'tampered' | 'malformed' | 'too-long'][] = [
    [sealed({ account: { ...account, ct: flipped } }), 'tampered'],
    [sealed({ account: { enc: account.ct.slice(0, 20), ct: account.ct } }), 'tampered'],
    [sealed({ account }, 'another'), 'tampered'],
    [sealed({ account: await seal(rival, 'DE02', place) }, rival.id), 'tampered'],
    [sealed({ account: await seal(rival, 'DE02', place) }), 'tampered'],
    [{ sealed: (await answerTo(other, good, { account: 'DE02' })).sealed! }, 'tampered'],
    [sealed({ card: account }), 'tampered'],
    [sealed({ account, order: order! }), 'malformed'],
    [sealed({ account, nothing: account }), 'malformed'],
    [{ values: { ...good, account: 'DE02' }, sealed: undefined }, 'malformed'],
    [{ values: { ...good, account: 'DE02' } }, 'malformed'],
    [{ sealed: (await answerTo(sent, good, { account: ' DE02\0' })).sealed! }, 'malformed'],
    [sealed({ account: { enc: 'a b', ct: 'x' } }), 'malformed'],
    [sealed({ account: { ...account, ct: 'A'.repeat(24_001) } }), 'too-long'],
  ];
  for (const [change, code] of bad) {
    const command = { ...fresh, id: v7(), ...change };
    assert.equal(await window.ask(command), code, JSON.stringify(change).slice(0, 200));
  }
  assert.deepEqual([await kept(), agent.of('form.answered')], [[], []]);
  assert.equal(
    relay.logged.some((line) => line.includes('DE02')),
    false,
  );
  // What is masked and not asked for with the others as they are is opened, and left out.
  const more = await answerTo(sent, good, { account: 'DE02', card: CARD });
  assert.equal(await window.ask(more), undefined);
  assert.deepEqual(
    (await kept()).map(({ field }) => field),
    ['account'],
  );
});

test('FRM 5 FM4 hostile names and values are left out or refused, and the socket goes on', async (t) => {
  const { relay, window, send } = await answering(t);
  const sent = await send('visit');
  const command = { ...(await answerTo(sent, { day: '2026-12-24' })), id: v7() };
  const raw = (text: string) => window.raw(JSON.stringify(command).replace('"values":{', `"values":{${text}`));
  raw('"toString":"x",');
  assert.equal((await window.next('refused')).code, 'malformed');
  assert.equal(await window.ask({ ...command, values: { day: 'x'.repeat(10_001) } }), 'too-long');
  assert.equal(await window.ask({ ...command, values: { day: 12 } as never }), 'malformed');
  assert.equal(await window.ask({ ...command, form: 'x' }), 'malformed');
  // A name that no form has goes nowhere, as with what is typed for no field.
  raw('"__proto__":"x","constructor":"x","stranger":"y",');
  const { values } = await window.next('form.answered');
  assert.deepEqual([values, Object.keys(values)], [{ day: '2026-12-24' }, ['day']]);
  assert.equal(
    relay.logged.some((line) => line.includes('a command failed')),
    false,
  );
});

test('FRM 5 a frame that is larger than any closes the socket, and the answer can be sent by the next', async (t) => {
  const { relay, customer, window, send } = await answering(t);
  const sent = await send('visit');
  const command = await answerTo(sent, { day: '2026-12-24' });
  window.raw(JSON.stringify({ ...command, values: { day: 'x'.repeat(70_000) } }));
  assert.equal(await window.closed, 'too-large');
  const next = (await relay.returning(customer)).client;
  assert.equal(await next.ask(command), undefined);
});
