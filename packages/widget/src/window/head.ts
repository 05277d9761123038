import { msg } from '@lit/localize';
import type { CustomerState } from '@deskbell/client/customer.js';
import { face } from '@deskbell/parts/avatar/face.js';
import { icon } from '@deskbell/parts/icon.js';
import { bellIcon, bellOffIcon, endIcon, minimizeIcon } from '@deskbell/parts/icons.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import { html, nothing } from 'lit';
import { expectation } from './expectation.js';

/** What the buttons of the head do. */
export interface HeadActions {
  readonly isSilent: boolean;
  readonly askToEnd: () => void;
  readonly switchSound: () => void;
  readonly close: () => void;
}

const tool = (label: string, path: string, act: () => void) =>
  html`<button class="quiet icon" aria-label=${label} title=${label} @click=${act}>${icon(path, path === endIcon)}</button>`;

/** The head of the window: who is there, what to expect, and the few things that can be done at any time. */
export function head(customer: CustomerState | undefined, { isSilent, askToEnd, switchSound, close }: HeadActions) {
  const summary = customer?.conversation?.log.summary;
  const isGoing = summary && isOpen(summary.phase);
  const name = customer?.site?.name ?? msg('Chat');
  const bot = summary?.phase === 'bot' && customer?.site?.bot;
  const who = (isGoing ? summary.agent : null) ?? (bot ? { id: 'bot', name: bot.name } : { id: name, name });
  return html`<div class="head" part="head">
    ${customer?.site ? face(who.id, who.name) : nothing}
    <div>
      <h2 dir="auto">${name}</h2>
      <p role="status">${customer ? expectation(customer) : nothing}</p>
    </div>
    ${isGoing ? tool(msg('End chat'), endIcon, askToEnd) : nothing}
    ${tool(isSilent ? msg('Turn sound on') : msg('Turn sound off'), isSilent ? bellOffIcon : bellIcon, switchSound)}
    ${tool(msg('Close'), minimizeIcon, close)}
  </div>`;
}
