import { localized, msg, str } from '@lit/localize';
import type { FileLimits } from '@deskbell/protocol/attachments.js';
import { cleanValue, faultOf } from '@deskbell/protocol/check-fields.js';
import type { FieldFault, FieldValues } from '@deskbell/protocol/fields.js';
import { isMasked, type Form, type FormField } from '@deskbell/protocol/forms.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, buttons, fields } from '../base.js';
import { customElement } from '../custom-element.js';
import { icon } from '../icon.js';
import { fieldFaultWords } from '../text/field-fault.js';
import { tokens } from '../tokens.js';
import { AttachedFiles } from '../uploads/attached-files.js';
import type { UploadSource } from '../uploads/upload.js';
import { entryOf, type Entry } from './entry.js';
import { fieldView } from './field-view.js';
import { DeskbellFillEvent, DeskbellFilledEvent } from './form-events.js';
import { lockIcon } from './form-icons.js';
import { styles } from './form.styles.js';

type Faults = Readonly<Record<string, FieldFault>>;

const NONE: Form = { id: '', name: '', secured: false, fields: [] };

/**
 * A form to be filled in. It keeps nothing but what is typed, and that only while it is there; what is masked leaves it by `answer` alone.
 *
 * @csspart field - A field with its label.
 * @csspart submit - "Send".
 * @fires {DeskbellFillEvent} deskbell-fill - Something else stands in it.
 * @fires {DeskbellFilledEvent} deskbell-filled - It is filled in, and `answer` is to be sent.
 */
@customElement('deskbell-form')
@localized()
export class DeskbellForm extends LitElement {
  static override styles = [tokens, base, buttons, fields, styles];

  @property({ attribute: false }) form: Form | undefined;

  /** What it begins with, by the field's name. */
  @property({ attribute: false }) values: FieldValues = {};

  /** What the relay does not take of it, by the field's name. */
  @property({ attribute: false }) faults: Faults = {};

  /** What is wrong with the whole. */
  @property() fault = '';

  /** Why it cannot be sent now; empty where it can. */
  @property() reason = '';

  /** Whether it is on its way. */
  @property({ type: Boolean, reflect: true }) busy = false;

  /** Where files go up, at `placeOf` their field; none can be chosen without it. */
  @property({ attribute: false }) files: UploadSource | undefined;

  @property({ attribute: false }) placeOf: (field: string) => string = (field) => field;

  /** What may be attached. */
  @property({ attribute: false }) limits: FileLimits | undefined;

  @state() private typed: FieldValues = {};
  @state() private wrong: Faults = {};
  /** What had to be mended when it was to be sent. */
  @state() private failed: readonly string[] = [];
  /** The masked field that the focus is in. */
  @state() private inside = '';
  /** The masked fields whose dots are to stay while they are typed. */
  @state() private covered: readonly string[] = [];

  private readonly attached = new Map<string, AttachedFiles>();
  private told = '[0,{}]';
  /** Settles when nothing is pressed. */
  private released = Promise.resolve();

  /** What is filled in, clean; masked values too. */
  get answer(): FieldValues {
    return this.entry.values;
  }

  /** Puts the focus into the first field that is wrong, or the first one. */
  override focus(options?: FocusOptions): void {
    const [wrong] = this.renderRoot.querySelectorAll('.wrong');
    (wrong ?? this.renderRoot).querySelector<HTMLElement>('input:not([hidden]), select, textarea, button')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.typed = this.values;
    for (const { name, kind } of this.form?.fields ?? [])
      if (kind === 'file' && !this.attached.has(name))
        this.attached.set(name, new AttachedFiles(this, () => ({ source: this.files, place: this.placeOf(name) })));
    if (changed.has('faults')) this.refuse(this.faults);
  }

  protected override render() {
    const { form } = this;
    if (!form) return nothing;
    const { asked, filled } = this.entry;
    const masked = form.fields.some((field) => isMasked(form, field));
    return html`<form aria-labelledby="name" novalidate aria-busy=${this.busy} @submit=${this.submit} @keydown=${this.goOn} @pointerdown=${this.hold}>
      <header>
        <div class="line">
          <h3 id="name" dir="auto">${form.name}</h3>
          ${form.fields.length > 1 ? html`<span>${msg(str`${filled} of ${asked.length}`)}</span>` : nothing}
        </div>
        ${
          // A drawing, because how wide a bar is may not stand in a style attribute.
          form.fields.length > 1
            ? html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width=${Math.round((100 * filled) / asked.length)} height="4"></rect>
            </svg>`
            : nothing
        }
        ${form.intro ? html`<p class="intro" dir="auto">${form.intro}</p>` : nothing}
      </header>
      ${repeat(
        asked,
        ({ name }) => name,
        (field) => this.field(form, field),
      )}
      <footer>
        ${masked ? html`<p class="safe">${icon(lockIcon)}${msg('What has a lock is encrypted in your browser before it is sent.')}</p>` : nothing}
        <p class="fault" role="alert">${this.failed.length ? msg(str`Not right yet: ${this.failed.join(', ')}`) : this.fault}</p>
        <button part="submit" class="primary send" aria-disabled=${this.busy || this.reason !== ''} aria-describedby="status">
          ${this.busy ? msg('Sending') : msg('Send')}
        </button>
        <p id="status" class="status" role="status">${this.reason}</p>
      </footer>
    </form>`;
  }

  protected override updated(): void {
    const { filled, open } = this.entry;
    const now = JSON.stringify([filled, open]);
    if (this.told !== now && this.form) this.dispatchEvent(new DeskbellFillEvent(filled, open));
    this.told = now;
  }

  private field(form: Form, field: FormField) {
    const { name } = field;
    return fieldView({
      field,
      id: `field-${String(form.fields.indexOf(field))}`,
      value: this.typed[name] ?? '',
      fault: this.words(field),
      isMasked: isMasked(form, field),
      isBare: this.inside === name && !this.covered.includes(name),
      busy: this.busy,
      attached: this.attached.get(name),
      limits: this.limits,
      edit: (value) => this.edit(name, value),
      leave: () => void this.released.then(() => this.check(field)),
      enter: (isInside) => (this.inside = isInside ? name : ''),
      cover: (isCovered) => (this.covered = isCovered ? [...this.covered, name] : this.covered.filter((each) => each !== name)),
    });
  }

  private words(field: FormField): string {
    const { name, kind, message = '' } = field;
    if (!this.wrong[name]) return '';
    const waits = this.attached.get(name)?.waits ?? '';
    // Files come and go by themselves.
    const fault = kind === 'file' ? (this.entry.faults[name] ?? this.faults[name]) : this.wrong[name];
    if (waits || !fault) return waits;
    return fault === 'no-match' && message ? message : fieldFaultWords(fault, field);
  }

  private get entry(): Entry {
    const files = [...this.attached].map(([name, { ready }]) => [name, ready.map(({ id }) => id).join('\n')]);
    return entryOf(this.form ?? NONE, { ...this.typed, ...(Object.fromEntries(files) as FieldValues) });
  }

  private edit(name: string, value: string): void {
    this.typed = { ...this.typed, [name]: value };
    this.mend(name);
  }

  /** A field that is being mended is not wrong any more. */
  private mend(name: string): void {
    const { [name]: _mended, ...wrong } = this.wrong;
    this.wrong = wrong;
    if (!Object.keys(wrong).length) this.failed = [];
  }

  /** What was left is looked at; that it is empty is said only when it is to be sent. */
  private check(field: FormField): void {
    const value = cleanValue(field.kind, this.typed[field.name] ?? '');
    const fault = value ? faultOf(field, value) : undefined;
    if (fault) this.wrong = { ...this.wrong, [field.name]: fault };
  }

  /** Words that come up at a field while something is pressed would move that away from under the pointer. */
  private hold(): void {
    this.released = new Promise((resolve) => {
      const done = new AbortController();
      const release = (): void => {
        done.abort();
        // The click comes first.
        requestAnimationFrame(() => resolve());
      };
      for (const end of ['pointerup', 'pointercancel']) addEventListener(end, release, { signal: done.signal });
    });
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy || this.reason) return;
    const { faults, asked } = this.entry;
    const waiting = asked.filter(({ name }) => this.attached.get(name)?.waits).map(({ name }) => [name, 'no-file']);
    const wrong = { ...faults, ...(Object.fromEntries(waiting) as Faults) };
    this.refuse(wrong);
    if (!Object.keys(wrong).length) this.dispatchEvent(new DeskbellFilledEvent());
  }

  private refuse(wrong: Faults): void {
    this.wrong = wrong;
    this.failed = (this.form?.fields ?? []).filter(({ name }) => wrong[name]).map(({ label }) => label);
    if (this.failed.length) void this.updateComplete.then(() => this.focus());
  }

  /** Enter goes to the next box, and from the last one sends. */
  private goOn(event: KeyboardEvent): void {
    const [box] = event.composedPath();
    if (event.key !== 'Enter' || event.isComposing || !(box instanceof HTMLInputElement)) return;
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('input:not([hidden]), select, textarea')];
    const next = all[all.indexOf(box) + 1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-form': DeskbellForm;
  }
}
