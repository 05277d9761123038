import assert from 'node:assert/strict';
import type { Phase } from '@deskbell/protocol/conversation.js';
import { fold, type Log } from '@deskbell/protocol/fold.js';
import { isRoutable } from '../../domain/agent-status.js';
import { summaryOf } from '../../domain/summary-of.js';
import type { WorkspaceSettings } from '../../settings/schema/workspace.js';
import type { AgentRow } from '../../store/agents-store.js';
import { newRow } from '../../store/rows.js';
import type { ConversationRow } from '../../store/store.js';
import { hasMember, queueOf, skillsAsked } from '../queue-rules.js';
import { skillsOf, slotsOf, statusOf } from '../standing.js';
import type { Snapshot } from './snapshot.js';

const isNull = (row: ConversationRow, ...columns: readonly (keyof ConversationRow)[]): void => {
  for (const column of columns) assert.equal(row[column], null, `${row.phase} ${row.id} has ${column}`);
};

/** What each phase has, and has not. */
const SHAPES: Record<Phase, (row: ConversationRow) => void> = {
  bot: (row) => {
    isNull(row, 'agent', 'acceptedAt', 'offer', 'endedAt', 'snoozedUntil', 'wrapUpUntil', 'disposition');
    assert.ok(row.bot);
  },
  waiting: (row) => isNull(row, 'agent', 'acceptedAt', 'endedAt', 'snoozedUntil', 'wrapUpUntil', 'disposition'),
  active: (row) => {
    assert.ok(row.agent && row.acceptedAt !== null);
    isNull(row, 'offer', 'endedAt', 'wrapUpUntil', 'disposition');
  },
  wrapUp: (row) => {
    assert.ok(row.agent && row.endedAt !== null);
    isNull(row, 'offer', 'snoozedUntil', 'awaitingSince', 'disposition');
  },
  closed: (row) => {
    assert.ok(row.endedAt !== null);
    isNull(row, 'offer', 'snoozedUntil', 'wrapUpUntil', 'awaitingSince');
  },
};

/** The log has no gap, and folds to its row; of the priority no event tells. */
function checkLog(row: ConversationRow, log: Snapshot['logs']): void {
  const events = log.get(row.id) ?? [];
  assert.deepEqual(
    events.map(({ seq }) => seq),
    Array.from({ length: row.seq }, (_, index) => index + 1),
  );
  const [started] = events;
  assert.equal(started?.type, 'conversation.started');
  const fresh = newRow({ ...row, queue: started.queue, customer: started.customer, at: started.at, started });
  const folded = events.reduce<Log>(
    (known, event) => {
      const next = fold(known, event, 'agent');
      assert.notEqual(next, 'gap');
      return next as Log;
    },
    { summary: { ...summaryOf(fresh), seq: 0 }, events: [] },
  );
  assert.deepEqual({ ...folded.summary, priority: row.priority }, summaryOf(row));
}

const takesSlot = ({ phase, snoozedUntil, wrapUpUntil, offer }: ConversationRow): boolean =>
  offer !== null || (phase === 'active' && snoozedUntil === null) || (phase === 'wrapUp' && wrapUpUntil !== null);

const isAt = (row: ConversationRow, id: string): boolean => row.agent?.id === id || row.offer?.agent.id === id;

/** Whether it came back from snooze since its agent has had it: what may exceed slots (SNZ 3). */
function wasWoken({ id, acceptedAt }: ConversationRow, { logs }: Snapshot): boolean {
  return logs.get(id)?.some(({ type, at }) => type === 'conversation.snoozed' && at >= (acceptedAt ?? Infinity)) ?? false;
}

/** Nobody has more than their slots but by what came back from snooze; what is known of them is what they have. */
function checkLoad(agent: AgentRow, slots: number, now: Snapshot): void {
  const held = now.rows.filter((row) => isAt(row, agent.id));
  const taking = held.filter(takesSlot);
  const ongoing = held.filter(({ phase }) => phase === 'active' || phase === 'wrapUp').length;
  assert.deepEqual([agent.load, agent.ongoing], [taking.length, ongoing]);
  const given = taking.filter((row) => !wasWoken(row, now)).length;
  assert.ok(given <= slots, `${agent.id} was given ${given} of ${slots}`);
}

/** The time-outs that a row wants. */
function wanted(row: ConversationRow, settings: WorkspaceSettings): Map<string, number | undefined> {
  const timers = new Map<string, number | undefined>();
  if (row.offer) timers.set('offer', row.offer.until);
  // When it is up depends on what has happened to it since.
  if (row.phase === 'waiting' && queueOf(settings, row.queue.id)?.maxWaitSeconds) timers.set('wait', undefined);
  if (row.snoozedUntil !== null) timers.set('snooze', row.snoozedUntil);
  if (row.wrapUpUntil !== null) timers.set('wrap-up', row.wrapUpUntil);
  return timers;
}

/** Every time-out belongs to a state that wants it, and the other way round. */
function checkTimers(row: ConversationRow, settings: WorkspaceSettings, { timers, at }: Snapshot): void {
  const asked = wanted(row, settings);
  const there = timers.filter(({ subject }) => subject === row.id);
  for (const { kind, due } of there) {
    // What is due may be done already, and its row be about to go.
    if (due <= at) continue;
    // A message wakes without touching the time-out, which is void then.
    if (kind === 'snooze' && row.phase === 'active' && row.snoozedUntil === null) continue;
    // Made beside everything else, as soon as may be; it goes with the summary.
    if (kind === 'summary' && row.assignedAt !== null) continue;
    assert.ok(asked.has(kind), `${row.phase} ${row.id} does not want ${kind}`);
    assert.equal(due, asked.get(kind) ?? due, `${kind} of ${row.id}`);
  }
  for (const kind of asked.keys())
    assert.ok(
      there.some((timer) => timer.kind === kind),
      `${row.phase} ${row.id} has no ${kind}`,
    );
}

/** Whether an agent could ever have a conversation: a member with the skills, who has not just refused it. */
function suits(row: ConversationRow, agent: string, settings: WorkspaceSettings, at: number): boolean {
  const queue = queueOf(settings, row.queue.id);
  const skills = skillsOf(settings, agent);
  return (
    queue !== undefined &&
    hasMember(queue, agent) &&
    Object.entries(skillsAsked(queue, row.skills)).every(([skill, level]) => (skills[skill] ?? 0) >= level) &&
    (row.refused[agent] ?? 0) <= at
  );
}

/** Whether an agent may have a conversation now, but for their slots. */
const mayHave = (row: ConversationRow, agent: AgentRow, settings: WorkspaceSettings, at: number): boolean =>
  suits(row, agent.id, settings, at) && isRoutable(statusOf({ ...agent, load: 0 }, settings, at), 'digital');

/** What is offered is offered to who suits. */
function checkOffer(row: ConversationRow, settings: WorkspaceSettings, { at }: Snapshot): void {
  const offered = row.offer?.agent.id;
  if (offered !== undefined) assert.ok(suits(row, offered, settings, at), `${row.id} is offered to ${offered}`);
}

/** Who waits although somebody who may have it is free. */
function checkFree(row: ConversationRow, settings: WorkspaceSettings, now: Snapshot): void {
  if (row.offer || row.phase !== 'waiting' || queueOf(settings, row.queue.id)?.offer.mode !== 'push') return;
  const free = now.agents.find((agent) => agent.load < slotsOf(settings, agent.id) && mayHave(row, agent, settings, now.at));
  assert.equal(free?.id, undefined, `${row.id} waits although somebody is free`);
}

/** Checks all that has to hold at any moment, whatever is under way. */
export function checkAlways(settings: WorkspaceSettings, now: Snapshot): void {
  for (const row of now.rows) {
    SHAPES[row.phase](row);
    checkLog(row, now.logs);
    checkTimers(row, settings, now);
    checkOffer(row, settings, now);
    const owner = now.agents.find(({ id }) => id === row.agent?.id);
    if (row.phase === 'active' || row.phase === 'wrapUp')
      assert.notEqual(owner?.seenUntil ?? null, null, `${row.id} is with nobody who is there`);
  }
  for (const agent of now.agents) checkLoad(agent, slotsOf(settings, agent.id), now);
  for (const [queue, ids] of now.waiting) {
    const rows = now.rows.filter((row) => row.phase === 'waiting' && row.queue.id === queue);
    const inOrder = rows.sort((a, b) => b.priority - a.priority || a.waitingSince - b.waitingSince || (a.id < b.id ? -1 : 1));
    assert.deepEqual(
      ids,
      inOrder.map(({ id }) => id),
    );
  }
  for (const { kind, subject } of now.timers) assert.ok(now.logs.has(subject), `a time-out (${kind}) of nothing`);
}

/** Checks all that has to hold besides when nothing is under way: what was due is done, and what could be given is. */
export function checkRest(settings: WorkspaceSettings, now: Snapshot): void {
  for (const { kind, subject, due } of now.timers) assert.ok(due > now.at, `${kind} of ${subject} is overdue`);
  for (const row of now.rows) checkFree(row, settings, now);
}

/** Checks between two looks, however much has happened: nothing that was there is gone or different. */
export function checkKept(before: Snapshot, now: Snapshot): void {
  for (const [id, log] of before.logs) assert.deepEqual(now.logs.get(id)?.slice(0, log.length), log);
}

/** Checks between two looks what one thing that happened may have changed: what is newly offered, and what an agent has. */
export function checkStep(settings: WorkspaceSettings, before: Snapshot, now: Snapshot): void {
  for (const row of now.rows) {
    const { offer } = row;
    if (!offer) continue;
    const old = before.rows.find(({ id }) => id === row.id)?.offer;
    const agent = now.agents.find(({ id }) => id === offer.agent.id);
    const was = before.agents.find(({ id }) => id === offer.agent.id);
    // What was offered before may have become wrong, and so may what was offered while its agent chose a status, or let a reply pass.
    const same = old?.agent.id === offer.agent.id || was?.status !== agent?.status || was?.idle !== agent?.idle;
    if (!same) assert.ok(agent && mayHave(row, agent, settings, now.at), `${row.id} is offered to ${offer.agent.id}`);
  }
  for (const agent of now.agents) {
    const was = before.agents.find(({ id }) => id === agent.id)?.load ?? 0;
    const wasAwake = ({ id }: ConversationRow): boolean => {
      const old = before.rows.find((row) => row.id === id);
      const since = now.logs.get(id)?.slice(old?.seq ?? 0);
      return old?.snoozedUntil == null && !since?.some(({ type }) => type === 'conversation.snoozed');
    };
    const woken = now.rows.filter((row) => isAt(row, agent.id) && takesSlot(row) && !wasAwake(row)).length;
    assert.ok(agent.load <= Math.max(slotsOf(settings, agent.id), was + woken), `${agent.id} has ${agent.load}, had ${was}`);
  }
}

/** What agents have who have been gone for too long (STA 5). */
export const heldByGone = ({ inactivitySeconds }: WorkspaceSettings, { rows, agents, at }: Snapshot): ConversationRow[] => {
  const gone = agents.filter(({ seenUntil }) => seenUntil !== null && seenUntil < at - inactivitySeconds * 1_000).map(({ id }) => id);
  return rows.filter(({ phase, agent }) => phase === 'active' && agent && gone.includes(agent.id));
};
