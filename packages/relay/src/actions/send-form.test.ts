import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { FORMS, answerTo, formsRelay, sendForm } from '../testing/forms.js';
import { testFolder } from '../testing/relay.js';
import { agentToken } from '../testing/tokens.js';

const send = (conversation: string, form = 'visit', id = v7()) => ({ type: 'form.send', id, conversation, form }) as const;

test('FRM 2 FM5 a form comes to both sides as it stands, with what its masked fields are sealed for', async (t) => {
  const { relay, agent, customer, conversation } = await formsRelay(t, { files: await testFolder(t) });
  const event = await sendForm(agent, customer.client, conversation, 'return');
  assert.deepEqual(event.vault, await relay.vault.key('harbour'));
  assert.equal(event.retentionDays, 30);
  assert.deepEqual(event.form, {
    id: 'return',
    name: 'Send something back',
    secured: false,
    fields: FORMS[0].fields.map((field) => ({ required: false, masked: false, ...field })),
  });
  assert.deepEqual(await agent.next('form.sent'), event);
  const open = await sendForm(agent, customer.client, conversation, 'visit');
  assert.deepEqual([open.vault, open.retentionDays, open.by.id], [undefined, undefined, 'ana']);
  assert.ok((await sendForm(agent, customer.client, conversation, 'secret')).vault);
});

test('FRM 2 O2 O3 a form is sent once, however often the command comes, also when the settings have it no more', async (t) => {
  const { relay, agent, customer, conversation } = await formsRelay(t);
  const command = send(conversation);
  for (let time = 0; time < 3; time++) assert.equal(await agent.ask(command), undefined);
  assert.equal((await relay.row(conversation)).seq, 3);
  const { version } = (await (await relay.get('/v1/forms', await agentToken({ role: 'admin' }))).json()) as { version: number };
  const gone = { version, form: { ...structuredClone(FORMS[1]), name: 'Another' } };
  assert.equal((await relay.put('/v1/forms/visit', gone, await agentToken({ role: 'admin' }))).status, 200);
  assert.equal(await agent.ask(command), undefined);
  const first = await customer.client.next('form.sent');
  assert.deepEqual([first.form.name, agent.of('form.sent').every(({ seq }) => seq === first.seq)], ['A visit', true]);
  const said = v7();
  await agent.ask({ type: 'message.send', id: said, conversation, text: 'Here' });
  assert.equal(await agent.ask(send(conversation, 'visit', said)), 'id-used');
  const answer = await answerTo(first, { day: '2026-12-24' });
  assert.equal(await customer.client.ask(answer), undefined);
});

test('FRM 2 FM5 only the agent who has the conversation sends a form, while they talk, and only one that is there', async (t) => {
  const { relay, agent, customer, conversation } = await formsRelay(t);
  const [ben, sue] = [await relay.agent({ id: 'ben' }), await relay.agent({ id: 'sue', role: 'supervisor' })];
  for (const [who, refusal] of [
    [ben, 'not-found'],
    [sue, 'wrong-role'],
    [customer.client, 'wrong-role'],
  ] as const)
    assert.equal(await who.ask(send(conversation)), refusal);
  assert.equal(await agent.ask(send(conversation, 'nothing')), 'malformed');
  assert.equal(await agent.ask(send(conversation, '__proto__')), 'malformed');
  assert.equal(await agent.ask(send(v7())), 'not-found');
  // It asks for files, and this relay has no place for them.
  assert.equal(await agent.ask(send(conversation, 'return')), 'malformed');
  const waits = await relay.waiting();
  assert.equal(await agent.ask(send(waits.conversation)), 'wrong-phase');
  await agent.ask({ type: 'conversation.end', id: v7(), conversation });
  assert.equal(await agent.ask(send(conversation)), 'wrong-phase');
  assert.equal(
    relay.logged.some((line) => line.includes('a command failed')),
    false,
  );
});

test('FRM 2 FM5 to be asked is an answer: nothing is owed any more, and what was snoozed is awake', async (t) => {
  const { relay, agent, customer, conversation } = await formsRelay(t);
  await customer.client.ask({ type: 'message.send', id: v7(), conversation, text: 'Hello?' });
  assert.equal((await relay.row(conversation)).awaitingSince, relay.clock.now);
  await agent.ask(send(conversation));
  const row = await relay.row(conversation);
  assert.deepEqual([row.awaitingSince, row.lastLine?.text], [null, 'Hello?']);
  await agent.ask({ type: 'conversation.snooze', id: v7(), conversation, until: relay.clock.now + 60_000 });
  await agent.ask(send(conversation));
  assert.equal((await relay.row(conversation)).snoozedUntil, null);
  await relay.wait(64_000);
  assert.equal(
    (await relay.store.eventsAfter(conversation, 0, 99)).some(({ type }) => type === 'conversation.woken'),
    false,
  );
});
