import * as fc from 'fast-check';
import { BOT_FAULTS } from '../bot.js';
import { ACTION_FAULTS, FIELD_KINDS } from '../actions.js';
import { DISPOSITIONS } from '../conversation.js';
import type { LiveEvent, LiveEventOf, SeenEvent } from '../events.js';
import { ROLES } from '../people.js';
import { REFUSALS, type RefusalCode } from '../refusals.js';
import { PRESENCES } from '../status.js';
import { found } from './found.js';
import { attachments, author, emoji, fileLimits, id, line, marksIn, moment, named, seq, skills, summary, text } from './arbitraries.js';

// What the relay tells, made at random.

const logged = { conversation: id, seq, id, at: moment, by: author };

const collected = fc.array(fc.record({ label: line, value: text }), { maxLength: 3 });
/** An event of every type of the log. */
export const seenEvents: { [T in SeenEvent['type']]: fc.Arbitrary<Extract<SeenEvent, { type: T }>> } = {
  'conversation.started': fc.record(
    {
      type: fc.constant('conversation.started'),
      ...logged,
      customer: named,
      queue: named,
      email: fc.string(),
      answers: fc.array(fc.record({ field: line, value: fc.constantFrom('', 'one\ntwo') }), { maxLength: 3 }),
      page: fc.webUrl(),
      bot: line,
    },
    { requiredKeys: ['type', 'conversation', 'seq', 'id', 'at', 'by', 'customer', 'queue'] },
  ),
  'bot.handed-over': fc.record(
    {
      type: fc.constant('bot.handed-over'),
      ...logged,
      queue: named,
      passkey: line,
      priority: fc.nat(9),
      collected,
      intent: line,
      note: text,
      failed: fc.constantFrom(...BOT_FAULTS),
    },
    { requiredKeys: ['type', 'conversation', 'seq', 'id', 'at', 'by', 'queue', 'passkey'] },
  ),
  'transcript.fetched': fc.record({
    type: fc.constant('transcript.fetched'),
    ...logged,
    messages: fc.array(fc.record({ by: fc.constantFrom('customer' as const, 'bot' as const), text, at: fc.option(moment) }), {
      maxLength: 3,
    }),
    collected,
  }),
  'transcript.missed': fc.record({ type: fc.constant('transcript.missed'), ...logged, why: fc.constantFrom(...BOT_FAULTS) }),
  'conversation.accepted': fc.record({ type: fc.constant('conversation.accepted'), ...logged, agent: named }),
  'offer.made': fc.record({ type: fc.constant('offer.made'), ...logged, agent: named, until: moment }),
  'offer.ended': fc.record({
    type: fc.constant('offer.ended'),
    ...logged,
    agent: named,
    why: fc.constantFrom('rejected' as const, 'expired' as const, 'withdrawn' as const),
  }),
  'conversation.transferred': fc.record(
    { type: fc.constant('conversation.transferred'), ...logged, queue: named, agent: fc.option(named), priority: fc.nat(9) },
    { requiredKeys: ['type', 'conversation', 'seq', 'id', 'at', 'by', 'queue', 'agent'] },
  ),
  'conversation.returned': fc.record({
    type: fc.constant('conversation.returned'),
    ...logged,
    queue: named,
    why: fc.constantFrom('vanished' as const, 'signed-out' as const),
  }),
  'conversation.skilled': fc.record({ type: fc.constant('conversation.skilled'), ...logged, skills }),
  'conversation.snoozed': fc.record({ type: fc.constant('conversation.snoozed'), ...logged, until: moment }),
  'conversation.woken': fc.record({
    type: fc.constant('conversation.woken'),
    ...logged,
    why: fc.constantFrom('time' as const, 'agent' as const),
  }),
  'wrap-up.timed': fc.record({ type: fc.constant('wrap-up.timed'), ...logged, until: moment }),
  'conversation.closed': fc.record({ type: fc.constant('conversation.closed'), ...logged }),
  'message.sent': text.chain((said) =>
    fc.record(
      { type: fc.constant('message.sent'), ...logged, text: fc.constant(said), marks: marksIn(said), attachments },
      { requiredKeys: ['type', 'conversation', 'seq', 'id', 'at', 'by', 'text'] },
    ),
  ),
  'message.reacted': fc.record({ type: fc.constant('message.reacted'), ...logged, message: seq, emoji: fc.option(emoji) }),
  'conversation.ended': fc.record({ type: fc.constant('conversation.ended'), ...logged }),
  'conversation.disposed': fc.record({
    type: fc.constant('conversation.disposed'),
    ...logged,
    disposition: fc.constantFrom(...DISPOSITIONS, null),
    description: text,
  }),
  'engagement.changed': fc.record({ type: fc.constant('engagement.changed'), ...logged, engagement: line }),
  'action.started': fc.record({ type: fc.constant('action.started'), ...logged, action: line, name: line }),
  'action.performed': fc.record(
    {
      type: fc.constant('action.performed'),
      ...logged,
      command: id,
      action: line,
      name: line,
      values: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), line, { maxKeys: 3, noNullPrototype: true }),
      ok: fc.boolean(),
      text,
      fault: fc.constantFrom(...ACTION_FAULTS),
    },
    { requiredKeys: ['type', 'conversation', 'seq', 'id', 'at', 'by', 'command', 'action', 'name', 'values', 'ok', 'text'] },
  ),
  'note.added': fc.record({ type: fc.constant('note.added'), ...logged, text }),
  'summary.added': fc.record({
    type: fc.constant('summary.added'),
    ...logged,
    ...found,
  }),
  'event.hidden': fc.record({ type: fc.constant('event.hidden'), conversation: id, seq }),
};

const seen = fc.array(fc.oneof(...(Object.values(seenEvents) as fc.Arbitrary<SeenEvent>[])), { maxLength: 4 });
const site = fc.record({
  name: line,
  greeting: line,
  usualReplyMinutes: fc.option(fc.nat()),
  preChat: fc.array(
    fc.record({
      field: line,
      label: line,
      kind: fc.constantFrom('text' as const, 'email' as const, 'longText' as const),
      required: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  files: fileLimits,
});
const queue = fc.record({
  id: line,
  name: line,
  members: fc.option(fc.array(line, { maxLength: 3 })),
  dispositions: fc.array(named, { maxLength: 3 }),
  required: fc.boolean(),
  autoAnswer: fc.boolean(),
});
const face = {
  workspace: named,
  queues: fc.array(queue, { maxLength: 3 }),
  responseTime: fc.nat(),
  statuses: fc.array(fc.record({ id: line, name: line, tag: fc.constantFrom('available' as const, 'busy' as const, 'away' as const) }), {
    maxLength: 3,
  }),
  systemDisposition: named,
  skills: fc.array(named, { maxLength: 3 }),
  engagement: fc.array(named, { maxLength: 3 }),
  panels: fc.array(fc.record({ id: line, name: line, url: fc.webUrl(), sandbox: fc.array(line, { maxLength: 2 }) }), { maxLength: 3 }),
  actions: fc.array(
    fc.record({
      id: line,
      name: line,
      description: line,
      fields: fc.array(
        fc.record(
          {
            name: line,
            label: line,
            kind: fc.constantFrom(...FIELD_KINDS),
            options: fc.array(line),
            required: fc.boolean(),
            pattern: line,
          },
          { requiredKeys: ['name', 'label', 'kind', 'required'] },
        ),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
  snoozePresets: fc.array(fc.nat(), { maxLength: 3 }),
  transfers: fc.record({ to: fc.constantFrom('queues' as const, 'agents' as const, 'both' as const), modifySkills: fc.boolean() }),
  responses: fc.option(line),
  ai: fc.record({ rewrite: fc.boolean(), assist: fc.boolean(), summary: fc.boolean(), arrival: fc.boolean() }),
  files: fileLimits,
};
export const deskFace = fc.record(face);
const desk = fc.record({ ...face, listening: fc.boolean() });

const presence = fc.constantFrom(...PRESENCES);
export const status = fc.record({
  chosen: line,
  digital: presence,
  voice: presence,
  prepUntil: fc.option(moment),
  load: fc.nat(),
  slots: fc.nat(),
});

/** An event of every type that is told and forgotten. */
export const liveEvents: { [T in LiveEvent['type']]: fc.Arbitrary<LiveEventOf<T>> } = {
  'session.opened': fc.record(
    {
      type: fc.constant('session.opened'),
      version: fc.nat(),
      now: moment,
      expires: moment,
      person: fc.record({ id: fc.string({ minLength: 1, maxLength: 128 }), name: line, role: fc.constantFrom(...ROLES) }),
      site,
      conversation: fc.option(summary),
      desk,
      status,
      tray: fc.array(summary, { maxLength: 3 }),
    },
    { requiredKeys: ['type', 'version', 'now', 'expires', 'person'] },
  ),
  'session.renewed': fc.record({ type: fc.constant('session.renewed'), expires: moment }),
  pong: fc.record({ type: fc.constant('pong') }),
  'conversation.opened': fc.record({ type: fc.constant('conversation.opened'), conversation: summary, events: seen }),
  'history.fetched': fc.record({ type: fc.constant('history.fetched'), conversation: id, before: seq, events: seen }),
  'conversation.left': fc.record({ type: fc.constant('conversation.left'), conversation: id, seq }),
  'conversation.changed': fc.record({ type: fc.constant('conversation.changed'), conversation: summary }),
  'conversation.read': fc.record({
    type: fc.constant('conversation.read'),
    conversation: id,
    read: fc.record({ customer: fc.nat(), agent: fc.nat() }),
  }),
  'typing.changed': fc.record({ type: fc.constant('typing.changed'), conversation: id, by: author, on: fc.boolean() }),
  'queue.placed': fc.record(
    {
      type: fc.constant('queue.placed'),
      conversation: id,
      place: fc.integer({ min: 1 }),
      wait: fc.record({ low: fc.nat(), high: fc.nat(), sure: fc.constantFrom('sure' as const, 'rough' as const) }),
    },
    { requiredKeys: ['type', 'conversation', 'place'] },
  ),
  'status.changed': fc.record({ type: fc.constant('status.changed'), status }),
  'listening.changed': fc.record({ type: fc.constant('listening.changed'), on: fc.boolean() }),
  'desk.changed': fc.record({ type: fc.constant('desk.changed'), desk: deskFace }),
  refused: fc.record(
    {
      type: fc.constant('refused'),
      id: fc.string(),
      command: fc.string(),
      conversation: fc.string(),
      code: fc.constantFrom(...(Object.keys(REFUSALS) as RefusalCode[])),
      detail: fc.string(),
      retryAfter: fc.nat(),
    },
    { requiredKeys: ['type', 'code', 'detail'] },
  ),
};
