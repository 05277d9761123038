import { msg, str } from '@lit/localize';
import type { AddressOf } from '@deskbell/parts/attachments/address-of.js';
import { needFiles } from '@deskbell/parts/attachments/need.js';
import type { Ticker } from '@deskbell/parts/duration/ticker.js';
import { icon } from '@deskbell/parts/icon.js';
import { REVEALED_FOR } from '@deskbell/protocol/forms.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { CardRow } from './card-rows.js';
import { copyIcon, eyeIcon, eyeOffIcon } from './icons.js';
import { shownValue } from './shown-value.js';
import '@deskbell/parts/countdown/countdown.js';
import '../tip/tip.js';

const DOTS = '••••';

/** What was filled in openly, or why nothing stands there. */
export function openValue({ kind, value, files, waits }: CardRow, addressOf: AddressOf | undefined): TemplateResult {
  if (waits) return html`<span class="none">${msg('Waiting for the customer')}</span>`;
  if (files.length > 0) {
    needFiles();
    return html`<deskbell-attachments .attachments=${files} .addressOf=${addressOf}></deskbell-attachments>`;
  }
  return value && kind !== 'file'
    ? html`<span class="text" dir="auto">${shownValue(kind, value)}</span>`
    : html`<span class="none">${msg('Not filled in')}</span>`;
}

interface Revealed {
  /** Undefined while it is masked. */
  readonly value: string | undefined;
  readonly isUnder: boolean;
  readonly copy: () => void;
}

/** What is masked: dots, or what is behind them while it shows. */
export function revealedValue({ name, label, kind }: CardRow, { value, isUnder, copy }: Revealed): TemplateResult {
  if (value === undefined)
    return html`<span class="dots"><span aria-hidden="true">${DOTS}</span><span class="unseen">${msg('Masked')}</span></span>
      ${isUnder ? html`<span class="none" aria-hidden="true">${msg('Opening')}</span>` : nothing}`;
  const copyLabel = msg(str`Copy ${label}`);
  return html`<span class="text shown" dir="auto" translate="no">${shownValue(kind, value)}</span>
    <deskbell-tip text=${msg('Copy')}>
      <button class="quiet icon copy" data-field=${name} aria-label=${copyLabel} @click=${copy}>${icon(copyIcon)}</button>
    </deskbell-tip>`;
}

interface Revealer {
  /** Whether it is for the whole form. */
  readonly isWhole: boolean;
  /** Till when it shows; undefined while it is masked. */
  readonly until: number | undefined;
  readonly isUnder: boolean;
  readonly ticker: Ticker | undefined;
  readonly press: () => void;
}

/** The button that shows what is masked and hides it again, with the time that is left. */
export function revealButton({ name, label }: CardRow, { isWhole, until, isUnder, ticker, press }: Revealer): TemplateResult {
  const shows = until !== undefined;
  const word = shows ? msg('Hide') : isWhole ? msg('View') : msg('Show');
  const long = shows ? msg(str`Hide ${label}`) : isWhole ? msg(str`View ${label}`) : msg(str`Show ${label}`);
  return html`${shows ? html`<deskbell-countdown .until=${until} .length=${REVEALED_FOR} .ticker=${ticker}></deskbell-countdown>` : nothing}
    <deskbell-tip text=${word}>
      <button
        part="reveal"
        class="quiet icon"
        data-field=${name}
        aria-label=${long}
        aria-busy=${isUnder}
        aria-disabled=${isUnder}
        @click=${press}
      >
        ${icon(shows ? eyeOffIcon : eyeIcon)}
      </button>
    </deskbell-tip>`;
}
