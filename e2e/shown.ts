import assert from 'node:assert/strict';
import { seenBy } from '@deskbell/protocol/projection.js';
import { statusFace } from '../packages/relay/src/routing/standing.js';
import type { Snapshot } from '../packages/relay/src/routing/testing/snapshot.js';
import type { WorkspaceSettings } from '../packages/relay/src/settings/schema/workspace.js';
import type { ConversationRow } from '../packages/relay/src/store/store.js';
import type { Crew, Visitor } from './crew.js';
import type { AgentPage } from './sessions.js';

// What people have before them, held against what the database has.

/** As it is once it has been on the wire. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** Texts of a log that somebody wrote. */
const textsIn = ({ logs }: Snapshot, conversation: string): string[] =>
  logs.get(conversation)?.flatMap((event) => (event.type === 'message.sent' && event.by.role !== 'system' ? [event.text] : [])) ?? [];

/** A customer has the whole log as customers see it, each event once, and stands where they are told. */
function checkVisitor({ browser, said }: Visitor, now: Snapshot): void {
  const { conversation, place } = browser.session.state;
  const id = conversation?.log.summary.id ?? '';
  const row = now.rows.find((each) => each.id === id);
  assert.ok(row && conversation, `the conversation ${id} of a customer is not there`);
  const log = now.logs.get(id)?.map((event) => seenBy('customer', event));
  assert.deepEqual(sent(conversation.log.events), sent(log), `what the customer of ${id} sees`);
  const waiting = now.waiting.get(row.queue.id) ?? [];
  if (row.phase === 'waiting') assert.equal(place, waiting.indexOf(id) + 1, `the place of ${id}`);
  const mine = said.filter((each) => each.conversation === id).map(({ text }) => text);
  const there = textsIn(now, id).filter((text) => mine.includes(text));
  if (row.phase === 'waiting' || row.phase === 'active') assert.deepEqual(there, mine, `what the customer of ${id} wrote`);
  else assert.equal(new Set(there).size, there.length, `what the customer of ${id} wrote`);
}

const byAcceptance = (a: ConversationRow, b: ConversationRow): number =>
  (a.acceptedAt ?? 0) - (b.acceptedAt ?? 0) || (a.id < b.id ? -1 : 1);

/** An agent's console shows what is theirs, offered to them, and waiting, with whole logs, and what they are themselves. */
function checkDesk(agent: string, { session }: AgentPage, settings: WorkspaceSettings, now: Snapshot): void {
  const { ongoing, offers, waiting, views, status, desk } = session.state;
  const own = now.rows.filter((row) => row.agent?.id === agent && row.phase !== 'closed').sort(byAcceptance);
  assert.deepEqual(idsOf(ongoing), idsOf(own), `what is ${agent}’s`);
  const offered = now.rows.filter(({ offer }) => offer?.agent.id === agent);
  assert.deepEqual(idsOf(offers).sort(), idsOf(offered), `what is offered to ${agent}`);
  const served = desk?.queues.filter(({ members }) => members?.includes(agent) ?? true).flatMap(({ id }) => now.waiting.get(id) ?? []);
  assert.deepEqual(idsOf(waiting).sort(), served?.filter((id) => !idsOf(offered).includes(id)).sort(), `what waits before ${agent}`);
  for (const { id, phase, snoozedUntil } of own) {
    assert.deepEqual(sent(views.get(id)?.log.events), sent(now.logs.get(id)), `what ${agent} sees of ${id}`);
    const shown = views.get(id)?.log.summary;
    assert.deepEqual([shown?.phase, shown?.snoozedUntil], [phase, snoozedUntil], `how ${id} stands, to ${agent}`);
  }
  const row = now.agents.find(({ id }) => id === agent);
  assert.ok(row, `${agent} is not there`);
  const face = statusFace(row, settings, now.at);
  assert.deepEqual([status?.chosen, status?.load, status?.slots], [face.chosen, face.load, face.slots], `what ${agent} is`);
  // When login prep is over nobody is told: consoles count themselves.
  if (status?.prepUntil === null) assert.equal(status.digital, face.digital, `what ${agent} is`);
}

/** Throws where somebody does not see, or not only see, what there is. */
export function checkShown(crew: Crew, settings: WorkspaceSettings, now: Snapshot): void {
  for (const visitor of crew.visitors) checkVisitor(visitor, now);
  for (const [agent, page] of crew.desks) checkDesk(agent, page, settings, now);
  const written = idsOf(now.rows).flatMap((id) => textsIn(now, id).filter((text) => crew.written.includes(text)));
  assert.equal(new Set(written).size, written.length, 'what an agent wrote is there twice');
}

/** How long before an agent chose to be there again something may have been matched that was given to them just after, ms. */
const MATCHED_BEFORE = 1_000;

/** Nothing was given to an agent who was Away for certain. */
export function checkGiven({ absences, taken }: Crew, now: Snapshot): void {
  for (const { agent, since, until } of absences) {
    for (const [conversation, log] of now.logs) {
      const given = log.find((event) => {
        const isGiven = event.type === 'offer.made' || (event.type === 'conversation.accepted' && !taken.has(conversation));
        return isGiven && event.agent.id === agent && event.at > since && event.at < until - MATCHED_BEFORE;
      });
      assert.equal(given, undefined, `${agent}, who was away, was given ${conversation}`);
    }
  }
}
