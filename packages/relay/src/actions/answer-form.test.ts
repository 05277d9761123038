import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandOf } from '@deskbell/protocol/commands.js';
import { v7 } from 'uuid';
import { answering } from '../testing/answering.js';
import { TestSender, picture } from '../testing/files.js';
import { answerTo, openKept } from '../testing/forms.js';
import { agentToken } from '../testing/tokens.js';

const DAY = 24 * 3_600_000;
const CARD = '4111111111111111';

test('FRM 2 FRM 4 FM6 an answer comes to both sides, what is masked by its names alone; sealed it is kept for as long as was promised', async (t) => {
  const { relay, agent, window, conversation, send, kept, saved } = await answering(t);
  const sent = await send('return');
  relay.clock.now += 5_000;
  const command = await answerTo(sent, { order: ' H-12\n', why: 'Not wanted' }, { account: 'DE02 1203', card: CARD });
  assert.equal(await window.ask(command), undefined);
  const event = await agent.next('form.answered');
  assert.deepEqual(
    [event.id, event.form, event.name, event.values, event.masked, 'attachments' in event],
    [command.id, sent.id, 'Send something back', { order: 'H-12', why: 'Not wanted' }, ['account', 'card'], false],
  );
  assert.deepEqual(await window.next('form.answered'), event);
  const values = await kept();
  assert.deepEqual(
    values.map(({ field, form, workspace, expires_at }) => [field, form, workspace, expires_at]),
    ['account', 'card'].map((field) => [field, sent.id, 'harbour', relay.clock.now + 30 * DAY]),
  );
  assert.deepEqual(await Promise.all(values.map((value) => openKept(relay, value))), ['DE02 1203', CARD]);
  const { awaitingSince, lastLine } = await relay.row(conversation);
  assert.deepEqual([awaitingSince, lastLine], [relay.clock.now, null]);
  for (const secret of ['DE02', CARD, command.sealed!.values.card!.ct]) {
    assert.doesNotMatch(await saved(), new RegExp(secret));
    assert.doesNotMatch(relay.logged.join('\n'), new RegExp(secret));
    assert.doesNotMatch(JSON.stringify([agent.received, window.received]), new RegExp(secret));
  }
});

test('FRM 2 O2 FM5 a form is answered once: the same again is told what came of it, another answer is refused', async (t) => {
  const { relay, agent, window, conversation, send, kept } = await answering(t);
  const sent = await send('secret');
  const command = await answerTo(sent, {}, { pin: '1234' });
  for (let time = 0; time < 3; time++) assert.equal(await window.ask(command), undefined);
  assert.equal(new Set(window.of('form.answered').map(({ seq }) => seq)).size, 1);
  const other = await answerTo(sent, {}, { pin: '9999' });
  assert.equal(await window.ask(other), 'wrong-phase');
  assert.match(window.of('refused').at(-1)!.detail, /answered already/);
  assert.equal(await window.ask({ ...other, id: sent.id }), 'id-used');
  const [value] = await kept();
  assert.deepEqual([(await kept()).length, await openKept(relay, value!), value!.expires_at], [1, '1234', null]);
  await agent.ask({ type: 'conversation.end', id: v7(), conversation });
  assert.equal(await window.ask(command), undefined);
  assert.equal((await relay.row(conversation)).seq, 5);
});

test('FRM 2 FM5 of two windows that answer at the same moment one is taken', async (t) => {
  const { relay, customer, window, send, kept } = await answering(t);
  const sent = await send('secret');
  const again = (await relay.returning(customer)).client;
  const commands = await Promise.all(['1111', '2222'].map((pin) => answerTo(sent, {}, { pin })));
  const answers = await Promise.all([window.ask(commands[0]!), again.ask(commands[1]!)]);
  assert.deepEqual(answers.sort(), ['wrong-phase', undefined]);
  assert.equal((await kept()).length, 1);
});

test('FRM 2 FM5 it is for its customer alone, and for as long as the conversation is open, whoever has it', async (t) => {
  const { relay, agent, window, conversation, send, kept } = await answering(t);
  const [first, second, third] = [await send('visit'), await send('visit'), await send('visit')];
  const stranger = await relay.waiting();
  const answer = (sent: typeof first) => answerTo(sent, { day: '2026-12-24' });
  assert.equal(await stranger.client.ask(await answer(first)), 'not-found');
  assert.equal(await stranger.client.ask({ ...(await answer(first)), conversation: stranger.conversation }), 'not-found');
  assert.equal(await agent.ask(await answer(first)), 'wrong-role');
  assert.equal(await window.ask({ ...(await answer(first)), form: v7() }), 'not-found');
  const ben = await relay.available('ben');
  await agent.ask({ type: 'conversation.transfer', id: v7(), conversation, to: { queue: 'front' } });
  const place = window.of('queue.placed').length;
  assert.equal(await window.ask(await answer(first)), undefined);
  assert.equal((await relay.row(conversation)).awaitingSince, relay.clock.now);
  await relay.settle();
  await ben.ask({ type: 'conversation.accept', id: v7(), conversation });
  assert.equal((await relay.row(conversation)).agent?.id, 'ben');
  assert.equal(await window.ask(await answer(second)), undefined);
  assert.ok(window.of('queue.placed').length >= place);
  await ben.ask({ type: 'conversation.end', id: v7(), conversation });
  assert.equal(await window.ask(await answer(third)), 'wrong-phase');
  assert.deepEqual(await kept(), []);
});

test('FRM 1 U8 files of an answer are the conversation’s: both sides get them, and nobody’s else’s go along', async (t) => {
  const { relay, agent, customer, window, send } = await answering(t);
  const [cleo, ana] = [new TestSender(relay, customer.token), new TestSender(relay, await agentToken())];
  const [lamp, other] = [await cleo.upload({ bytes: await picture(), name: 'lamp.png' }), await cleo.upload({ bytes: 'x', name: 'a.txt' })];
  const theirs = await ana.upload({ bytes: 'x', name: 'b.txt' });
  const sent = await send('return');
  const answer = async (photo: string, more: Partial<CommandOf<'form.answer'>> = {}) =>
    window.ask({ ...(await answerTo(sent, { order: 'H-1', why: 'Broken', photo })), ...more });
  assert.equal(await answer(theirs.id), 'not-found');
  assert.equal(await answer(v7()), 'not-found');
  assert.equal(await answer(lamp.id, { attachments: [{ id: other.id }] }), 'malformed');
  // Not asked for with this reason: then it does not go along either.
  assert.equal(
    await answer(lamp.id, { values: { order: 'H-1', why: 'Not wanted', photo: lamp.id }, attachments: [{ id: lamp.id }] }),
    'malformed',
  );
  assert.equal((await cleo.state(lamp.id)).state, 'ready');
  assert.equal(await answer(`${other.id}\n${lamp.id}`, { attachments: [{ id: lamp.id, alt: 'A broken lamp' }] }), undefined);
  const event = await agent.next('form.answered');
  assert.equal(event.values.photo, `${other.id}\n${lamp.id}`);
  assert.deepEqual(event.attachments, [other.attachment, { ...lamp.attachment, alt: 'A broken lamp' }]);
  assert.deepEqual(
    await Promise.all([cleo, ana].map(async (sender) => (await sender.ask('GET', `/${lamp.id}/address`)).status)),
    [200, 200],
  );
  assert.equal(await cleo.tell('DELETE', `/${lamp.id}`), 'wrong-phase');
});

test('FRM 2 L10 an answer wakes what is snoozed, and its agent is told of their slot', async (t) => {
  const { relay, agent, window, conversation, send } = await answering(t);
  const sent = await send('visit');
  await agent.ask({ type: 'conversation.snooze', id: v7(), conversation, until: relay.clock.now + 60_000 });
  const told = agent.of('status.changed').length;
  assert.equal(await window.ask(await answerTo(sent, { day: '2026-12-24' })), undefined);
  const row = await relay.row(conversation);
  assert.deepEqual([row.snoozedUntil, row.awaitingSince], [null, relay.clock.now]);
  await agent.beat();
  assert.equal(agent.of('status.changed').length, told + 1);
});

test('FRM 4 FM8 masked values go when their time is up, whichever relay looks, and the rest of the answer stays', async (t) => {
  const { relay, agent, window, conversation, send, kept } = await answering(t);
  const [sent, forEver] = [await send('return'), await send('secret')];
  await window.ask(await answerTo(sent, { order: 'H-1' }, { account: 'DE02' }));
  await window.ask(await answerTo(forEver, {}, { pin: '1234' }));
  // The settings change their mind, and the promise of the form stays.
  relay.clock.now += 30 * DAY - 1;
  relay.server.tick();
  await relay.server.idle();
  assert.deepEqual(
    (await kept()).map(({ field }) => field),
    ['account', 'pin'],
  );
  relay.clock.now += 1;
  relay.server.tick();
  await relay.server.idle();
  assert.deepEqual(
    (await kept()).map(({ field }) => field),
    ['pin'],
  );
  const [event] = agent.of('form.answered');
  assert.deepEqual(await relay.store.event(conversation, event!.id), event);
});

test('O4 answers that come too quickly are refused like messages', async (t) => {
  const { window, send, relay } = await answering(t);
  const sent = await send('visit');
  const bad = { ...(await answerTo(sent, {})), form: v7() };
  const codes = new Set<string | undefined>();
  for (let time = 0; time < 25; time++) codes.add(await window.ask({ ...bad, id: v7() }));
  assert.deepEqual([...codes], ['not-found', 'slow-down']);
  relay.clock.now += 10_000;
  assert.equal(await window.ask(await answerTo(sent, { day: '2026-12-24' })), undefined);
});
