import * as fc from 'fast-check';
import { ACTION_FIELD_KINDS } from '../actions.js';
import { FIELD_FAULTS } from '../fields.js';
import type { LiveEvent, LiveEventOf, SeenEvent } from '../events.js';
import { ROLES } from '../people.js';
import { REFUSALS, type RefusalCode } from '../refusals.js';
import { PRESENCES } from '../status.js';
import { SURVEY_TRIGGERS } from '../surveys.js';
import { deskForms, revealRight } from './asked.js';
import { author, fileLimits, id, line, moment, named, seq, summary } from './arbitraries.js';
import { seenEvents } from './events.js';

// What the relay tells and forgets, made at random.

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
  cobrowse: fc.boolean(),
});
const queue = fc.record({
  id: line,
  name: line,
  members: fc.option(fc.array(line, { maxLength: 3 })),
  dispositions: fc.array(named, { maxLength: 3 }),
  required: fc.boolean(),
  autoAnswer: fc.boolean(),
  survey: fc.option(fc.constantFrom(...SURVEY_TRIGGERS)),
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
            kind: fc.constantFrom(...ACTION_FIELD_KINDS),
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
  forms: deskForms,
  reveal: revealRight,
  files: fileLimits,
  cobrowse: fc.record({ control: fc.boolean() }),
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
  'form.reported': fc.record({ type: fc.constant('form.reported'), conversation: id, form: id, filled: fc.nat(), of: fc.nat() }),
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
      fields: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom(...FIELD_FAULTS), { maxKeys: 3, noNullPrototype: true }),
    },
    { requiredKeys: ['type', 'code', 'detail'] },
  ),
};
