import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandType, CommandOf } from '@deskbell/protocol/commands.js';
import type { FormEvent } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { CustomerSession } from './customer.js';
import { asks, field, fillsIn, formOf } from './testing/ask-scenes.js';
import { ends, seed, ANA } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { shop } from './testing/shop.js';
import { SimulatedBrowser } from './testing/simulated-browser.js';
import type { SimulatedRelay } from './testing/simulate-relay.js';

const FORM = formOf(
  field('order', 'text', { required: true, pattern: '[A-Z]-\\d+' }),
  field('gift', 'choice', { options: ['yes', 'no'] }),
  field('card', 'cardNumber', { masked: true }),
  field('proof', 'file'),
);
const CARD = '4111111111111111';

const heard = <T extends CommandType>(relay: SimulatedRelay, type: T) =>
  relay.heard.filter((command): command is Extract<typeof command, CommandOf<T>> => command.type === type);

const formIn = ({ state }: CustomerSession): FormEvent => {
  const sent = state.conversation?.log.events.findLast((event) => event.type === 'form.sent');
  assert.ok(sent);
  return sent;
};

/** What the session fetches with the first form is there, and has done what it was asked. */
const fetched = async (): Promise<void> => {
  await import('./form-answers.js');
  await settle();
};

const codeOf = (answered: Promise<void>) =>
  answered.then(
    () => 'answered',
    (fault: unknown) => (fault instanceof RelayError ? fault.code : String(fault)),
  );

const asked = async (form = FORM) => {
  const all = shop();
  const conversation = seed(all.relay);
  const session = await all.visit();
  asks(all.relay, conversation, form);
  await settle();
  return { ...all, conversation, session };
};

test('FRM 2 a form that an agent sends is unread until it is seen', async () => {
  const { session } = await asked();
  assert.equal(session.state.unread, 3);
  session.read();
  assert.equal(session.state.unread, 0);
});

test('FRM 2 FRM 4 an answer is in the log with what is open, and only the names of what is masked', async () => {
  const { relay, session, conversation } = await asked();
  await session.forms.answer(formIn(session), { order: 'H-2087', gift: '', card: CARD });
  const answer = session.state.conversation?.log.events.at(-1);
  assert.ok(answer?.type === 'form.answered');
  assert.deepEqual([answer.values, answer.masked, answer.form], [{ order: 'H-2087' }, ['card'], formIn(session).id]);
  const [command] = heard(relay, 'form.answer');
  assert.equal(command?.sealed?.key, 'vault-1');
  assert.deepEqual(Object.keys(command.sealed.values), ['card']);
  assert.ok(!JSON.stringify([relay.heard, relay.logs.get(conversation)?.events]).includes(CARD));
});

test('FRM 4 nothing of an answer is kept by the browser, whether it has arrived or not', async () => {
  const { relay, values, session } = await asked();
  relay.network.drop();
  const answered = session.forms.answer(formIn(session), { order: 'H-2087', card: CARD });
  await settle();
  const kept = () => JSON.stringify([...values]);
  assert.ok(!kept().includes(CARD) && !kept().includes('H-2087'));
  session.destroy();
  assert.equal(await codeOf(answered), 'unavailable');
  assert.ok(!kept().includes(CARD) && !kept().includes('H-2087'));
});

test('FRM 5 what the relay does not take is told field by field, and can be answered again', async () => {
  const { session } = await asked();
  await assert.rejects(session.forms.answer(formIn(session), { order: 'nonsense', gift: 'perhaps' }), (fault) => {
    assert.ok(fault instanceof RelayError);
    assert.deepEqual([fault.code, fault.fields], ['malformed', { order: 'no-match', gift: 'no-option' }]);
    return true;
  });
  await session.forms.answer(formIn(session), { order: 'H-2087' });
});

test('FRM 5 an answer that was on its way when the connection went is sent again, as it was sealed, and performed once', async () => {
  const { relay, clock, conversation, session } = await asked();
  relay.network.drop(false);
  const answered = codeOf(session.forms.answer(formIn(session), { order: 'H-2087', card: CARD }));
  await settle();
  relay.network.restore();
  await clock.advance(120_000);
  assert.equal(await answered, 'answered');
  assert.equal(relay.logs.get(conversation)?.events.filter(({ type }) => type === 'form.answered').length, 1);
  relay.closeAll('restart');
  await clock.advance(60_000);
  const sent = heard(relay, 'form.answer');
  assert.deepEqual(new Set(sent.map((command) => JSON.stringify(command))).size, 1);
});

test('FRM 5 an answer whose event was lost with the connection is found in the log', async () => {
  const { relay, clock, conversation, session } = await asked();
  const sent = formIn(session);
  relay.refuseNext('form.answer', 'internal');
  assert.equal(await codeOf(session.forms.answer(sent, { order: 'H-2087' })), 'internal');
  const answered = codeOf(session.forms.answer(sent, { order: 'H-2087' }));
  relay.closeAll('restart');
  await clock.advance(60_000);
  assert.equal(await answered, 'answered');
  assert.equal(relay.logs.get(conversation)?.events.filter(({ type }) => type === 'form.answered').length, 1);
});

test('FRM 5 a form is answered once, and not after the end', async () => {
  const { relay, conversation, session } = await asked();
  const sent = formIn(session);
  fillsIn(relay, conversation, sent.id, { values: { order: 'H-1' } });
  assert.equal(await codeOf(session.forms.answer(sent, { order: 'H-2087' })), 'wrong-phase');
  const another = asks(relay, conversation, FORM);
  ends(relay, conversation, ANA);
  await settle();
  assert.equal(formIn(session).id, another);
  assert.equal(await codeOf(session.forms.answer(formIn(session), { order: 'H-2087' })), 'wrong-phase');
});

test('FRM 2 a tab that does not own the socket answers too, and all tabs see it', async () => {
  const { relay, visit } = shop();
  const conversation = seed(relay);
  const browser = new SimulatedBrowser();
  const [first, second] = [await visit({ tabs: browser.tab() }), await visit({ tabs: browser.tab() })];
  asks(relay, conversation, FORM);
  await settle();
  await second.forms.answer(formIn(second), { order: 'H-2087', card: CARD });
  await settle();
  for (const { state } of [first, second]) assert.equal(state.conversation?.log.events.at(-1)?.type, 'form.answered');
});

test('FRM 2 agents are told how much is filled in, at most once a second, and never what', async () => {
  const { relay, clock, session } = await asked();
  const sent = formIn(session);
  for (const filled of [1, 1, 2, 3]) session.forms.report(sent, filled);
  await fetched();
  const counts = () => heard(relay, 'form.report').map(({ filled }) => filled);
  assert.deepEqual(counts(), [1]);
  await clock.advance(999);
  assert.deepEqual(counts(), [1]);
  await clock.advance(1);
  assert.deepEqual(counts(), [1, 3]);
  await clock.advance(10_000);
  session.forms.report(sent, 2);
  await settle();
  assert.deepEqual(counts(), [1, 3, 2]);
  assert.deepEqual(Object.keys(heard(relay, 'form.report')[0] ?? {}).sort(), ['conversation', 'filled', 'form', 'type']);
});

test('FRM 4 what is masked does not go out where there is no key to seal it for', async () => {
  const { relay, session } = await asked();
  const { vault: _none, ...sent } = formIn(session);
  assert.equal(await codeOf(session.forms.answer(sent, { order: 'H-2087', card: CARD })), 'malformed');
  assert.deepEqual(heard(relay, 'form.answer'), []);
});

test('FRM 2 files go with the answer, and hang at their field no longer', async () => {
  const { relay, clock, session } = await asked();
  session.files.add('form proof', [new File(['proof'], 'proof.pdf', { type: 'application/pdf' })]);
  await import('./uploads.js');
  for (let round = 0; round < 5; round++) await clock.advance(1_000);
  const [upload] = session.files.uploads('form proof');
  assert.equal(upload?.phase, 'ready');
  await session.forms.answer(formIn(session), { order: 'H-2087', proof: upload.id }, ['form proof']);
  const answer = session.state.conversation?.log.events.at(-1);
  assert.ok(answer?.type === 'form.answered');
  assert.deepEqual(
    answer.attachments?.map(({ id, name }) => [id, name]),
    [[upload.id, 'proof.pdf']],
  );
  assert.equal(answer.values.proof, upload.id);
  assert.deepEqual(session.files.uploads('form proof'), []);
  assert.equal(relay.heard.filter(({ type }) => type === 'form.answer').length, 1);
});
