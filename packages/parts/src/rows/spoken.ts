import { msg, str } from '@lit/localize';
import type { CobrowseEvent, FormEvent, MessageEvent } from '@deskbell/protocol/events.js';
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

const names = ({ attachments = [] }: MessageEvent): string => attachments.map(({ alt, name }) => alt ?? name).join(', ');

/** What is said to the reader: a message, a form that they are asked to fill in, or that somebody would like to see their page. */
export type Said = MessageEvent | FormEvent | CobrowseEvent;

const words = (event: Said): string => {
  if (event.type === 'cobrowse.asked') return msg(str`${event.by.name} would like to see your page`);
  if (event.type === 'form.sent') return msg(str`${event.by.name} sent a form: ${event.form.name}`);
  const said = event.text ? msg(str`${event.by.name}: ${event.text}`) : event.by.name;
  return event.attachments?.length ? msg(str`${said}. Attached: ${names(event)}`) : said;
};

/** What is read out of what came. */
export const spokenView = (events: readonly Said[]) =>
  repeat(
    events,
    (event) => event.seq,
    (event) => html`<p>${words(event)}</p>`,
  );
