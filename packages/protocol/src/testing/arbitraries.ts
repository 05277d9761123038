import * as fc from 'fast-check';
import { MAX_ATTACHMENTS, type Attachment, type Attaching, type FileLimits } from '../attachments.js';
import { CHANNELS, DISPOSITIONS, ENGAGEMENTS, PHASES, type ConversationSummary, type Disposition, type Skills } from '../conversation.js';
import { MAX_ANSWER, MAX_PAGE, type CommandOf, type CommandType } from '../commands.js';
import type { Mark } from '../marks.js';
import { ROLES, type Author, type Named } from '../people.js';
import { MAX_COMMENT, SURVEY_STATES } from '../surveys.js';
import { sealed, score, typed } from './asked.js';
import { MAX_LINE, cleanLine, cleanText } from '../text.js';

// What people may send, made at random; every piece is as the protocol leaves it after cleaning, so that it can be compared after a round trip.

type Arbitrary<T> = fc.Arbitrary<T>;

const grapheme = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

export const id: Arbitrary<string> = fc.uuid();
export const moment: Arbitrary<number> = fc.integer({ min: 0, max: 4_000_000_000_000 });
export const seq: Arbitrary<number> = fc.integer({ min: 1, max: 2_147_483_647 });
export const anyText: Arbitrary<string> = fc.oneof(
  grapheme,
  fc.constantFrom('<script>alert(1)</script>', '\u202eevil', 'a\u0000b', '\ud800', '😀'.repeat(300), 'one\r\ntwo'),
);
export const text: Arbitrary<string> = anyText.map(cleanText).filter((value) => value.length > 0);
export const line: Arbitrary<string> = anyText
  .map((value) => cleanLine(value.slice(0, MAX_LINE)))
  .filter((value) => value.length <= MAX_LINE);
export const named: Arbitrary<Named> = fc.record({ id: fc.string({ minLength: 1, maxLength: 128 }), name: line });
export const author: Arbitrary<Author> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 128 }),
  name: line,
  role: fc.constantFrom(...ROLES, 'bot' as const, 'system' as const),
});

/** One emoji, short and long, as people send them. */
export const emoji: Arbitrary<string> = fc.constantFrom('👍', '❤️', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👋🏿', '1️⃣', '🇺🇦');

/** Marks that a text may have; links do not lie over each other. */
export const marksIn = (said: string): Arbitrary<Mark[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: said.length }), { maxLength: 6 })
    .map((places) => places.sort((a, b) => a - b))
    .chain((places) =>
      fc.tuple(
        ...places
          .slice(1)
          .map((to, index) =>
            fc.constantFrom<Mark>(
              { mark: 'bold', from: places[index] ?? 0, to },
              { mark: 'italic', from: places[index] ?? 0, to },
              { mark: 'link', from: places[index] ?? 0, to, href: 'https://example.com/a' },
              { mark: 'link', from: places[index] ?? 0, to, href: 'tel:+441632960000' },
            ),
          ),
      ),
    );

/** Files that were sent with a message. */
export const attachments: Arbitrary<Attachment[]> = fc.array(
  fc.record(
    {
      id,
      name: line,
      size: fc.nat(),
      type: fc.constantFrom('image/png', 'application/pdf', 'application/octet-stream'),
      alt: line,
      width: fc.nat(),
      height: fc.nat(),
      thumbnail: fc.boolean(),
    },
    { requiredKeys: ['id', 'name', 'size', 'type', 'thumbnail'] },
  ),
  { minLength: 1, maxLength: 3 },
);

/** What a place may say of its files. */
export const fileLimits: Arbitrary<FileLimits | null> = fc.option(
  fc.record({ maxBytes: fc.nat(), types: fc.array(fc.constantFrom('image/*', 'text/plain')) }),
);

const attaching: Arbitrary<Attaching[]> = fc.uniqueArray(fc.record({ id, alt: line }, { requiredKeys: ['id'] }), {
  minLength: 1,
  maxLength: MAX_ATTACHMENTS,
  selector: (each) => each.id,
});

const disposition: Arbitrary<Disposition> = fc.constantFrom(...DISPOSITIONS, 'sent-by-post');
const key = fc.stringMatching(/^[A-Za-z0-9_.-]{1,64}$/).filter((name) => !(name in {}) && name !== 'prototype');
export const skills: Arbitrary<Skills> = fc.dictionary(key, fc.integer({ min: 1, max: 5 }), { maxKeys: 3, noNullPrototype: true });
const answer = fc.record({ field: line, value: anyText.map((value) => cleanText(value.slice(0, MAX_ANSWER))) });
const type = <T extends CommandType>(name: T): Arbitrary<T> => fc.constant(name);

/** A command of every type; a new type does not compile without a line here. */
export const commands: { [T in CommandType]: Arbitrary<CommandOf<T>> } = {
  'session.open': fc.record({ type: type('session.open'), version: fc.nat(), token: fc.string({ minLength: 1, maxLength: 8_192 }) }),
  'session.renew': fc.record({ type: type('session.renew'), token: fc.string({ minLength: 1, maxLength: 8_192 }) }),
  ping: fc.record({ type: type('ping') }),
  'conversation.start': fc.record(
    {
      type: type('conversation.start'),
      id,
      conversation: id,
      queue: line,
      name: line,
      email: line,
      answers: fc.array(answer, { maxLength: 20 }),
      page: fc.webUrl(),
    },
    { requiredKeys: ['type', 'id', 'conversation'] },
  ),
  'conversation.follow': fc.record(
    { type: type('conversation.follow'), conversation: id, after: fc.nat() },
    { requiredKeys: ['type', 'conversation'] },
  ),
  'conversation.unfollow': fc.record({ type: type('conversation.unfollow'), conversation: id }),
  'history.fetch': fc.record(
    { type: type('history.fetch'), conversation: id, before: seq, limit: fc.integer({ min: 1, max: MAX_PAGE }) },
    { requiredKeys: ['type', 'conversation', 'before'] },
  ),
  'message.send': text.chain((said) =>
    fc.record(
      { type: type('message.send'), id, conversation: id, text: fc.constant(said), marks: marksIn(said), attachments: attaching },
      { requiredKeys: ['type', 'id', 'conversation', 'text'] },
    ),
  ),
  'message.react': fc.record({ type: type('message.react'), id, conversation: id, message: seq, emoji: fc.option(emoji) }),
  'message.read': fc.record({ type: type('message.read'), conversation: id, upTo: seq }),
  'typing.report': fc.record({ type: type('typing.report'), conversation: id, on: fc.boolean() }),
  'conversation.accept': fc.record({ type: type('conversation.accept'), id, conversation: id }),
  'conversation.end': fc.record({ type: type('conversation.end'), id, conversation: id }),
  'conversation.dispose': fc.record(
    { type: type('conversation.dispose'), id, conversation: id, disposition, description: anyText.map(cleanText) },
    { requiredKeys: ['type', 'id', 'conversation', 'disposition'] },
  ),
  'person.ask': fc.record({ type: type('person.ask'), id, conversation: id }),
  'transcript.fetch': fc.record({ type: type('transcript.fetch'), conversation: id }),
  'engagement.set': fc.record({ type: type('engagement.set'), id, conversation: id, engagement: key }),
  'note.add': fc.record({ type: type('note.add'), id, conversation: id, text }),
  'form.send': fc.record({ type: type('form.send'), id, conversation: id, form: key }),
  'form.report': fc.record({ type: type('form.report'), conversation: id, form: id, filled: fc.nat(100) }),
  'form.answer': fc.record(
    { type: type('form.answer'), id, conversation: id, form: id, values: typed, sealed, attachments: attaching },
    { requiredKeys: ['type', 'id', 'conversation', 'form', 'values'] },
  ),
  'survey.send': fc.record({ type: type('survey.send'), id, conversation: id, on: fc.boolean() }),
  'survey.answer': fc.record({
    type: type('survey.answer'),
    id,
    conversation: id,
    survey: id,
    score,
    comment: anyText.map((said) => cleanText(said.slice(0, MAX_COMMENT))),
  }),
  'offer.reject': fc.record({ type: type('offer.reject'), id, conversation: id }),
  'conversation.transfer': fc.record(
    {
      type: type('conversation.transfer'),
      id,
      conversation: id,
      to: fc.oneof(fc.record({ queue: key }), fc.record({ agent: fc.string({ minLength: 1, maxLength: 128 }) })),
      skills,
    },
    { requiredKeys: ['type', 'id', 'conversation', 'to'] },
  ),
  'conversation.skill': fc.record({ type: type('conversation.skill'), id, conversation: id, skills }),
  'conversation.snooze': fc.record({ type: type('conversation.snooze'), id, conversation: id, until: moment }),
  'conversation.wake': fc.record({ type: type('conversation.wake'), id, conversation: id }),
  'status.set': fc.record({ type: type('status.set'), status: key }),
  'session.leave': fc.record({ type: type('session.leave') }),
  'listening.set': fc.record({ type: type('listening.set'), on: fc.boolean() }),
};

export const summary: Arbitrary<ConversationSummary> = fc.record({
  id,
  channel: fc.constantFrom(...CHANNELS),
  phase: fc.constantFrom(...PHASES),
  queue: named,
  customer: named,
  agent: fc.option(named),
  priority: fc.nat({ max: 9 }),
  skills,
  offer: fc.option(fc.record({ agent: named, until: moment })),
  startedAt: moment,
  waitingSince: moment,
  acceptedAt: fc.option(moment),
  assignedAt: fc.option(moment),
  endedAt: fc.option(moment),
  awaitingSince: fc.option(moment),
  seq: fc.nat(),
  read: fc.record({ customer: fc.nat(), agent: fc.nat() }),
  lastLine: fc.option(
    fc.record(
      {
        text,
        by: fc.constantFrom('customer' as const, 'agent' as const, 'bot' as const, 'system' as const),
        at: moment,
        attachments: fc.nat(),
      },
      { requiredKeys: ['text', 'by', 'at'] },
    ),
  ),
  snoozedUntil: fc.option(moment),
  wrapUpUntil: fc.option(moment),
  disposition: fc.option(disposition),
  engagement: fc.constantFrom(...ENGAGEMENTS, 'with-the-bank'),
  survey: fc.option(fc.constantFrom(...SURVEY_STATES)),
});
