import { localized, msg, str } from '@lit/localize';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { formats } from '@deskbell/parts/text/formats.js';
import { tokens } from '@deskbell/parts/tokens.js';
import type { AddressOf } from '@deskbell/parts/attachments/address-of.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import type { FormEvent } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DeskPiece } from '../desk-piece.js';
import { longMoment, shortMoment } from '../words/moment.js';
import { refusalWords } from '../words/refusal.js';
import { answerOf, rowsOf, WHOLE, type CardRow } from './card-rows.js';
import { styles } from './form-card.styles.js';
import { formIcon } from './icons.js';
import { whyNoReveal } from './may-reveal.js';
import { openValue, revealButton, revealedValue } from './masked.js';
import { reasonDialog } from './reason-dialog.js';
import { Revealing } from './revealing.js';

/**
 * A form in the transcript, as agents see it: what is asked at once, how far the customer is, and what they filled in. What is masked shows
 * as dots until it is revealed, and for 30 seconds then.
 *
 * @csspart field - A field: its name, and what was filled in.
 * @csspart reveal - "Show" of a masked field, or "View" of a secured form.
 * @csspart progress - How far the customer is.
 */
@customElement('deskbell-form-card')
@localized()
export class DeskbellFormCard extends DeskPiece {
  static override styles = [tokens, base, buttons, fields, styles];

  @property({ attribute: false }) event: FormEvent | undefined;

  /** Where its files can be got. */
  @property({ attribute: false }) addressOf: AddressOf | undefined;

  /** Why something could not be shown, by the field's name. */
  @state() private faults: ReadonlyMap<string, string> = new Map();
  /** What a reason is asked for: the fields' names. */
  @state() private asking: CardRow | undefined;
  @state() private reasonFault = '';
  @state() private said = '';

  private reason = '';
  private wasOpen = false;
  /** The field whose value had the focus, which goes with it. */
  private hadFocus: string | undefined;
  private readonly revealing = new Revealing(this, () => this.host?.ticker);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isConnected = this.desk?.connection.phase === 'open';
    const isLost = this.wasOpen && !isConnected;
    this.wasOpen = isConnected;
    if (isLost) this.revealing.hideShown();
    if (changed.has('selected' as never) && this.hasUpdated) this.leave();
    const focused = this.shadowRoot?.activeElement;
    this.hadFocus = focused instanceof HTMLElement && focused.matches('.copy') ? focused.dataset.field : undefined;
  }

  protected override render() {
    const { event, desk } = this;
    if (!event || !desk) return nothing;
    const { form, by, at } = event;
    const log = desk.views.get(event.conversation)?.log;
    const answer = answerOf(log?.events ?? [], event.id);
    const rows = rowsOf(event, answer, log !== undefined && !isOpen(log.summary.phase));
    const masked = rows.filter(({ isHidden }) => isHidden);
    const why = masked.length > 0 ? whyNoReveal(desk, event.conversation) : undefined;
    const whole = form.secured && masked.length > 0 && why === undefined ? { ...WHOLE, names: masked.map(({ name }) => name) } : undefined;
    return html`<article aria-label=${msg(str`Form “${form.name}”`)}>
        <header>
          ${icon(formIcon)}
          <div class="about">
            <h3><bdi>${form.name}</bdi></h3>
            <p><bdi>${by.name}</bdi> <span aria-hidden="true">·</span> <time datetime=${new Date(at).toISOString()} title=${longMoment(at)}>${shortMoment(at, this.now())}</time></p>
          </div>
          ${whole ? this.revealer({ ...whole, label: form.name }, true) : nothing}
        </header>
        ${answer ? nothing : this.progress(event.id)} ${whole ? this.fault(whole.name) : nothing}
        <dl>${rows.map((row) => this.row(row, why === undefined && !form.secured))}</dl>
        ${why ? html`<p class="note">${why}</p>` : nothing}
        <p class="unseen" role="status">${this.said}</p>
      </article>
      ${this.asking ? this.dialog(this.asking) : nothing}`;
  }

  protected override updated(): void {
    const { hadFocus } = this;
    if (hadFocus === undefined || this.revealing.valueOf(hadFocus) !== undefined) return;
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('[part=reveal]')];
    (all.find(({ dataset }) => dataset.field === hadFocus) ?? all[0])?.focus();
  }

  private progress(form: string) {
    const filling = this.desk?.filling.get(form);
    const number = formats().number;
    // It is there before there is something in it, so that it is read out.
    return html`<div part="progress" class="progress" role="status">
      ${
        filling
          ? html`<span>${msg(str`Filling in · ${number(filling.filled)} of ${number(filling.of)}`)}</span
            ><progress aria-hidden="true" max=${filling.of} value=${filling.filled}></progress>`
          : nothing
      }
    </div>`;
  }

  private row(row: CardRow, canReveal: boolean) {
    const value = this.revealing.valueOf(row.name);
    const isUnder = this.revealing.isUnder(row.name);
    return html`<div part="field" class="field">
      <dt><bdi>${row.label}</bdi></dt>
      <dd>
        <div class="value">
          ${row.isHidden ? revealedValue(row, { value, isUnder, copy: () => void this.copy(row) }) : openValue(row, this.addressOf)}
          ${row.isHidden && canReveal ? this.revealer(row, false) : nothing}
        </div>
        ${this.fault(row.name)}
      </dd>
    </div>`;
  }

  private revealer(row: CardRow, isWhole: boolean) {
    const [first = ''] = row.names;
    return revealButton(row, {
      isWhole,
      until: row.names.map((name) => this.revealing.untilOf(name)).find((until) => until !== undefined),
      isUnder: this.revealing.isUnder(first),
      ticker: this.host?.ticker,
      press: () => this.toggle(row),
    });
  }

  private fault(name: string) {
    return html`<p class="error" role="alert">${this.faults.get(name) ?? nothing}</p>`;
  }

  private dialog(row: CardRow) {
    return reasonDialog({
      reason: this.reason,
      fault: this.reasonFault,
      write: (reason) => (this.reason = reason),
      submit: () => this.submit(row),
      cancel: () => (this.asking = undefined),
    });
  }

  private toggle(row: CardRow): void {
    const { revealing } = this;
    if (row.names.some((name) => revealing.isUnder(name))) return;
    if (row.names.some((name) => revealing.valueOf(name) !== undefined)) revealing.hide(row.names);
    else if (this.desk?.desk?.reveal.reason) this.ask(row, '');
    else void this.reveal(row);
  }

  private ask(row: CardRow, fault: string): void {
    this.reasonFault = fault;
    this.asking = row;
  }

  private submit(row: CardRow): void {
    if (!this.reason.trim()) return this.ask(row, msg('Write why. It can be short.'));
    this.asking = undefined;
    void this.reveal(row);
  }

  private async reveal(row: CardRow): Promise<void> {
    const { event, host, reason } = this;
    const session = host?.activeSession;
    if (!event || !session) return;
    const asked = { conversation: event.conversation, form: event.id, fields: row.names, ...(reason.trim() && { reason: reason.trim() }) };
    this.tell(row, undefined);
    this.said = msg('Opening');
    try {
      const isShown = await this.revealing.show(row.names, (signal) => session.reveal({ ...asked, signal }));
      this.said = isShown ? msg('Shown for 30 seconds') : '';
      this.reason = '';
    } catch (error) {
      this.said = '';
      // The settings may have changed since this desk heard of them.
      if (error instanceof RelayError && error.code === 'reason-needed') this.ask(row, refusalWords(error));
      else this.tell(row, refusalWords(error));
    }
  }

  private async copy({ name, label }: CardRow): Promise<void> {
    const value = this.revealing.valueOf(name);
    if (value === undefined) return;
    this.said = '';
    const isCopied = await navigator.clipboard.writeText(value).then(
      () => true,
      () => false,
    );
    this.said = isCopied ? msg(str`${label} copied. It stays in the clipboard until you copy something else.`) : '';
    this.faults = new Map([...this.faults, [name, isCopied ? '' : msg('It could not be copied. Select it and copy it yourself.')]]);
  }

  private tell({ name }: CardRow, fault: string | undefined): void {
    this.faults = new Map([...[...this.faults].filter(([other]) => other !== name), ...(fault ? [[name, fault] as const] : [])]);
  }

  private leave(): void {
    this.revealing.hideAll();
    this.asking = undefined;
    this.reason = '';
    this.said = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-form-card': DeskbellFormCard;
  }
}
