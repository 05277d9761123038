import { localized, msg, str } from '@lit/localize';
import type { FormFault } from '@deskbell/client/agent.js';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import type { DeskbellChooseEvent } from '@deskbell/parts/events.js';
import { chevronRightIcon, downIcon } from '@deskbell/parts/icons.js';
import { formats } from '@deskbell/parts/text/formats.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { FIELD_KINDS, type FieldKind } from '@deskbell/protocol/fields.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DeskbellFormDraftEvent, type DeskbellFieldEvent } from '../form-builder/builder-events.js';
import { changeField, moveField, sourcesOf, withField, withoutField, type Draft, type DraftField } from '../form-builder/draft.js';
import { gripIcon, lockIcon, plusIcon, trashIcon, upIcon } from '../form-builder/icons.js';
import { kindName } from '../form-builder/kind-words.js';
import { styles } from './form-editor.styles.js';
import '@deskbell/parts/menu/menu.js';
import '../field-editor/field-editor.js';

/**
 * One form: what it is called, and its fields in their order, by drag or by the keyboard. It keeps nothing but what is unfolded: what is
 * changed goes out, and comes back as `draft`.
 *
 * @csspart field - A field.
 * @fires {DeskbellFormDraftEvent} deskbell-form-draft - Something is to be otherwise.
 */
@customElement('deskbell-form-editor')
@localized()
export class DeskbellFormEditor extends LitElement {
  static override styles = [tokens, base, buttons, fields, styles];

  @property({ attribute: false }) draft: Draft | undefined;

  /** What is wrong with it: `name`, `fields[0].label`. */
  @property({ attribute: false }) faults: readonly FormFault[] = [];

  /** The key of the field that is unfolded. */
  @state() private unfolded: number | undefined;
  /** The key of what is being dragged, and the place it would be dropped at. */
  @state() private dragged: number | undefined;
  @state() private over: number | undefined;
  @state() private said = '';

  /** Puts the focus into the name, all of it selected: what is new is called something else next. */
  showStart(): void {
    this.renderRoot.querySelector<HTMLInputElement>('#name')?.select();
  }

  /** Unfolds the first thing that is wrong, and puts the focus there. */
  async showFault(): Promise<void> {
    await this.updateComplete;
    const own = this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]');
    const wrong = this.draft?.fields.find((_, index) => this.faultsOf(index).length > 0);
    if (own || !wrong) return (own ?? this.renderRoot.querySelector<HTMLElement>('#add'))?.focus();
    await this.unfold(wrong.key);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('draft');
    if (changed.has('draft') && before?.about.id !== this.draft?.about.id) this.unfolded = undefined;
  }

  protected override render() {
    const { draft } = this;
    if (!draft) return nothing;
    const { name, intro = '', secured, retentionDays } = draft.about;
    return html`
      <div class="about">
        ${this.box('name', msg('Name'), html`<input id="name" autocomplete="off" dir="auto" aria-invalid=${this.isWrong('name')} aria-describedby="name-fault" .value=${name} @input=${(event: Event) => this.say({ name: this.typedIn(event) })} />`)}
        ${this.box('intro', msg('Introduction (optional)'), html`<textarea id="intro" class="scroll" rows="2" dir="auto" aria-invalid=${this.isWrong('intro')} aria-describedby="intro-fault" .value=${intro} @input=${(event: Event) => this.say({ intro: this.typedIn(event) })}></textarea>`)}
        <div class="pair">
          <label class="switch" for="secured">
            <input id="secured" type="checkbox" .checked=${secured} aria-describedby="secured-help" @change=${({ target }: Event) => this.say({ secured: (target as HTMLInputElement).checked })} />
            <span>${msg('Secure whole form')}<small id="secured-help">${msg('Every answer but files is masked. Agents see them by “View” only.')}</small></span>
          </label>
          ${this.box('retentionDays', msg('Keep masked answers for, in days'), html`<input id="retentionDays" inputmode="numeric" autocomplete="off" placeholder=${msg('For ever')} aria-invalid=${this.isWrong('retentionDays')} aria-describedby="retentionDays-fault" .value=${retentionDays === undefined ? '' : String(retentionDays)} @input=${(event: Event) => this.keepFor(this.typedIn(event))} />`)}
        </div>
      </div>
      <h3 id="fields">${msg('Fields')}</h3>
      <ol aria-labelledby="fields" @dragover=${(event: DragEvent) => this.dragged !== undefined && event.preventDefault()} @drop=${this.drop}>
        ${repeat(
          draft.fields,
          ({ key }) => key,
          (each, index) => this.item(draft, each, index),
        )}
      </ol>
      <p class="error" role="alert">${this.loose() || nothing}</p>
      <deskbell-menu id="add" label=${msg('Add a field')} .items=${FIELD_KINDS.map((kind) => ({ id: kind, label: kindName(kind) }))} @deskbell-choose=${this.add}
        ><span slot="trigger" class="add">${icon(plusIcon)}${msg('Add a field')}</span></deskbell-menu
      >
      <p class="unseen" role="status">${this.said}</p>
    `;
  }

  private item(draft: Draft, { key, field }: DraftField, index: number) {
    const isOpen = this.unfolded === key;
    const faults = this.faultsOf(index);
    const label = field.label || kindName(field.kind);
    const isOver = this.over === index && this.dragged !== undefined;
    return html`<li
      part="field"
      class="${isOver ? 'over' : ''} ${this.dragged === key ? 'dragged' : ''} ${faults.length > 0 ? 'wrong' : ''}"
      @dragenter=${() => (this.over = index)}
    >
      <div class="row">
        <span class="grip" draggable="true" aria-hidden="true" @dragstart=${(event: DragEvent) => this.drag(event, key)} @dragend=${() => (this.dragged = this.over = undefined)}>${icon(gripIcon)}</span>
        <button class="quiet fold" aria-expanded=${isOpen} @click=${() => (isOpen ? (this.unfolded = undefined) : void this.unfold(key))}>
          ${icon(chevronRightIcon, true)}<bdi class="label">${label}</bdi>
          ${draft.about.secured || field.masked ? html`${icon(lockIcon)}<span class="unseen">${msg('Masked')}</span>` : nothing}
          <span class="kind">${kindName(field.kind)}${field.required ? nothing : html` · ${msg('optional')}`}</span>
        </button>
        <button class="quiet icon" data-move="up" aria-label=${msg(str`Move ${label} up`)} ?disabled=${index === 0} @click=${() => this.move(key, index - 1, 'up')}>${icon(upIcon)}</button>
        <button class="quiet icon" data-move="down" aria-label=${msg(str`Move ${label} down`)} ?disabled=${index === draft.fields.length - 1} @click=${() => this.move(key, index + 1, 'down')}>${icon(downIcon)}</button>
        <button class="quiet icon" aria-label=${msg(str`Delete ${label}`)} @click=${() => this.deleteField(key, index)}>${icon(trashIcon)}</button>
      </div>
      ${
        isOpen
          ? html`<deskbell-field-editor
            .field=${field}
            .sources=${sourcesOf(draft, key)}
            .secured=${draft.about.secured}
            .faults=${faults}
            @deskbell-field=${({ change }: DeskbellFieldEvent) => this.draft && this.tell(changeField(this.draft, key, change))}
          ></deskbell-field-editor>`
          : nothing
      }
    </li>`;
  }

  private box(part: string, label: string, control: unknown) {
    return html`<div class="box">
      <label for=${part}>${label}</label>
      ${control}
      <p class="error" id="${part}-fault">${this.faultAt(part) || nothing}</p>
    </div>`;
  }

  private typedIn({ target }: Event): string {
    return (target as HTMLInputElement).value;
  }

  private faultAt(part: string): string {
    return this.faults.flatMap(({ path, reason }) => (path === part ? [reason] : [])).join(' ');
  }

  private isWrong(part: string): boolean {
    return this.faultAt(part) !== '';
  }

  private faultsOf(index: number): FormFault[] {
    const at = `fields[${String(index)}]`;
    return this.faults
      .filter(({ path }) => path === at || path.startsWith(`${at}.`))
      .map(({ path, reason }) => ({ path: path.slice(at.length + 1), reason }));
  }

  /** What is wrong in places that have no box. */
  private loose(): string {
    const known = ['name', 'intro', 'retentionDays'];
    return this.faults
      .filter(({ path }) => !known.includes(path) && !path.startsWith('fields['))
      .map(({ reason }) => reason)
      .join(' ');
  }

  private tell(draft: Draft): void {
    // The next change may come before whoever shows it has.
    this.draft = draft;
    this.dispatchEvent(new DeskbellFormDraftEvent(draft));
  }

  private say(part: Partial<Draft['about']>): void {
    if (this.draft) this.tell({ ...this.draft, about: { ...this.draft.about, ...part } });
  }

  private keepFor(typed: string): void {
    this.say({ retentionDays: typed.trim() ? Number(typed) : undefined });
  }

  private readonly add = (event: DeskbellChooseEvent): void => {
    event.stopPropagation();
    if (!this.draft) return;
    const kind = event.item as FieldKind;
    const draft = withField(this.draft, kind, kindName(kind));
    this.tell(draft);
    const last = draft.fields.at(-1);
    if (last) void this.unfold(last.key);
  };

  private async unfold(key: number): Promise<void> {
    this.unfolded = key;
    await this.updateComplete;
    const editor = this.renderRoot.querySelector('deskbell-field-editor');
    await editor?.updateComplete;
    editor?.focus();
  }

  private async deleteField(key: number, index: number): Promise<void> {
    if (!this.draft) return;
    this.tell(withoutField(this.draft, key));
    this.said = msg('Field deleted');
    await this.updateComplete;
    const left = this.renderRoot.querySelectorAll<HTMLElement>('.fold');
    (left[Math.min(index, left.length - 1)] ?? this.renderRoot.querySelector<HTMLElement>('#add'))?.focus();
  }

  private async move(key: number, to: number, way: 'up' | 'down'): Promise<void> {
    if (!this.draft) return;
    this.tell(moveField(this.draft, key, to));
    const number = formats().number;
    this.said = msg(str`Now ${number(to + 1)} of ${number(this.draft.fields.length)}`);
    await this.updateComplete;
    // Whoever moves on at the end finds the other way there.
    const row = this.renderRoot.querySelectorAll('li')[to];
    (
      row?.querySelector<HTMLElement>(`[data-move=${way}]:not([disabled])`) ??
      row?.querySelector<HTMLElement>('[data-move]:not([disabled])')
    )?.focus();
  }

  private drag(event: DragEvent, key: number): void {
    const row = (event.target as HTMLElement).closest('li');
    if (row) event.dataTransfer?.setDragImage(row, 16, 16);
    event.dataTransfer?.setData('text/plain', '');
    this.dragged = key;
  }

  private drop(event: DragEvent): void {
    const { dragged, over, draft } = this;
    this.dragged = this.over = undefined;
    if (dragged === undefined || over === undefined || !draft) return;
    event.preventDefault();
    this.tell(moveField(draft, dragged, over));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-form-editor': DeskbellFormEditor;
  }
}
