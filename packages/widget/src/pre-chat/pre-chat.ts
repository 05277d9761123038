import { localized, msg, str } from '@lit/localize';
import type { PreChatField } from '@deskbell/protocol/site.js';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DeskbellIntroduceEvent } from './introduce-event.js';
import { styles } from './pre-chat.styles.js';

// As the relay's own limits; an address only has to look like one, whether it works the first mail tells.
const MAX_LINE = 200;
const MAX_LONG = 1_000;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const AUTOCOMPLETE: Readonly<Record<string, string>> = { name: 'name', email: 'email' };

/**
 * What a site wants to know before a chat. Enter goes to the next field, and from the last one sends.
 *
 * @csspart form - The form.
 * @fires {DeskbellIntroduceEvent} deskbell-introduce - Everything that is required was filled in.
 */
@customElement('deskbell-pre-chat')
@localized()
export class DeskbellPreChat extends LitElement {
  static override styles = [tokens, base, buttons, fields, styles];

  /** What stands above the form. */
  @property() greeting = '';

  /** What is asked. */
  @property({ attribute: false }) fields: readonly PreChatField[] = [];

  @state() private faults: Readonly<Record<string, string>> = {};

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, textarea')?.focus();
  }

  protected override render() {
    return html`<form part="form" novalidate autocomplete="on" @submit=${this.submit} @input=${this.forgive}>
      <p dir="auto">${this.greeting}</p>
      ${this.fields.map((field) => this.field(field))}
      <button class="primary">${msg('Start chat')}</button>
    </form>`;
  }

  private field({ field, label, kind, required }: PreChatField) {
    const fault = this.faults[field];
    const described = fault ? `${field}-fault` : nothing;
    const control =
      kind === 'longText'
        ? html`<textarea id=${field} name=${field} rows="3" dir="auto" maxlength=${MAX_LONG} aria-required=${required} aria-invalid=${!!fault} aria-describedby=${described}></textarea>`
        : html`<input
            id=${field}
            name=${field}
            type=${kind}
            dir="auto"
            maxlength=${MAX_LINE}
            autocomplete=${AUTOCOMPLETE[field] ?? 'off'}
            aria-required=${required}
            aria-invalid=${!!fault}
            aria-describedby=${described}
            @keydown=${this.goOn}
          />`;
    return html`<div class="field">
      <label for=${field}>${label}${required ? nothing : html`<small>${msg('optional')}</small>`}</label>
      ${control}${fault ? html`<span class="error" id="${field}-fault">${fault}</span>` : nothing}
    </div>`;
  }

  private faultOf({ field, label, kind, required }: PreChatField, value: string): string {
    if (!value) return required ? msg(str`${label} is missing`) : '';
    if ((kind === 'email' || field === 'email') && !EMAIL.test(value))
      return msg('This does not look like an email address (name@example.com)');
    return '';
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const { fields } = this;
    const values = Object.fromEntries(fields.map(({ field }) => [field, (form.get(field) as string).trim()]));
    const faults = fields
      .map((field) => [field.field, this.faultOf(field, values[field.field] ?? '')] as const)
      .filter(([, fault]) => fault);
    this.faults = Object.fromEntries(faults);
    const [first] = faults;
    if (first) this.renderRoot.querySelector<HTMLElement>(`[name="${CSS.escape(first[0])}"]`)?.focus();
    else this.dispatchEvent(new DeskbellIntroduceEvent(values));
  }

  /** A field that is being mended is not wrong any more. */
  private forgive(event: InputEvent): void {
    const { name } = event.target as HTMLInputElement;
    if (this.faults[name]) this.faults = { ...this.faults, [name]: '' };
  }

  private goOn(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('input, textarea')];
    const next = all[all.indexOf(event.target as HTMLElement) + 1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-pre-chat': DeskbellPreChat;
  }
}
