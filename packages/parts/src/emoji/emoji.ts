import { localized, msg } from '@lit/localize';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base, buttons, fields } from '../base.js';
import { customElement } from '../custom-element.js';
import { DeskbellChooseEvent } from '../events.js';
import { tokens } from '../tokens.js';
import { emojiOf, inTone, searchEmoji, type Emoji } from './emoji-data.js';
import { styles } from './emoji.styles.js';

const TONES = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'];

/**
 * A choice of emoji, with search and skin tones. Arrows go through them, Enter takes one.
 *
 * @fires {DeskbellChooseEvent} deskbell-choose - An emoji was taken: `item` is the character.
 */
@customElement('deskbell-emoji')
@localized()
export class DeskbellEmoji extends LitElement {
  static override styles = [tokens, base, buttons, fields, styles];

  /** The address of an emojibase JSON file. */
  @property() data = '';

  @state() private all: readonly Emoji[] = [];
  @state() private group = 0;
  @state() private wanted = '';
  @state() private tone = 0;
  @state() private trouble = false;
  @state() private current = 0;

  @query('[role=tabpanel]') private panel!: HTMLElement;
  @query('input') private search!: HTMLInputElement;

  override focus(options?: FocusOptions): void {
    this.search.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data') && this.data) void this.load();
  }

  protected override render() {
    const shown = this.shown();
    const label = msg('Search emoji');
    return html`
      <div class="head">
        <input type="search" aria-label=${label} placeholder=${label} .value=${this.wanted} @input=${this.look} @keydown=${this.enter} />
        <select aria-label=${msg('Skin tone')} @change=${this.setTone}>
          ${TONES.map((hand, tone) => html`<option value=${tone} ?selected=${tone === this.tone}>${hand}</option>`)}
        </select>
      </div>
      ${this.wanted ? nothing : html`<div role="tablist" aria-label=${msg('Kinds of emoji')} @keydown=${this.turn}>${this.tabs()}</div>`}
      <div class="scroll" role="tabpanel" aria-label=${msg('Emoji')} @keydown=${this.walk}>
        ${
          this.trouble
            ? html`<p role="status">${msg('The emoji could not be loaded. Close this and try again.')}</p>`
            : shown.map((emoji, index) => this.key(emoji, index))
        }
        ${this.wanted && !shown.length ? html`<p role="status">${msg('No emoji found')}</p>` : nothing}
      </div>
    `;
  }

  /** The groups of emojibase (2 is not for people), each with its face. */
  private groups(): readonly (readonly [number, string, string])[] {
    return [
      [0, '😀', msg('Smileys')],
      [1, '👋', msg('People')],
      [3, '🐻', msg('Animals and nature')],
      [4, '🍔', msg('Food and drink')],
      [5, '🚗', msg('Travel and places')],
      [6, '⚽', msg('Activities')],
      [7, '💡', msg('Objects')],
      [8, '💟', msg('Symbols')],
      [9, '🏁', msg('Flags')],
    ];
  }

  private tabs() {
    return this.groups().map(
      ([group, sign, name]) =>
        html`<button
          role="tab"
          aria-label=${name}
          title=${name}
          aria-selected=${group === this.group}
          tabindex=${group === this.group ? 0 : -1}
          @click=${() => this.open(group)}
        >
          ${sign}
        </button>`,
    );
  }

  private key(emoji: Emoji, index: number) {
    const character = inTone(emoji, this.tone);
    return html`<button
      class="key"
      aria-label=${emoji.annotation}
      title=${emoji.annotation}
      tabindex=${index === this.current ? 0 : -1}
      @click=${() => this.dispatchEvent(new DeskbellChooseEvent(character))}
    >
      ${character}
    </button>`;
  }

  private shown(): readonly Emoji[] {
    return this.wanted ? searchEmoji(this.all, this.wanted) : this.all.filter(({ group }) => group === this.group);
  }

  private async load(): Promise<void> {
    this.trouble = false;
    try {
      this.all = await emojiOf(this.data);
    } catch {
      this.trouble = true;
    }
  }

  private open(group: number): void {
    this.group = group;
    this.current = 0;
    this.panel.scrollTop = 0;
  }

  private look(): void {
    this.wanted = this.search.value.trim();
    this.current = 0;
  }

  private setTone(event: Event): void {
    this.tone = Number((event.target as HTMLSelectElement).value);
  }

  private enter(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') void this.go(0);
    else if (event.key === 'Enter' && !event.isComposing && this.wanted) this.renderRoot.querySelector<HTMLElement>('.key')?.click();
    else return;
    event.preventDefault();
  }

  private turn(event: KeyboardEvent): void {
    const step = this.step(event.key, 0);
    if (!step) return;
    event.preventDefault();
    const groups = this.groups().map(([group]) => group);
    this.open(groups.at((groups.indexOf(this.group) + step) % groups.length) ?? 0);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
  }

  private walk(event: KeyboardEvent): void {
    const keys = this.renderRoot.querySelectorAll<HTMLElement>('.key');
    const top = keys[0]?.offsetTop;
    const columns = [...keys].filter((key) => key.offsetTop === top).length;
    const step = this.step(event.key, columns);
    if (!step) return;
    event.preventDefault();
    if (this.current + step < 0) this.focus();
    else void this.go(Math.min(this.current + step, keys.length - 1));
  }

  private step(key: string, columns: number): number {
    const forward = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    return { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: columns, ArrowUp: -columns }[key] ?? 0;
  }

  private async go(index: number): Promise<void> {
    this.current = index;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.key')[index]?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-emoji': DeskbellEmoji;
  }
}
