import { localized, msg, str } from '@lit/localize';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { formats } from '@deskbell/parts/text/formats.js';
import { tokens } from '@deskbell/parts/tokens.js';
import type { ResponseLibrary } from '@deskbell/protocol/responses.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DeskbellResponseEvent } from '../events.js';
import { reveal, rowsInView, stretch, uppermost } from './rows-in-view.js';
import { styles } from './response-library.styles.js';
import { searchIn, type Entry } from './search.js';

const ALL = '';

/** What is printed on the keys. */
const [UP, DOWN, ENTER, ESCAPE] = ['↑', '↓', '↵', 'Esc'];

/**
 * Standard responses by category, to choose one from: by the pointer, or by `move` and `choose` for whoever has the keyboard elsewhere. It
 * knows nothing of what the response is put into.
 *
 * @csspart search - The search box, where it has its own.
 * @csspart category - One category, with its count.
 * @csspart response - One response.
 * @csspart preview - The whole text of the one that is chosen now.
 * @fires {DeskbellResponseEvent} deskbell-response - A response was chosen.
 */
@customElement('deskbell-response-library')
@localized()
export class DeskbellResponseLibrary extends LitElement {
  static override styles = [tokens, base, buttons, fields, styles];

  @property({ attribute: false }) library: ResponseLibrary | undefined;

  /** Fills what a response leaves open. */
  @property({ attribute: false }) fill: (text: string) => string = String;

  /** What is searched for. */
  @property() wanted = '';

  /** Whether it has a search box of its own. */
  @property({ type: Boolean }) searchable = false;

  @state() private category = ALL;
  /** The id of the response that Enter takes. */
  @state() private current: string | undefined;
  @state() private first = 0;
  @state() private isReady = false;

  @query('input') private search!: HTMLInputElement | null;
  @query('.templates') private scroller!: HTMLElement | null;
  @query('.rows') private rows!: HTMLElement | null;

  private found: readonly Entry[] = [];
  private shown: readonly Entry[] = [];
  /** How many were found, by category. */
  private counts: ReadonlyMap<string, number> = new Map();

  override focus(options?: FocusOptions): void {
    this.search?.focus(options);
  }

  /** Goes up or down by so many, round at the ends. */
  move(by: number): void {
    const at = this.shown.findIndex(({ id }) => id === this.current);
    this.current = this.shown.at((at + by) % this.shown.length)?.id;
  }

  /** Takes what is chosen now. Returns whether anything is. */
  choose(): boolean {
    const chosen = this.shown.find(({ id }) => id === this.current);
    if (chosen) this.dispatchEvent(new DeskbellResponseEvent(this.fill(chosen.text)));
    return chosen !== undefined;
  }

  protected override willUpdate(changed: PropertyValues<this> & Map<'category' | 'isReady', unknown>): void {
    const { library } = this;
    if (!library) return;
    if (changed.has('library')) this.index(library);
    if (library.categories.every(({ id }) => id !== this.category)) this.category = ALL;
    if (changed.has('library') || changed.has('wanted') || changed.has('isReady')) this.look(library);
    this.shown = this.category === ALL ? this.found : this.found.filter(({ category }) => category.id === this.category);
    // A list that is another begins at its top; one that only lost something stays where it was.
    const isOther = changed.has('wanted') || changed.has('category');
    if (isOther || !this.shown.some(({ id }) => id === this.current)) this.current = this.shown[0]?.id;
  }

  protected override render() {
    const { library } = this;
    if (!library) return nothing;
    const at = this.shown.findIndex(({ id }) => id === this.current);
    return html`
      ${this.searchable ? this.box(at) : nothing}
      <div class="body">
        <div class="categories scroll" role="tablist" aria-orientation="vertical" aria-label=${msg('Categories')} @keydown=${this.turn}>
          ${this.tab(ALL, msg('All'), this.found.length)}
          ${library.categories.map(({ id, name }) => this.tab(id, name, this.counts.get(id) ?? 0))}
        </div>
        <div class="chosen" role="tabpanel" aria-label=${msg('Standard responses')}>${this.list()} ${this.preview(at)}</div>
      </div>
      <div class="foot" aria-hidden="true">
        <span><kbd>${UP}</kbd><kbd>${DOWN}</kbd>${msg('Choose')}</span><span><kbd>${ENTER}</kbd>${msg('Insert')}</span><span><kbd>${ESCAPE}</kbd>${msg('Close')}</span>
      </div>
      <span class="unseen" role="status">${this.spoken(at)}</span>
    `;
  }

  protected override updated(changed: PropertyValues<this> & Map<'current' | 'category', unknown>): void {
    stretch(this.rows, this.shown.length, this.first);
    if (!changed.has('current') && !changed.has('wanted') && !changed.has('category')) return;
    reveal(
      this.scroller,
      this.shown.findIndex(({ id }) => id === this.current),
    );
  }

  private box(at: number) {
    const label = msg('Search responses');
    return html`<input
      part="search"
      type="search"
      role="combobox"
      autocomplete="off"
      dir="auto"
      aria-label=${label}
      placeholder=${label}
      aria-expanded="true"
      aria-controls="templates"
      aria-activedescendant=${at < 0 ? nothing : `response-${String(at)}`}
      .value=${this.wanted}
      @input=${() => (this.wanted = this.search?.value ?? '')}
      @keydown=${this.press}
    />`;
  }

  private tab(id: string, name: string, count: number) {
    const isOpen = this.category === id;
    return html`<button
      part="category"
      role="tab"
      aria-selected=${isOpen}
      tabindex=${isOpen ? 0 : -1}
      @click=${() => (this.category = id)}
    >
      <bdi title=${name}>${name}</bdi><span class="count">${formats().number(count)}</span>
    </button>`;
  }

  private list() {
    if (this.shown.length === 0) return html`<p class="none">${this.nothingFound()}</p>`;
    const { from, rows } = rowsInView(this.shown, this.first);
    return html`<div class="templates scroll" id="templates" role="listbox" aria-label=${msg('Standard responses')} tabindex="-1" @scroll=${() => (this.first = uppermost(this.scroller))}>
      <div class="rows" role="presentation">
        ${rows.map((entry, index) => this.row(entry, from + index))}
      </div>
    </div>`;
  }

  private row(entry: Entry, at: number) {
    return html`<button
      part="response"
      class="row"
      role="option"
      tabindex="-1"
      id=${`response-${String(at)}`}
      aria-selected=${entry.id === this.current}
      aria-setsize=${this.shown.length}
      aria-posinset=${at + 1}
      @pointermove=${() => (this.current = entry.id)}
      @click=${() => this.take(entry)}
    >
      <bdi class="name" title=${entry.name}>${entry.name}</bdi>
      ${this.category === ALL ? html`<bdi class="in">${entry.category.name}</bdi>` : nothing}
      <span class="text" dir="auto">${this.fill(entry.text)}</span>
    </button>`;
  }

  private preview(at: number) {
    const entry = this.shown[at];
    return entry ? html`<div part="preview" class="preview scroll" dir="auto" tabindex="0">${this.fill(entry.text)}</div>` : nothing;
  }

  private nothingFound(): string {
    return this.wanted.trim() ? msg('No response found. Try another word.') : msg('Nothing is in this category yet.');
  }

  /** What is told to whoever hears the list, while the focus is elsewhere. */
  private spoken(at: number): string {
    const entry = this.shown[at];
    if (!entry) return this.nothingFound();
    const { number } = formats();
    if (this.searchable) return msg(str`Found: ${number(this.shown.length)}`);
    return msg(str`${entry.name}, ${number(at + 1)} of ${number(this.shown.length)}`);
  }

  private look(library: ResponseLibrary): void {
    this.found = searchIn(library).find(this.wanted);
    const counts = new Map<string, number>();
    for (const { category } of this.found) counts.set(category.id, (counts.get(category.id) ?? 0) + 1);
    this.counts = counts;
  }

  private index(library: ResponseLibrary): void {
    const search = searchIn(library);
    this.isReady = false;
    void search.ready.then(() => {
      if (this.library === library) this.isReady = true;
    });
  }

  private take({ id }: Entry): void {
    this.current = id;
    this.choose();
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') this.move(1);
    else if (event.key === 'ArrowUp') this.move(-1);
    else if (event.key === 'Enter') this.choose();
    else return;
    event.preventDefault();
  }

  private turn(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined || !this.library) return;
    event.preventDefault();
    const ids = [ALL, ...this.library.categories.map(({ id }) => id)];
    this.category = ids.at((ids.indexOf(this.category) + step) % ids.length) ?? ALL;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected=true][role=tab]')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-response-library': DeskbellResponseLibrary;
  }
}
