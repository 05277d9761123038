import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '@deskbell/protocol/people.js';
import { FILLING_FADES } from './fillings.js';
import { desk } from './testing/desk.js';
import { IDENTITY, RETURN, answersForm, fillsIn, hasForms, sendsForm } from './testing/form-scenes.js';
import { ANA, BEN, seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';

const SUE: Person = { id: 'sue', name: 'Sue', role: 'admin', workspace: 'harbour' };

test('FRM 2 a form is sent by its id, once, and refused where there is none', async () => {
  const { relay, sit } = desk();
  const id = seed(relay);
  await hasForms(relay, RETURN);
  const session = await sit();
  await session.sendForm(id, 'return');
  const sent = session.state.views.get(id)?.log.events.at(-1);
  assert.equal(sent?.type === 'form.sent' && sent.form.name, RETURN.name);
  await assert.rejects(session.sendForm(id, 'gone'), { code: 'malformed' });
});

test('FRM 2 tells how far the customer is, and lets go of it after a while, at the answer, and without a connection', async () => {
  const { relay, clock, sit } = desk();
  const id = seed(relay);
  await hasForms(relay, RETURN);
  const form = sendsForm(relay, id, RETURN);
  const session = await sit();
  const filling = async () => {
    await settle();
    return session.state.filling.get(form);
  };
  fillsIn(relay, id, form, 3, 7);
  assert.deepEqual(await filling(), { filled: 3, of: 7 });
  await clock.advance(FILLING_FADES - 1);
  fillsIn(relay, id, form, 4, 7);
  await clock.advance(FILLING_FADES - 1);
  assert.deepEqual(await filling(), { filled: 4, of: 7 });
  await clock.advance(1);
  assert.equal(await filling(), undefined);
  fillsIn(relay, id, form, 5, 7);
  assert.deepEqual(await filling(), { filled: 5, of: 7 });
  await answersForm(relay, id, form, { order: 'H-2087', iban: 'DE89 3704 0044' });
  assert.equal(await filling(), undefined);
  fillsIn(relay, id, form, 6, 7);
  await settle();
  relay.closeAll('restart');
  assert.equal(await filling(), undefined);
});

test('FRM 3 every reveal is a request of its own that is written down, and what is sealed opens in its own place only', async () => {
  const { relay, sit } = desk();
  const id = seed(relay);
  await hasForms(relay, IDENTITY);
  const form = sendsForm(relay, id, IDENTITY);
  const other = sendsForm(relay, id, IDENTITY);
  await answersForm(relay, id, form, { ssn: '078-05-1120' });
  const session = await sit();
  const asked = { conversation: id, form, fields: ['ssn'], reason: 'To find the account' };
  assert.deepEqual(await session.reveal(asked), { ssn: '078-05-1120' });
  assert.deepEqual(await session.reveal(asked), { ssn: '078-05-1120' });
  const [one, two] = relay.asked.reveals;
  assert.deepEqual([one?.by, one?.fields, one?.reason], [ANA.id, ['ssn'], 'To find the account']);
  assert.notEqual(one?.id, two?.id);
  assert.equal(JSON.stringify(relay.logs.get(id)?.events).includes('078-05-1120'), false);
  const [place, sealed] = [...relay.asked.sealed][0] ?? [];
  assert.ok(place && sealed);
  relay.asked.sealed.set(place.replace(form, other), sealed);
  await assert.rejects(session.reveal({ ...asked, form: other }), { code: 'tampered' });
  relay.asked.sealed.clear();
  await assert.rejects(session.reveal(asked), { code: 'erased' });
  relay.changeDesk({ reveal: { by: [BEN.id], reason: false } });
  await assert.rejects(session.reveal(asked), { code: 'wrong-role' });
});

test('FRM 1 admins get, save and delete forms; who is not one, or is late, is refused', async () => {
  const { relay, sit } = desk();
  await hasForms(relay, RETURN);
  const admin = await sit(SUE);
  const { version, forms } = await admin.forms();
  assert.deepEqual(forms, [RETURN]);
  const saved = await admin.saveForm(version, IDENTITY);
  assert.deepEqual(saved, { version: version + 1 });
  await assert.rejects(admin.saveForm(version, IDENTITY), { code: 'stale' });
  relay.asked.faults = [{ path: 'fields[0].pattern', reason: 'is no pattern' }];
  assert.deepEqual(await admin.saveForm(version + 1, IDENTITY), { faults: [{ path: 'fields[0].pattern', reason: 'is no pattern' }] });
  await assert.rejects(admin.deleteForm(version, 'return'), { code: 'stale' });
  await admin.deleteForm(version + 1, 'return');
  assert.deepEqual((await admin.forms()).forms, [IDENTITY]);
  const agent = await sit(BEN);
  await assert.rejects(agent.forms(), { code: 'wrong-role' });
});
