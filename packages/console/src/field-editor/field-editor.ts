import { localized, msg, str } from '@lit/localize';
import type { FormFault } from '@deskbell/client/agent.js';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { AGREED, type FieldKind } from '@deskbell/protocol/fields.js';
import type { FormField } from '@deskbell/protocol/forms.js';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DeskbellFieldEvent } from '../form-builder/builder-events.js';
import { styles } from './field-editor.styles.js';

/** Kinds of which one line is typed. */
const TYPED: readonly FieldKind[] = ['text', 'number', 'email', 'phone', 'date', 'cardNumber'];

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * Everything that can be said of one field of a form. It keeps nothing itself: what is changed goes out, and comes back as `field`.
 *
 * @fires {DeskbellFieldEvent} deskbell-field - Something is to be otherwise.
 */
@customElement('deskbell-field-editor')
@localized()
export class DeskbellFieldEditor extends LitElement {
  static override styles = [tokens, base, buttons, fields, styles];

  @property({ attribute: false }) field: FormField | undefined;

  /** What its condition may ask for. */
  @property({ attribute: false }) sources: readonly FormField[] = [];

  /** Whether all of the form is masked. */
  @property({ type: Boolean }) secured = false;

  /** What is wrong with it: `label`, `options[1]`. */
  @property({ attribute: false }) faults: readonly FormFault[] = [];

  /** Puts the focus where something is wrong, or into the label. */
  override focus(options?: FocusOptions): void {
    (this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]') ?? this.renderRoot.querySelector<HTMLElement>('#label'))?.focus(
      options,
    );
  }

  protected override render() {
    const { field } = this;
    if (!field) return nothing;
    const { kind, label, name, help = '', pattern = '', message = '', options, required, masked } = field;
    const isLocked = this.secured || kind === 'file';
    return html`<div class="grid">
        ${this.line('label', kind === 'consent' ? msg('What is agreed to') : msg('Label'), label, (text) => ({ label: text }))}
        ${this.line('name', msg('Name in the answers'), name, (text) => ({ name: text.trim() }))}
      </div>
      ${
        options
          ? this.wrap(
              'options',
              msg('Options, one a line'),
              html`<textarea
                id="options"
                class="scroll"
                rows="4"
                dir="auto"
                aria-invalid=${this.isWrong('options')}
                aria-describedby="options-fault"
                .value=${options.join('\n')}
                @input=${({ target }: Event) => this.change({ options: linesIn((target as HTMLTextAreaElement).value) })}
              ></textarea>`,
            )
          : nothing
      }
      ${this.line('help', msg('Help (optional)'), help, (text) => ({ help: text }))}
      ${
        TYPED.includes(kind)
          ? html`<div class="grid">
            ${this.line('pattern', msg('Pattern (optional)'), pattern, (text) => ({ pattern: text || undefined }), 'ltr')}
            ${pattern ? this.line('message', msg('What is said where it does not fit'), message, (text) => ({ message: text })) : nothing}
          </div>`
          : nothing
      }
      <div class="switches">
        ${this.check('required', msg('Required'), required, (on) => ({ required: on }))}
        ${isLocked ? nothing : this.check('masked', msg('Masked'), masked, (on) => ({ masked: on }))}
      </div>
      ${isLocked && !this.secured ? html`<p class="about">${msg('Files are kept where attachments are, and cannot be masked.')}</p>` : nothing}
      ${this.condition(field)} ${this.rest()}`;
  }

  private condition({ when }: FormField) {
    const { sources } = this;
    if (sources.length === 0 && !when) return nothing;
    const source = sources.find(({ name }) => name === when?.field);
    return this.wrap(
      'when',
      msg('Asked for'),
      html`<select id="when" aria-invalid=${this.isWrong('when')} aria-describedby="when-fault" @change=${this.chooseSource}>
          <option value="" ?selected=${!when}>${msg('Always')}</option>
          ${sources.map(({ name, label }) => html`<option value=${name} ?selected=${name === when?.field}>${msg(str`Depending on “${label}”`)}</option>`)}
        </select>
        ${source && source.kind !== 'consent' && when ? this.values(source, when.is) : nothing}`,
    );
  }

  private values({ label, options = [] }: FormField, is: readonly string[]) {
    return html`<fieldset>
      <legend>${msg(str`Only where “${label}” is`)}</legend>
      ${options.map((option, index) =>
        this.check(`is-${String(index)}`, option, is.includes(option), (on) => {
          const { when } = this.field ?? {};
          return when ? { when: { ...when, is: options.filter((other) => (other === option ? on : when.is.includes(other))) } } : {};
        }),
      )}
    </fieldset>`;
  }

  /** What is wrong in places that have no box of their own. */
  private rest() {
    const known = ['label', 'name', 'options', 'help', 'pattern', 'message', 'when'];
    const rest = this.faults.filter(
      ({ path }) => !known.some((part) => path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`)),
    );
    return rest.length > 0 ? html`<p class="error" role="alert">${rest.map(({ reason }) => reason).join(' ')}</p>` : nothing;
  }

  private line(part: string, label: string, value: string, change: (text: string) => Partial<FormField>, dir: 'auto' | 'ltr' = 'auto') {
    return this.wrap(
      part,
      label,
      html`<input
        id=${part}
        autocomplete="off"
        dir=${dir}
        aria-invalid=${this.isWrong(part)}
        aria-describedby="${part}-fault"
        .value=${value}
        @input=${({ target }: Event) => this.change(change((target as HTMLInputElement).value))}
      />`,
    );
  }

  private wrap(part: string, label: string, box: TemplateResult) {
    return html`<div class="field">
      <label for=${part}>${label}</label>
      ${box}
      <p class="error" id="${part}-fault">${this.faultOf(part) || nothing}</p>
    </div>`;
  }

  private check(id: string, label: string, on: boolean, change: (on: boolean) => Partial<FormField>) {
    return html`<label class="check" for=${id}
      ><input
        id=${id}
        type="checkbox"
        .checked=${on}
        @change=${({ target }: Event) => this.change(change((target as HTMLInputElement).checked))}
      /><bdi>${label}</bdi></label
    >`;
  }

  private readonly chooseSource = ({ target }: Event): void => {
    const source = this.sources.find(({ name }) => name === (target as HTMLSelectElement).value);
    const is = source?.kind === 'consent' ? [AGREED] : [];
    this.change({ when: source && { field: source.name, is } });
  };

  private faultOf(part: string): string {
    const found = this.faults.filter(({ path }) => path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`));
    return found.map(({ reason }) => reason).join(' ');
  }

  private isWrong(part: string): boolean {
    return this.faultOf(part) !== '';
  }

  private change(change: Partial<FormField>): void {
    this.dispatchEvent(new DeskbellFieldEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-field-editor': DeskbellFieldEditor;
  }
}
