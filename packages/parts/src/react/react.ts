import { localized, msg, str } from '@lit/localize';
import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base, buttons } from '../base.js';
import { customElement } from '../custom-element.js';
import { DeskbellReactEvent, type DeskbellChooseEvent } from '../events.js';
import { icon } from '../icon.js';
import { moreIcon, reactIcon } from '../icons.js';
import { place } from '../popover/place.js';
import { popoverStyles } from '../popover/popover.styles.js';
import { tokens } from '../tokens.js';
import { styles } from './react.styles.js';

const GAP = 4;
const LONGEST = 80;

/** What a message is called: its words, or the files where there are none. */
const saidIn = (row: Element): string =>
  row.querySelector('.text')?.textContent ??
  [...row.querySelectorAll('deskbell-attachments > bdi')].map((name) => name.textContent).join(', ');

/**
 * The button beside the message that is pointed at, or was pressed on a phone, and the emoji that it opens. It stands once in a transcript,
 * not in every row, and so costs nothing where nobody reacts. With the keyboard: the arrows up and down go from message to message.
 *
 * @csspart react - The button.
 * @csspart choice - The emoji.
 * @fires {DeskbellReactEvent} deskbell-react - An emoji was chosen.
 */
@customElement('deskbell-react')
@localized()
export class DeskbellReact extends LitElement {
  static override styles = [tokens, base, buttons, popoverStyles, styles];

  /** The address of the emoji; empty for no more of them than six. */
  @property({ attribute: false }) emojiData = '';

  /** The row of the message that it stands beside. */
  @state() private row: HTMLElement | undefined;
  @state() private isOpen = false;
  @state() private hasAll = false;

  @query('.react') private button!: HTMLButtonElement | null;
  @query('[popover]') private popup!: HTMLElement;

  private here: AbortController | undefined;
  private readonly watcher = new ResizeObserver(() => this.settle());

  override connectedCallback(): void {
    super.connectedCallback();
    this.here = new AbortController();
    const { signal } = this.here;
    const flow = this.parentElement;
    flow?.addEventListener('pointerover', (event) => this.follow(event), { signal });
    // A long press, on phones that tell of it.
    flow?.addEventListener('contextmenu', (event) => this.press(event), { signal });
    if (flow) this.watcher.observe(flow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.here?.abort();
    this.watcher.disconnect();
  }

  protected override render() {
    if (!this.row) return nothing;
    const said = saidIn(this.row).slice(0, LONGEST);
    return html`<button
        part="react"
        class="react icon"
        aria-label=${msg(str`React to: ${said}`)}
        title=${msg('React')}
        aria-haspopup="dialog"
        aria-expanded=${this.isOpen}
        popovertarget="choice"
        @keydown=${this.walk}
      >
        ${icon(reactIcon)}
      </button>
      <div id="choice" part="choice" popover role="dialog" aria-label=${msg('React')} @toggle=${this.show} @keydown=${this.leave}>
        ${this.isOpen ? (this.hasAll ? html`<deskbell-emoji data=${this.emojiData} @deskbell-choose=${this.pick}></deskbell-emoji>` : this.few()) : nothing}
      </div>`;
  }

  protected override updated(): void {
    this.settle();
  }

  private few() {
    const mine = this.mine;
    const usual = [
      ['👍', msg('Thumbs up')],
      ['❤️', msg('Heart')],
      ['😂', msg('Laughing')],
      ['😮', msg('Surprised')],
      ['😢', msg('Sad')],
      ['🙏', msg('Thank you')],
    ] as const;
    return html`<div class="few" @keydown=${this.turn}>
      ${usual.map(
        ([emoji, name]) =>
          html`<button class="quiet icon" aria-label=${name} title=${name} aria-pressed=${emoji === mine} @click=${() => this.choose(emoji)}>${emoji}</button>`,
      )}
      ${
        this.emojiData
          ? html`<button class="quiet icon" aria-label=${msg('More emoji')} title=${msg('More emoji')} @click=${this.showAll}>${icon(moreIcon)}</button>`
          : nothing
      }
    </div>`;
  }

  private get rows(): HTMLElement[] {
    return [...(this.parentElement?.querySelectorAll<HTMLElement>('[data-seq]:not([data-seq="0"])') ?? [])];
  }

  /** What the one who looks gave, as it is shown under the message. */
  private get mine(): string | undefined {
    return this.row?.querySelector<HTMLElement>('.pill[aria-pressed=true]')?.dataset.emoji;
  }

  private rowOf({ target }: Event): HTMLElement | undefined {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-seq]') : null;
    return row && row.dataset.seq !== '0' ? row : undefined;
  }

  private follow(event: Event): void {
    const row = this.rowOf(event);
    if (row && !this.isOpen) this.row = row;
  }

  private press(event: MouseEvent): void {
    const row = this.rowOf(event);
    if (!row || !(event instanceof PointerEvent && event.pointerType === 'touch')) return;
    event.preventDefault();
    this.row = row;
    void this.updateComplete.then(() => this.popup.showPopover());
  }

  /** Stands beside its message, or the newest where that is gone; rows above may have become higher. */
  private settle(): void {
    if (!this.row?.isConnected) this.row = this.rows.at(-1);
    const bubble = this.row?.querySelector('.bubble, deskbell-attachments')?.getBoundingClientRect();
    const flow = this.parentElement?.getBoundingClientRect();
    if (!bubble || !flow || !this.button || this.isOpen) return;
    const size = this.button.offsetWidth;
    const isRight = this.row?.matches('.ours') === this.matches(':dir(rtl)');
    const left = isRight ? bubble.right - flow.left + GAP : bubble.left - flow.left - size - GAP;
    this.style.setProperty('left', `${Math.max(0, Math.min(left, flow.width - size))}px`);
    this.style.setProperty('top', `${bubble.top - flow.top + Math.min(0, (bubble.height - size) / 2)}px`);
  }

  private walk(event: KeyboardEvent): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !this.row) return;
    event.preventDefault();
    const { rows } = this;
    this.row = rows[Math.min(rows.indexOf(this.row) + step, rows.length - 1)] ?? this.row;
    this.row.scrollIntoView({ block: 'nearest' });
  }

  private show({ newState }: ToggleEvent): void {
    this.isOpen = newState === 'open';
    this.hasAll = false;
    if (this.isOpen) void this.open();
  }

  private async open(): Promise<void> {
    await this.updateComplete;
    if (!this.button) return;
    place(this.popup, this.button, 'above');
    this.popup.querySelector<HTMLElement>('deskbell-emoji, [aria-pressed=true], button')?.focus();
  }

  private async showAll(): Promise<void> {
    try {
      await import('../emoji/emoji.js');
      this.hasAll = true;
      await this.open();
    } catch {
      // The six are there still; another press tries again.
    }
  }

  private turn(event: KeyboardEvent): void {
    const forward = this.matches(':dir(rtl)') ? -1 : 1;
    const step = { ArrowRight: forward, ArrowLeft: -forward }[event.key];
    if (!step) return;
    event.preventDefault();
    const keys = [...this.popup.querySelectorAll<HTMLElement>('.few button')];
    keys.at((keys.findIndex((key) => key.matches(':focus')) + step) % keys.length)?.focus();
  }

  // Escape is for the emoji alone, not for the window that they are in.
  private leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.shut();
  }

  private pick(event: DeskbellChooseEvent): void {
    event.stopPropagation();
    this.choose(event.item);
  }

  private choose(emoji: string): void {
    const message = Number(this.row?.dataset.seq);
    const next = emoji === this.mine ? null : emoji;
    this.shut();
    this.dispatchEvent(new DeskbellReactEvent(message, next));
  }

  private shut(): void {
    this.button?.focus();
    this.popup.hidePopover();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-react': DeskbellReact;
  }
}
