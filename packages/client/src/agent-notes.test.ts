import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './testing/desk.js';
import { ANA, BEN, MAYA, notes, seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';

const TOM = { ...MAYA, id: 'tom', name: 'Tom' };

test('INF 4 a note is saved with its event, and found with those of other conversations of the customer', async () => {
  const { relay, sit } = desk();
  const earlier = seed(relay, { phase: 'closed', ago: 36_000_000 });
  notes(relay, earlier, BEN, 'Prefers mails.', 30_000_000);
  notes(relay, seed(relay, { customer: TOM }), BEN, 'About Tom.');
  const id = seed(relay);
  const session = await sit();
  await session.addNote(id, 'Moved to Kiel.');
  assert.equal(session.state.views.get(id)?.log.events.at(-1)?.type, 'note.added');
  const found = await session.notes(MAYA.id);
  assert.deepEqual(
    found.notes.map(({ text, by }) => [text, by.name]),
    [
      ['Moved to Kiel.', ANA.name],
      ['Prefers mails.', BEN.name],
    ],
  );
  assert.equal(found.next, null);
  await assert.rejects(session.notes('nobody'), { code: 'not-found' });
});

test('INF 4 a note whose answer was lost is asked again under its id, and saved once', async () => {
  const { relay, clock, sit } = desk();
  const id = seed(relay);
  const session = await sit();
  const saved = session.addNote(id, 'Once.');
  relay.network.drop();
  await settle();
  relay.network.restore();
  await clock.advance(60_000);
  await saved;
  assert.deepEqual(
    relay.logs.get(id)?.events.flatMap((event) => (event.type === 'note.added' ? [event.text] : [])),
    ['Once.'],
  );
});

test('INF 4 without a connection no note is taken', async () => {
  const { relay, sit } = desk();
  const id = seed(relay);
  const session = await sit();
  relay.network.drop();
  await settle();
  await assert.rejects(session.addNote(id, 'Kept elsewhere.'), { code: 'unavailable' });
});

test('INF 3 the closed conversations of one customer are listed, page by page', async () => {
  const { relay, sit } = desk();
  const ids = Array.from({ length: 22 }, (_, index) => seed(relay, { phase: 'closed', ago: (22 - index) * 3_600_000 }));
  seed(relay, { phase: 'closed', customer: TOM });
  const session = await sit();
  const first = await session.closedOf(MAYA.id);
  const second = await session.closedOf(MAYA.id, first.next ?? '');
  assert.deepEqual(
    [...first.conversations, ...second.conversations].map((row) => row.id),
    ids.toReversed(),
  );
  assert.equal(second.next, null);
});
