import { localized, msg } from '@lit/localize';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { DeskbellCloseEvent } from '@deskbell/parts/events.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { addressOf, typedOf, type LinkKind } from '../editor/address.js';
import type { LinkChoice } from '../editor/links.js';
import { styles } from './link-dialog.styles.js';
import '@deskbell/parts/dialog/dialog.js';

/** A link was chosen: an address that is safe to open, and the text to display. */
export class DeskbellLinkEvent extends Event {
  readonly choice: LinkChoice;

  constructor(choice: LinkChoice) {
    super('deskbell-link');
    this.choice = choice;
  }
}

/**
 * Where a link is to lead to, and what stands for it.
 *
 * @fires {DeskbellLinkEvent} deskbell-link - "Ok", with an address that is safe to open.
 * @fires {DeskbellCloseEvent} deskbell-close - It was closed, in whatever way.
 */
@customElement('deskbell-link-dialog')
@localized()
export class DeskbellLinkDialog extends LitElement {
  static override styles = [tokens, base, buttons, fields, styles];

  @state() private asked: LinkChoice | undefined;
  @state() private kind: LinkKind = 'web';
  @state() private fault = '';

  @query('[name=address]') private address!: HTMLInputElement;
  @query('[name=text]') private shown!: HTMLInputElement;

  /** Asks for a link; what is there already is filled in. A new one has no address. */
  ask(choice: LinkChoice): void {
    this.kind = typedOf(choice.href).kind;
    this.fault = '';
    this.asked = choice;
  }

  /** Closes it; nothing is made. */
  close(): void {
    this.renderRoot.querySelector('deskbell-dialog')?.close();
  }

  protected override render() {
    const { asked } = this;
    if (!asked) return nothing;
    return html`<deskbell-dialog label=${asked.href ? msg('Edit Link') : msg('Add Link')} open @deskbell-close=${this.settle}>
      <form id="link" novalidate @submit=${this.make}>
        <fieldset aria-label=${msg('Leads to')}>${this.option('web', msg('Web address'))} ${this.option('email', msg('Email Address'))}</fieldset>
        <div class="field">
          <label for="address">${this.kind === 'web' ? msg('Web address') : msg('Email Address')}</label>
          <input
            id="address"
            name="address"
            dir="ltr"
            inputmode=${this.kind === 'web' ? 'url' : 'email'}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            ?autofocus=${true}
            aria-invalid=${this.fault !== ''}
            aria-describedby="fault"
            .value=${typedOf(asked.href).typed}
            @input=${() => (this.fault = '')}
          />
          <p id="fault" class="error" role="alert">${this.fault}</p>
        </div>
        <div class="field">
          <label for="text">${msg('Text to display')}</label>
          <input id="text" name="text" dir="auto" autocomplete="off" .value=${asked.text} />
        </div>
      </form>
      <button slot="actions" @click=${this.close}>${msg('Cancel')}</button>
      <button slot="actions" class="primary" form="link">${msg('Ok')}</button>
    </deskbell-dialog>`;
  }

  private option(kind: LinkKind, words: string) {
    return html`<label>
      <input type="radio" name="kind" .checked=${this.kind === kind} @change=${() => this.choose(kind)} />${words}
    </label>`;
  }

  private choose(kind: LinkKind): void {
    this.kind = kind;
    this.fault = '';
  }

  private make(event: SubmitEvent): void {
    event.preventDefault();
    const href = addressOf(this.kind, this.address.value);
    if (href === undefined) {
      this.fault =
        this.kind === 'web'
          ? msg('Enter a web address, for example www.example.com. It can begin with http, https, mailto or tel.')
          : msg('Enter an email address, for example name@example.com.');
      this.address.focus();
      return;
    }
    const text = this.shown.value;
    this.close();
    this.dispatchEvent(new DeskbellLinkEvent({ href, text }));
  }

  private settle(event: DeskbellCloseEvent): void {
    event.stopPropagation();
    this.asked = undefined;
    this.dispatchEvent(new DeskbellCloseEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-link-dialog': DeskbellLinkDialog;
  }
}
