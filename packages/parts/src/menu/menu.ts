import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { base, buttons } from '../base.js';
import { customElement } from '../custom-element.js';
import { DeskbellChooseEvent } from '../events.js';
import { icon } from '../icon.js';
import { checkIcon, moreIcon } from '../icons.js';
import { place } from '../popover/place.js';
import { popoverStyles } from '../popover/popover.styles.js';
import { tokens } from '../tokens.js';
import { styles } from './menu.styles.js';

/** One thing to do in a menu. */
export interface MenuItem {
  readonly id: string;
  /** In the reader's language. */
  readonly label: string;
  /** One of icons.ts. */
  readonly icon?: string;
  /** The shortcut, as it is written on the keys. */
  readonly keys?: string;
  /** Makes it a switch that is on or off. */
  readonly checked?: boolean;
  /** Ends or deletes something. */
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/**
 * A button that opens a list of things to do. Arrows, Home, End and first letters go through it, Enter chooses, Escape closes.
 *
 * @slot trigger - What stands on the button; three dots where it is empty.
 * @csspart trigger - The button.
 * @csspart menu - The list.
 * @fires {DeskbellChooseEvent} deskbell-choose - An item was chosen; the menu is closed.
 */
@customElement('deskbell-menu')
export class DeskbellMenu extends LitElement {
  static override styles = [tokens, base, buttons, popoverStyles, styles];

  /** What the menu is for, in the reader's language. */
  @property() label = '';

  @property({ attribute: false }) items: readonly MenuItem[] = [];

  @state() private isOpen = false;

  @query('[popover]') private list!: HTMLElement;
  @query('[part=trigger]') private trigger!: HTMLButtonElement;

  override focus(options?: FocusOptions): void {
    this.trigger.focus(options);
  }

  protected override render() {
    return html`
      <button
        part="trigger"
        class="quiet icon"
        aria-label=${this.label}
        title=${this.label}
        aria-haspopup="menu"
        aria-expanded=${this.isOpen}
        popovertarget="menu"
        @keydown=${this.openByArrow}
      >
        <slot name="trigger">${icon(moreIcon)}</slot>
      </button>
      <div id="menu" part="menu" popover role="menu" aria-label=${this.label} tabindex="-1" @toggle=${this.settle} @keydown=${this.walk}>
        ${this.items.map((item) => this.item(item))}
      </div>
    `;
  }

  private item(item: MenuItem) {
    const isSwitch = item.checked !== undefined;
    return html`<button
      class="item ${item.danger ? 'danger' : ''}"
      role=${isSwitch ? 'menuitemcheckbox' : 'menuitem'}
      aria-checked=${ifDefined(item.checked)}
      aria-disabled=${item.disabled ?? false}
      tabindex="-1"
      @click=${() => this.choose(item)}
    >
      ${item.icon ? icon(item.icon) : nothing}<span>${item.label}</span>${item.checked ? icon(checkIcon) : nothing}${
        item.keys ? html`<kbd>${item.keys}</kbd>` : nothing
      }
    </button>`;
  }

  private get buttons(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.item')];
  }

  private choose(item: MenuItem): void {
    if (item.disabled) return;
    this.close();
    this.dispatchEvent(new DeskbellChooseEvent(item.id));
  }

  private close(): void {
    // Chromium loses the focus where a popover in a shadow root closes with it inside.
    this.trigger.focus();
    this.list.hidePopover();
  }

  private settle(event: ToggleEvent): void {
    this.isOpen = event.newState === 'open';
    if (!this.isOpen) return;
    place(this.list, this.trigger, 'below');
    this.buttons[0]?.focus();
  }

  private openByArrow(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.list.showPopover();
  }

  private walk(event: KeyboardEvent): void {
    const { buttons } = this;
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const to = this.target(event.key, at, buttons);
    // Tab goes on from the button; Escape is for the menu alone, not for the window that it is in.
    if (event.key === 'Tab' || event.key === 'Escape') this.close();
    if (event.key === 'Escape') event.stopPropagation();
    if (!to && event.key !== 'Escape') return;
    event.preventDefault();
    to?.focus();
  }

  private target(key: string, at: number, buttons: readonly HTMLButtonElement[]): HTMLButtonElement | undefined {
    if (key === 'ArrowDown') return buttons[(at + 1) % buttons.length];
    if (key === 'ArrowUp') return buttons.at(at - 1);
    if (key === 'Home') return buttons[0];
    if (key === 'End') return buttons.at(-1);
    if (key.length !== 1 || key === ' ') return undefined;
    const round = [...buttons.slice(at + 1), ...buttons.slice(0, at + 1)];
    return round.find((button) => button.innerText.trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase()));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-menu': DeskbellMenu;
  }
}
