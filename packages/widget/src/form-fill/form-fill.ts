import { localized, msg } from '@lit/localize';
import type { CustomerSession, CustomerState } from '@deskbell/client/customer.js';
import { base } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellFillEvent } from '@deskbell/parts/form/form-events.js';
import '@deskbell/parts/form/form.js';
import { icon } from '@deskbell/parts/icon.js';
import { checkIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import type { FormEvent } from '@deskbell/protocol/events.js';
import type { FieldFault, FieldValues } from '@deskbell/protocol/fields.js';
import { isMasked } from '@deskbell/protocol/forms.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { answeredView, type AnsweredEvent } from './answered.js';
import { styles } from './form-fill.styles.js';
import { drop, keep, unfinished } from './unfinished.js';

/**
 * A form that an agent sent, among the messages: to be filled in, on its way, or as it was answered.
 *
 * @csspart card - The card.
 */
@customElement('deskbell-form-fill')
@localized()
export class DeskbellFormFill extends LitElement {
  static override styles = [tokens, base, styles];

  @property({ attribute: false }) event: FormEvent | undefined;

  @property({ attribute: false }) session: CustomerSession | undefined;

  @state() private customer: CustomerState | undefined;
  @state() private answer: AnsweredEvent | undefined;
  @state() private isSending = false;
  @state() private faults: Readonly<Record<string, FieldFault>> = {};
  @state() private fault = '';

  @query('deskbell-form') private form!: HTMLElementTagNameMap['deskbell-form'] | null;

  private started: FieldValues = {};
  private unsubscribe: (() => void) | undefined;
  /** How much of the log was looked through for the answer. */
  private looked = 0;

  /** A transcript follows its end; where that is all that fits of a new form, its beginning is what is to be seen. */
  private readonly sizes = new ResizeObserver(() => {
    const { form, event } = this;
    if (!form?.offsetHeight) return;
    this.sizes.disconnect();
    const isNewest = event?.seq === this.looked;
    if (isNewest && this.getBoundingClientRect().top < this.ceiling) this.scrollIntoView({ block: 'start' });
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.unsubscribe?.();
    this.unsubscribe = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.listen();
    if (!this.hasUpdated && this.event) this.started = unfinished(this.event.conversation, this.event.id);
  }

  protected override render() {
    const { event } = this;
    return event ? html`<article part="card" aria-label=${event.form.name || msg('Form')}>${this.inside(event)}</article>` : nothing;
  }

  private inside(event: FormEvent): TemplateResult {
    const { form, vault } = event;
    const sent = html`<span class="sent">${icon(checkIcon)}${msg('Sent')}</span>`;
    if (this.answer) return this.told(form.name, sent, answeredView(event, this.answer));
    if (this.isOver) return this.told(form.name, msg('The chat ended before this was filled in.'));
    if (!form.fields.length) return this.told(form.name, msg('This form cannot be shown here. Reload the page, or say so in the chat.'));
    const seals = form.fields.some((field) => isMasked(form, field));
    // Browsers encrypt nothing for pages without https.
    if (seals && !(vault && (crypto as Partial<Crypto>).subtle))
      return this.told(
        form.name,
        msg('This form asks for something that cannot be encrypted on this page, so it cannot be filled in here. Say so in the chat.'),
      );
    return html`<deskbell-form
      exportparts="field, submit"
      .form=${form}
      .values=${this.started}
      .faults=${this.faults}
      .fault=${this.fault}
      .reason=${this.reason}
      .busy=${this.isSending}
      .files=${this.session?.files}
      .placeOf=${this.placeOf}
      .limits=${this.customer?.site?.files ?? undefined}
      @deskbell-fill=${this.keep}
      @deskbell-filled=${this.send}
    ></deskbell-form>`;
  }

  private told(name: string, note: unknown, more: unknown = nothing): TemplateResult {
    return html`<h3 dir="auto" tabindex="-1">${name || msg('Form')}</h3>
      <div class="note" role="status">${note}</div>
      ${more}`;
  }

  /** Above it nothing of the transcript is in view. */
  private get ceiling(): number {
    return this.closest('.scroll')?.getBoundingClientRect().top ?? 0;
  }

  private get isOver(): boolean {
    const { summary } = this.customer?.conversation?.log ?? {};
    return summary !== undefined && (summary.id !== this.event?.conversation || !isOpen(summary.phase));
  }

  private get reason(): string {
    if (this.customer?.connection.phase === 'open') return '';
    return this.isSending
      ? msg('It goes out when the connection is back. Keep this page open.')
      : msg('It can be sent when the connection is back. What you typed stays.');
  }

  private readonly placeOf = (field: string): string => `${this.event?.id ?? ''} ${field}`;

  private listen(): void {
    this.unsubscribe?.();
    this.unsubscribe = this.session?.subscribe((now) => {
      this.take(now);
    });
    if (this.session) this.take(this.session.state);
  }

  private take(now: CustomerState): void {
    const { event } = this;
    const isForgotten = this.customer?.conversation !== undefined && now.conversation === undefined;
    this.customer = now;
    if (!event) return;
    const { events = [] } = now.conversation?.log ?? {};
    const unseen = events.slice(events.findLastIndex(({ seq }) => seq <= this.looked) + 1);
    this.looked = events.at(-1)?.seq ?? this.looked;
    const answer = unseen.find((each): each is AnsweredEvent => each.type === 'form.answered' && each.form === event.id);
    if (answer) this.close(answer);
    else if (this.isOver || isForgotten) drop(event.conversation);
  }

  /** It was answered, here or in another tab. Whoever was in it is told, and stays where they were. */
  private close(answer: AnsweredEvent): void {
    const hadFocus = this.shadowRoot?.activeElement !== null;
    this.answer = answer;
    drop(answer.conversation, answer.form);
    if (hadFocus) void this.updateComplete.then(() => this.renderRoot.querySelector('h3')?.focus());
  }

  private keep({ filled, open }: DeskbellFillEvent): void {
    if (!this.event || this.isSending) return;
    keep(this.event.conversation, this.event.id, open);
    this.session?.forms.report(this.event, filled);
  }

  private async send(): Promise<void> {
    const { event, form, session } = this;
    if (!event || !form || !session) return;
    this.isSending = true;
    this.fault = '';
    try {
      const places = event.form.fields.filter(({ kind }) => kind === 'file').map(({ name }) => this.placeOf(name));
      await session.forms.answer(event, form.answer, places);
    } catch (error) {
      this.refuse(error);
    } finally {
      this.isSending = false;
    }
  }

  private refuse(error: unknown): void {
    const { code = 'unavailable', fields = {} } = error instanceof RelayError ? error : {};
    this.faults = fields;
    if (Object.keys(fields).length || code === 'wrong-phase') return;
    this.fault =
      code === 'too-long'
        ? msg('This is too long to be sent. Shorten it.')
        : msg('This could not be sent now. Nothing is lost. Try again in a moment.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-form-fill': DeskbellFormFill;
  }
}
