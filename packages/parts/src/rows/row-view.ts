import { msg, str } from '@lit/localize';
import type { Mark } from '@deskbell/protocol/marks.js';
import type { Author, Side } from '@deskbell/protocol/people.js';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { AddressOf } from '../attachments/address-of.js';
import { face } from '../avatar/face.js';
import { icon } from '../icon.js';
import { warningIcon } from '../icons.js';
import { formats, type Formats } from '../text/formats.js';
import { stretchesOf } from '../text/marked.js';
import { attachedView } from './attached.js';
import { noticeText, type DispositionNames } from './notice.js';
import { pills, type Reacting } from './pills.js';
import type { AsideEvent, MessageRow, NoticeRow, Row } from './row.js';

/** Whose eyes see the rows, and when. */
export interface Viewer {
  readonly side: Side;
  /** The viewer's own id. */
  readonly me: string;
  /** The `seq` of the own message that shows "Read"; 0 for none. Older ones show nothing more, newer ones "Sent". */
  readonly readMark: number;
  readonly now: number;
  readonly formats: Formats;
  readonly dispositions: DispositionNames;
  /** One's own reactions that are not in the log yet, and whether there may be more. */
  readonly reacting: Reacting;
  readonly addressOf: AddressOf | undefined;
  /** How an answer to an action, a form or a survey looks; not at all where left out. */
  readonly aside?: ((event: AsideEvent) => unknown) | undefined;
}

const isMine = (row: MessageRow, viewer: Viewer): boolean => row.seq === 0 || row.by.id === viewer.me;

const isOurs = (row: MessageRow, viewer: Viewer): boolean =>
  isMine(row, viewer) || (row.by.role !== 'system' && (row.by.role === 'customer') === (viewer.side === 'customer'));

const status = (row: MessageRow, { readMark }: Viewer): string => {
  if (row.state === 'sending') return msg('Sending');
  if (row.state !== 'sent') return msg('Not Delivered');
  if (row.seq === readMark) return msg('Read');
  return row.seq > readMark ? msg('Sent') : '';
};

/** The full time is for whoever points at a stamp; worked out for every stamp it would be most of what a row costs. */
export function explainTime({ target }: Event): void {
  if (target instanceof HTMLTimeElement) target.title = formats().exact(Date.parse(target.dateTime));
}

const stamp = (at: number, { formats }: Viewer): TemplateResult =>
  html`<time part="time" datetime=${new Date(at).toISOString()}>${formats.stamp(at)}</time>`;

const meta = (row: MessageRow, viewer: Viewer) => {
  const isLost = row.state === 'failed' || row.state === 'refused';
  if (!row.isTail && !isLost) return nothing;
  const said = isMine(row, viewer) ? status(row, viewer) : '';
  return html`<div class="meta ${isLost ? 'lost' : ''}">
    ${row.isTail ? stamp(row.at, viewer) : nothing}
    ${said ? html`<span part="status" class="status">${isLost ? icon(warningIcon) : nothing}${said}</span>` : nothing}
    ${row.why ? html`<span>${row.why}</span>` : nothing}
  </div>`;
};

const words = (text: string, marks: readonly Mark[]) =>
  stretchesOf(text, marks).map(({ text: part, bold, italic, href }) => {
    const link = href ? html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${part}</a>` : part;
    const slanted = italic ? html`<em>${link}</em>` : link;
    return bold ? html`<strong>${slanted}</strong>` : slanted;
  });

const who = (row: MessageRow, viewer: Viewer) => {
  if (!row.isHead) return nothing;
  if (isMine(row, viewer)) return html`<span class="unseen">${msg('You')}</span>`;
  const badge = row.by.role === 'bot' ? html` <small>${msg('AI agent')}</small>` : nothing;
  return html`<span class="who" part="name" dir="auto">${row.by.name}${badge}</span>`;
};

const message = (row: MessageRow, viewer: Viewer): TemplateResult => {
  const ours = isOurs(row, viewer);
  return html`<div class="row ${ours ? 'ours' : 'theirs'} ${row.isHead ? 'head' : ''}" data-seq=${row.seq}>
    ${row.isHead && !ours ? face(row.by.id, row.by.name) : nothing}${who(row, viewer)}
    ${row.text ? html`<div class="bubble" part="message ${ours ? 'message-ours' : 'message-theirs'}" dir="auto"><span class="text">${guard([row.text, row.marks], () => words(row.text, row.marks))}</span></div>` : nothing}
    ${attachedView(row.attachments, ours, viewer.addressOf)} ${pills(row, viewer)}${meta(row, viewer)}
  </div>`;
};

/** Where an agent gets a conversation something may stand that they find there. */
const found = ({ kind, seq, ...row }: Row, { side }: Viewer) => {
  const isArrival = kind === 'notice' && 'event' in row && ['conversation.accepted', 'conversation.transferred'].includes(row.event.type);
  return isArrival && side === 'agent' ? html`<slot name="after-${seq}"></slot>` : nothing;
};

/** In two halves, as people read it out. */
const passkey = ({ event }: NoticeRow) =>
  event.type === 'bot.handed-over'
    ? html`<p class="passkey">
        ${msg('Shared Passkey')} <bdi>${event.passkey.slice(0, 3)} ${event.passkey.slice(3)}</bdi>
        <span>${msg('Both sides see it. Ask for it to be sure whom you are talking with.')}</span>
      </p>`
    : nothing;

/** One row of a transcript, with the day above it where it opens one. */
export const rowView = (row: Row, viewer: Viewer): TemplateResult =>
  html`${row.opensDay ? html`<div class="day" part="day"><span>${viewer.formats.day(row.at, viewer.now)}</span></div>` : nothing}${
    row.kind === 'message'
      ? message(row, viewer)
      : row.kind === 'aside'
        ? viewer.aside?.(row.event)
        : html`<div class="notice" part="notice"><span>${noticeText(row, viewer.me, viewer.side, viewer.dispositions)}</span> ${stamp(row.at, viewer)}${passkey(row)}</div>${found(row, viewer)}`
  }`;

/** Three dots for somebody who is typing. */
export const typingView = (author: Author): TemplateResult =>
  html`<div class="row theirs head typing">
    ${face(author.id, author.name)}
    <div class="bubble" role="img" aria-label=${msg(str`${author.name} is typing`)}><i></i><i></i><i></i></div>
  </div>`;
