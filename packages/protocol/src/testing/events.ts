import * as fc from 'fast-check';
import { BOT_FAULTS } from '../bot.js';
import { ACTION_FAULTS } from '../actions.js';
import { DISPOSITIONS } from '../conversation.js';
import type { SeenEvent } from '../events.js';
import { COBROWSE_ENDS } from '../cobrowse.js';
import { form, names, score, survey, typed, vaultKey } from './asked.js';
import { found } from './found.js';
import { attachments, author, emoji, id, line, marksIn, moment, named, seq, skills, text } from './arbitraries.js';

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
  'form.sent': fc.record(
    { type: fc.constant('form.sent'), ...logged, form, vault: vaultKey, retentionDays: fc.nat() },
    { requiredKeys: ['type', 'conversation', 'seq', 'id', 'at', 'by', 'form'] },
  ),
  'form.answered': fc.record(
    { type: fc.constant('form.answered'), ...logged, form: id, name: line, values: typed, masked: names, attachments },
    { requiredKeys: ['type', 'conversation', 'seq', 'id', 'at', 'by', 'form', 'name', 'values', 'masked'] },
  ),
  'survey.planned': fc.record({ type: fc.constant('survey.planned'), ...logged, on: fc.boolean() }),
  'survey.sent': fc.record({ type: fc.constant('survey.sent'), ...logged, survey }),
  'survey.answered': fc.record({ type: fc.constant('survey.answered'), ...logged, survey: id, score, comment: text }),
  'cobrowse.asked': fc.record({ type: fc.constant('cobrowse.asked'), ...logged }),
  'cobrowse.allowed': fc.record({ type: fc.constant('cobrowse.allowed'), ...logged, session: id }),
  'cobrowse.ended': fc.record({ type: fc.constant('cobrowse.ended'), ...logged, session: id, why: fc.constantFrom(...COBROWSE_ENDS) }),
  'event.hidden': fc.record({ type: fc.constant('event.hidden'), conversation: id, seq }),
};
