import * as v from 'valibot';
import { MAX_ATTACHMENTS, attachingSchema, type Attaching } from './attachments.js';
import { isSafeAddress } from './addresses.js';
import { isEmoji } from './emoji.js';
import { sealedSchema } from './forms.js';
import { MARKS, MAX_MARKS, type Mark, type Marked } from './marks.js';
import { verdictSchema } from './surveys.js';
import { MAX_TEXT, cleanLine, cleanText, id, key, line, maybeText, seq, text } from './text.js';

// Commands go up, in the imperative. Whatever changes something carries an `id` made by the client: sent twice, it is performed once.

const token = v.pipe(v.string(), v.minLength(1), v.maxLength(8_192));

/** The longest answer of a pre-chat form, in UTF-16 code units: twenty of them fit into one frame. */
export const MAX_ANSWER = 1_000;

const answer = v.pipe(v.string(), v.transform(cleanText), v.maxLength(MAX_ANSWER, `is longer than ${String(MAX_ANSWER)} characters`));

/** One answer of the pre-chat form: the field's name in the site's settings and what was typed, over several lines where the form allows them. */
export const answerSchema = v.object({ field: line, value: answer });
export type Answer = v.InferOutput<typeof answerSchema>;

const named = v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(128, 'is longer than 128 characters'));

const level = v.pipe(v.number(), v.integer(), v.minValue(1, 'has to be 1 to 5'), v.maxValue(5, 'has to be 1 to 5'));
const skills = v.pipe(
  v.record(key, level),
  v.check((asked) => Object.keys(asked).length <= 20, 'has more than 20 skills'),
);

const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_TEXT));
const mark = v.pipe(
  v.strictObject({
    mark: v.picklist(MARKS),
    from: place,
    to: place,
    href: v.optional(v.pipe(v.string(), v.check(isSafeAddress, 'is not an address with http, https, mailto or tel'))),
  }),
  v.check(({ from, to }) => from < to, 'is empty: from has to be less than to'),
  v.check(({ mark: kind, href }) => (kind === 'link') === (href !== undefined), 'has an href where, and only where, it is a link'),
);

const areLinksApart = (marks: readonly Mark[]): boolean => {
  const links = marks.filter(({ mark: kind }) => kind === 'link').sort((a, b) => a.from - b.from);
  return links.every(({ from }, index) => from >= (links[index - 1]?.to ?? 0));
};

const marks = v.pipe(
  v.array(mark),
  v.maxLength(MAX_MARKS, `has more than ${String(MAX_MARKS)} marks`),
  v.check((made) => areLinksApart(made), 'has links that lie over each other'),
);

const marked = { text, marks: v.optional(marks) };
const isMarkedWithin = ({ text: said, marks: made = [] }: Marked): boolean => made.every(({ to }) => to <= said.length);
const BEYOND = 'has a mark beyond the end of its text';

/** A text with what is marked in it, as whoever says something may send it. */
export const markedSchema = v.pipe(
  v.object(marked),
  v.check((said) => isMarkedWithin(said), BEYOND),
);

const areApart = (attachments: readonly Attaching[]): boolean => new Set(attachments.map((each) => each.id)).size === attachments.length;

const attachments = v.pipe(
  v.array(attachingSchema),
  v.minLength(1, 'has no attachment'),
  v.maxLength(MAX_ATTACHMENTS, `has more than ${String(MAX_ATTACHMENTS)} attachments`),
  v.check((made) => areApart(made), 'has the same attachment twice'),
);

/** The most rows one `history.fetch` may ask for. */
export const MAX_PAGE = 200;

/** Every command by its type; the index of the relay's actions is total over these keys. */
export const commandSchemas = {
  /** The first frame on a socket: who is there, and in which version of the language. Anything else before it closes the socket. */
  'session.open': v.object({ type: v.literal('session.open'), version: v.pipe(v.number(), v.integer()), token }),
  /** A fresh token for the same person, before the old one ends. */
  'session.renew': v.object({ type: v.literal('session.renew'), token }),
  /** Are you there? Answered with `pong`. */
  ping: v.object({ type: v.literal('ping') }),
  /** A customer opens a conversation under an id of their own, so that what they write offline already has a home. */
  'conversation.start': v.object({
    type: v.literal('conversation.start'),
    id,
    conversation: id,
    /** A queue of the site; the site's first when left out. */
    queue: v.optional(line),
    name: v.optional(line),
    email: v.optional(line),
    answers: v.optional(v.pipe(v.array(answerSchema), v.maxLength(20))),
    /** The address of the page, for the agent. */
    page: v.optional(v.pipe(v.string(), v.transform(cleanLine), v.maxLength(2_000, 'is longer than 2000 characters'))),
  }),
  /** Sends what a conversation has and everything that comes. With `after`, only what follows that `seq`. */
  'conversation.follow': v.object({
    type: v.literal('conversation.follow'),
    conversation: id,
    after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  'conversation.unfollow': v.object({ type: v.literal('conversation.unfollow'), conversation: id }),
  /** The events before a `seq`, newest `limit` of them (50 when left out), answered with `history.fetched`. */
  'history.fetch': v.object({
    type: v.literal('history.fetch'),
    conversation: id,
    before: seq,
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PAGE))),
  }),
  /**
   * With `marks`, some of the text is bold, in italics or a link; they count in the text as it is cleaned. With `attachments`, files of its
   * author's go along, and the text may be empty.
   */
  'message.send': v.pipe(
    v.object({
      type: v.literal('message.send'),
      id,
      conversation: id,
      text: maybeText,
      marks: v.optional(marks),
      attachments: v.optional(attachments),
    }),
    v.forward(
      v.check(({ text: said, attachments: along }) => said !== '' || along !== undefined, 'is empty'),
      ['text'],
    ),
    v.check((said) => isMarkedWithin(said), BEYOND),
  ),
  /** Reacts to a message, by its `seq`, with one emoji in place of the one before; null takes it back. */
  'message.react': v.object({
    type: v.literal('message.react'),
    id,
    conversation: id,
    message: seq,
    emoji: v.nullable(v.pipe(v.string(), v.check(isEmoji, 'is not one emoji'))),
  }),
  /** The person has seen everything up to this `seq`. It only ever grows. */
  'message.read': v.object({ type: v.literal('message.read'), conversation: id, upTo: seq }),
  /** The person began to type, or stopped. Never saved. */
  'typing.report': v.object({ type: v.literal('typing.report'), conversation: id, on: v.boolean() }),
  'conversation.accept': v.object({ type: v.literal('conversation.accept'), id, conversation: id }),
  'conversation.end': v.object({ type: v.literal('conversation.end'), id, conversation: id }),
  'conversation.dispose': v.object({
    type: v.literal('conversation.dispose'),
    id,
    conversation: id,
    /** A code of the queue's dispositions; may be left out where none is required. */
    disposition: v.optional(key),
    description: v.optional(
      v.pipe(v.string(), v.transform(cleanText), v.maxLength(MAX_TEXT, `is longer than ${String(MAX_TEXT)} characters`)),
    ),
  }),
  /** The customer would rather talk to a person than to the AI agent. */
  'person.ask': v.object({ type: v.literal('person.ask'), id, conversation: id }),
  /** Fetches again what the customer had said to an AI agent elsewhere, where it is missing; the log tells what came of it. */
  'transcript.fetch': v.object({ type: v.literal('transcript.fetch'), conversation: id }),
  /** Writes down something about the customer, for agents only. */
  'note.add': v.object({ type: v.literal('note.add'), id, conversation: id, text }),
  /** How far the agent is with it; `completed`, which needs a note, ends the chat. */
  'engagement.set': v.object({ type: v.literal('engagement.set'), id, conversation: id, engagement: key }),
  /** Has the customer fill in a form of the workspace. */
  'form.send': v.object({ type: v.literal('form.send'), id, conversation: id, form: key }),
  /** How many of the fields of a form, the id of a `form.sent`, are filled in. Never saved. */
  'form.report': v.object({
    type: v.literal('form.report'),
    conversation: id,
    form: id,
    filled: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  }),
  /** Answers a form, the id of a `form.sent`: what is open, what is sealed for the vault, and the files, by the field's name. */
  'form.answer': v.object({
    type: v.literal('form.answer'),
    id,
    conversation: id,
    form: id,
    values: v.record(key, v.pipe(v.string(), v.maxLength(MAX_TEXT, `is longer than ${String(MAX_TEXT)} characters`))),
    /** With the id of the key that they are sealed for. */
    sealed: v.optional(v.object({ key: v.pipe(v.string(), v.maxLength(64)), values: v.record(key, sealedSchema) })),
    attachments: v.optional(attachments),
  }),
  /** Wants the customer asked how it was, once the conversation ends; with `on` false no longer. Where the agent may decide that. */
  'survey.send': v.object({ type: v.literal('survey.send'), id, conversation: id, on: v.optional(v.boolean(), true) }),
  /** Answers a survey, the id of a `survey.sent`. Once; also after the end. */
  'survey.answer': v.object({ type: v.literal('survey.answer'), id, conversation: id, survey: id, ...verdictSchema.entries }),
  /** Not this one: it goes on to the next agent. */
  'offer.reject': v.object({ type: v.literal('offer.reject'), id, conversation: id }),
  /** Gives a conversation to a queue, or to an agent. With `skills`, other ones are asked for from then on. */
  'conversation.transfer': v.object({
    type: v.literal('conversation.transfer'),
    id,
    conversation: id,
    to: v.union([v.strictObject({ queue: key }), v.strictObject({ agent: named })]),
    skills: v.optional(skills),
  }),
  /** Other skills are asked for. */
  'conversation.skill': v.object({ type: v.literal('conversation.skill'), id, conversation: id, skills }),
  /** Out of the way until then, ms since 1970. */
  'conversation.snooze': v.object({ type: v.literal('conversation.snooze'), id, conversation: id, until: v.pipe(v.number(), v.integer()) }),
  'conversation.wake': v.object({ type: v.literal('conversation.wake'), id, conversation: id }),
  /** Available, away, or one of the workspace's own. */
  'status.set': v.object({ type: v.literal('status.set'), status: key }),
  /** Signs out; refused while there are conversations to be dealt with. Answered by the close of the socket. */
  'session.leave': v.object({ type: v.literal('session.leave') }),
  /** "Start Listening" and "Stop Listening". */
  'listening.set': v.object({ type: v.literal('listening.set'), on: v.boolean() }),
} as const;

export type CommandType = keyof typeof commandSchemas;
export type CommandOf<T extends CommandType> = v.InferOutput<(typeof commandSchemas)[T]>;
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

/** A command that changes something, and so is performed once for each `id`. */
export type IdentifiedCommand = Extract<Command, { id: string }>;
