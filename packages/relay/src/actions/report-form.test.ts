import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { formsRelay, sendForm } from '../testing/forms.js';
import { testFolder, testRelay } from '../testing/relay.js';

const report = (conversation: string, form: string, filled: number) => ({ type: 'form.report', conversation, form, filled }) as const;

test('FRM 2 FM7 how much is filled in is told to who has the conversation, on whatever relay, and to no one else', async (t) => {
  const { relay, agent, customer, conversation } = await formsRelay(t, { files: await testFolder(t) });
  const far = await testRelay(t, { store: relay.store, hub: relay.hub, clock: relay.clock });
  const elsewhere = await far.agent();
  await elsewhere.ask({ type: 'conversation.follow', conversation });
  const again = await relay.returning(customer);
  await again.client.ask({ type: 'conversation.follow', conversation });
  const { id } = await sendForm(agent, customer.client, conversation, 'return');
  const { seq } = await relay.row(conversation);
  for (const filled of [1, 3, 99]) customer.client.say(report(conversation, id, filled));
  for (const console of [agent, elsewhere]) {
    for (const filled of [1, 3, 5])
      assert.deepEqual(await console.next('form.reported'), { type: 'form.reported', conversation, form: id, filled, of: 5 });
  }
  for (const window of [customer.client, again.client]) {
    await window.beat();
    assert.deepEqual(window.of('form.reported'), []);
  }
  assert.equal((await relay.row(conversation)).seq, seq);
});

test('FRM 2 FM7 nothing is told of a form that was not sent here, nor of somebody else’s', async (t) => {
  const { relay, agent, customer, conversation } = await formsRelay(t);
  const { id } = await sendForm(agent, customer.client, conversation, 'visit');
  const stranger = await relay.waiting();
  assert.equal(await stranger.client.ask(report(conversation, id, 1)), 'not-found');
  assert.equal(await stranger.client.ask(report(stranger.conversation, id, 1)), 'not-found');
  assert.equal(await customer.client.ask(report(conversation, v7(), 1)), 'not-found');
  assert.equal(await agent.ask(report(conversation, id, 1)), 'wrong-role');
  for (const filled of [-1, 1.5, 101]) assert.equal(await customer.client.ask(report(conversation, id, filled)), 'malformed');
  const [started] = await relay.store.eventsAfter(conversation, 0, 1);
  assert.equal(await customer.client.ask(report(conversation, started!.id, 1)), 'not-found');
  assert.deepEqual(agent.of('form.reported'), []);
});
