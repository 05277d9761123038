import { msg, str } from '@lit/localize';
import type { MessageEvent } from '@deskbell/protocol/events.js';
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

const names = ({ attachments = [] }: MessageEvent): string => attachments.map(({ alt, name }) => alt ?? name).join(', ');

const words = (event: MessageEvent): string => {
  const said = event.text ? msg(str`${event.by.name}: ${event.text}`) : event.by.name;
  return event.attachments?.length ? msg(str`${said}. Attached: ${names(event)}`) : said;
};

/** What is read out of messages that came. */
export const spokenView = (events: readonly MessageEvent[]) =>
  repeat(
    events,
    (event) => event.seq,
    (event) => html`<p>${words(event)}</p>`,
  );
