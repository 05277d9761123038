import { localized, msg } from '@lit/localize';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { boxView } from '@deskbell/parts/form/box.js';
import { tokens } from '@deskbell/parts/tokens.js';
import type { ActionField, DeskAction } from '@deskbell/protocol/actions.js';
import type { FieldValues, FieldFault } from '@deskbell/protocol/fields.js';
import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { DeskbellActEvent, DeskbellActionFormEvent } from './action-events.js';
import { fieldFaultWords } from '@deskbell/parts/text/field-fault.js';
import { styles } from './action-form.styles.js';

/**
 * The form of an action. It keeps nothing itself: what is typed goes out, and comes back as `values`.
 *
 * @csspart field - A field with its label.
 * @csspart submit - "Submit".
 * @csspart cancel - "Cancel": of the form, or of what is under way.
 * @fires {DeskbellActionFormEvent} deskbell-action-form - Something else stands in a field.
 * @fires {DeskbellActEvent} deskbell-act - "Submit" was pressed, or "Cancel".
 */
@customElement('deskbell-action-form')
@localized()
export class DeskbellActionForm extends LitElement {
  static override styles = [tokens, base, buttons, fields, styles];

  @property({ attribute: false }) action: DeskAction | undefined;

  /** What stands in the fields, by name. */
  @property({ attribute: false }) values: FieldValues = {};

  /** What is wrong with them, by name. */
  @property({ attribute: false }) faults: Readonly<Record<string, FieldFault>> = {};

  /** What is wrong with the whole. */
  @property() fault = '';

  /** Why nothing can be submitted now; empty where it can. */
  @property() reason = '';

  /** Whether it is under way. */
  @property({ type: Boolean, reflect: true }) busy = false;

  /** Puts the focus into the first field that is wrong, or the first one. */
  override focus(options?: FocusOptions): void {
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]');
    (wrong ?? this.renderRoot.querySelector<HTMLElement>('input, select, textarea, [part=submit]'))?.focus(options);
  }

  protected override render() {
    if (!this.action) return nothing;
    const { name, description = '', fields: asked } = this.action;
    return html`<form aria-labelledby="name" novalidate aria-busy=${this.busy} @submit=${this.submit} @keydown=${this.leave}>
      <h4 id="name">${name}</h4>
      ${description ? html`<p class="about">${description}</p>` : nothing} ${asked.map((field, index) => this.field(field, `field-${String(index)}`))}
      <p class="error" role="alert">${this.fault}</p>
      <p class="status" role="status">${this.busy ? msg('The service is at work …') : this.reason}</p>
      <footer>
        <button part="cancel" type="button" class="quiet" @click=${this.cancel}>${msg('Cancel')}</button>
        <button part="submit" class="primary" ?disabled=${this.busy || this.reason !== ''}>${msg('Submit')}</button>
      </footer>
    </form>`;
  }

  private field(field: ActionField, id: string) {
    const fault = this.faults[field.name];
    return html`<div part="field" class="field">
      <label for=${id}>${field.label} ${field.required ? nothing : html`<small>${msg('(optional)')}</small>`}</label>
      ${this.box(field, id, fault !== undefined)}
      <p class="error" id="${id}-fault">${fault ? fieldFaultWords(fault, field) : nothing}</p>
    </div>`;
  }

  private box({ name, kind, options, required }: ActionField, id: string, isWrong: boolean) {
    return boxView({
      id,
      kind,
      options,
      required,
      value: this.values[name] ?? '',
      isWrong,
      describedBy: `${id}-fault`,
      busy: this.busy,
      edit: (value) => {
        this.dispatchEvent(new DeskbellActionFormEvent({ ...this.values, [name]: value }));
      },
    });
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.busy && this.reason === '') this.dispatchEvent(new DeskbellActEvent('submit'));
  }

  private cancel(): void {
    this.dispatchEvent(new DeskbellActEvent('cancel'));
  }

  private leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || Object.values(this.values).some(Boolean)) return;
    event.stopPropagation();
    this.cancel();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-action-form': DeskbellActionForm;
  }
}
