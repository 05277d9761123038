import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { AnswerEvent, CobrowseEvent, FormEvent, LogEvent, MessageEvent, SeenEvent, SurveyEvent } from '@deskbell/protocol/events.js';
import type { Mark } from '@deskbell/protocol/marks.js';
import type { Author } from '@deskbell/protocol/people.js';
import type { Given } from '@deskbell/protocol/reactions.js';
import { stacksOn } from '@deskbell/protocol/stacking.js';
import { isSameDay } from '../text/formats.js';

/** A message of one's own that is not in the log yet. */
export interface PendingMessage {
  readonly id: string;
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly attachments?: readonly Attachment[];
  /** When it was written, in ms since 1970 by the relay's clock. */
  readonly at: number;
  readonly state: 'sending' | 'failed' | 'refused';
  /** What the relay said where it refused it. */
  readonly why?: string;
}

/** A reaction of one's own that is not in the log yet: to the message with that `seq`; null takes one back. */
export interface PendingReaction {
  readonly message: number;
  readonly emoji: string | null;
}

interface Place {
  readonly key: string;
  /** 0 for what is not in the log yet. */
  readonly seq: number;
  readonly at: number;
  /** Whether it is the first of its day. */
  readonly opensDay: boolean;
}

/** One message as it is shown. */
export interface MessageRow extends Place {
  readonly kind: 'message';
  readonly by: Author;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly given: Given;
  readonly attachments: readonly Attachment[];
  /** Whether it is the first of its stack, and so shows who wrote it. */
  readonly isHead: boolean;
  /** Whether it is the last of its stack, and so shows the stack's time and, on one's own, where it stands. */
  readonly isTail: boolean;
  readonly state: PendingMessage['state'] | 'sent';
  readonly why: string | undefined;
}

/** What shows elsewhere, or nowhere: who was asked, when a wrap-up ends, what was noted or summarised, reactions, which stand under their message, and what came of surveys and of being asked to show a page, which stands in them. */
type Untold = Extract<
  LogEvent,
  {
    type:
      | 'offer.made'
      | 'offer.ended'
      | 'wrap-up.timed'
      | 'conversation.closed'
      | 'note.added'
      | 'summary.added'
      | 'message.reacted'
      | 'engagement.changed'
      | 'action.started'
      | 'survey.planned'
      | 'survey.answered'
      | 'cobrowse.allowed'
      | 'cobrowse.ended';
  }
>;

/** What is shown by an element of its own: what an action of an agent's came to, a form, a survey, being asked to show one's page. */
export type AsideEvent = AnswerEvent | FormEvent | SurveyEvent | CobrowseEvent;

/** How it looks is told by who shows the transcript. */
export interface AsideRow extends Place {
  readonly kind: 'aside';
  readonly event: AsideEvent;
}

/** Something that happened, told between the messages. */
export interface NoticeRow extends Place {
  readonly kind: 'notice';
  readonly event: Exclude<LogEvent, MessageEvent | AsideEvent | Untold>;
}

export type Row = MessageRow | NoticeRow | AsideRow;

// One for all, so that what is plain stays what it was.
const PLAIN: readonly Mark[] = [];
const NOTHING: Given = new Map();
const BARE: readonly Attachment[] = [];

type Written = Pick<MessageRow, 'by' | 'at'>;

const isMessage = (event: SeenEvent): event is MessageEvent => event.type === 'message.sent';
const UNTOLD = new Set<SeenEvent['type']>([
  'event.hidden',
  'offer.made',
  'offer.ended',
  'wrap-up.timed',
  'conversation.closed',
  'note.added',
  'summary.added',
  'message.reacted',
  'engagement.changed',
  'action.started',
  'survey.planned',
  'survey.answered',
  'cobrowse.allowed',
  'cobrowse.ended',
]);
const ASIDES = new Set<SeenEvent['type']>(['action.performed', 'form.sent', 'survey.sent', 'cobrowse.asked']);
const isAside = (event: SeenEvent): event is AsideEvent => ASIDES.has(event.type);
const isSeen = (event: SeenEvent): event is Exclude<LogEvent, Untold> => !UNTOLD.has(event.type);

const nearest = <T extends SeenEvent>(
  events: readonly SeenEvent[],
  from: number,
  step: 1 | -1,
  wanted: (event: SeenEvent) => event is T,
) => {
  for (let index = from; index >= 0 && index < events.length; index += step) {
    const event = events[index];
    if (event && wanted(event)) return event;
  }
  return undefined;
};

/** The rows of the events from one index up to, not including, another; those around them decide where stacks and days begin and end. */
export function rowsOf(
  events: readonly SeenEvent[],
  from: number,
  to: number,
  next: Written | undefined,
  given?: ReadonlyMap<number, Given>,
): Row[] {
  const rows: Row[] = [];
  let above = nearest(events, from - 1, -1, isSeen);
  let before = nearest(events, from - 1, -1, isMessage);
  for (let index = from; index < to; index++) {
    const event = events[index];
    if (!event || !isSeen(event)) continue;
    const place = { key: event.id, seq: event.seq, at: event.at, opensDay: !above || !isSameDay(above.at, event.at) };
    above = event;
    if (!isMessage(event)) {
      rows.push(isAside(event) ? { ...place, kind: 'aside', event } : { ...place, kind: 'notice', event });
      continue;
    }
    const after = nearest(events, index + 1, 1, isMessage) ?? next;
    const isHead = !before || !stacksOn(before, event);
    const isTail = !after || !stacksOn(event, after);
    rows.push({
      ...place,
      kind: 'message',
      by: event.by,
      text: event.text,
      marks: event.marks ?? PLAIN,
      given: given?.get(event.seq) ?? NOTHING,
      attachments: event.attachments ?? BARE,
      isHead,
      isTail,
      state: 'sent',
      why: undefined,
    });
    before = event;
  }
  return rows;
}

/** The rows of what is not in the log yet, below the newest message (`before`) and the newest row of any kind (`above`) of it. */
export function pendingRowsOf(
  pending: readonly PendingMessage[],
  me: Author,
  before: Written | undefined,
  above: Row | undefined,
): MessageRow[] {
  const written = pending.map(({ at }) => ({ by: me, at }));
  return pending.map(({ id, at, text, marks = PLAIN, attachments = BARE, state, why }, index) => {
    const self = { by: me, at };
    const previous = written[index - 1] ?? before;
    const next = written[index + 1];
    const upper = index ? previous : above;
    return {
      kind: 'message',
      key: id,
      seq: 0,
      at,
      by: me,
      text,
      marks,
      given: NOTHING,
      attachments,
      opensDay: !upper || !isSameDay(upper.at, at),
      isHead: !previous || !stacksOn(previous, self),
      isTail: !next || !stacksOn(self, next),
      state,
      why,
    };
  });
}
