import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { DeskbellChooseEvent } from '@deskbell/parts/events.js';
import { icon } from '@deskbell/parts/icon.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ariaModKeys, modKeys } from '../words/mod-keys.js';
import { boldIcon, italicIcon, linkIcon } from './icons.js';
import { styles } from './format-bar.styles.js';
import '../tip/tip.js';

const TOOLS = ['bold', 'italic', 'link'] as const;
type Tool = (typeof TOOLS)[number];

const ICONS: Readonly<Record<Tool, string>> = { bold: boldIcon, italic: italicIcon, link: linkIcon };
const LETTERS: Readonly<Record<Tool, string>> = { bold: 'B', italic: 'I', link: 'K' };
const words = (): Readonly<Record<Tool, string>> => ({ bold: msg('Bold'), italic: msg('Italic'), link: msg('Add Link') });

/**
 * Bold, italics and "Add Link", for the text box beside it. One stop in the order of the keys; arrows go from one to the next. A press takes
 * neither the focus nor the selection from the text.
 *
 * @fires {DeskbellChooseEvent} deskbell-choose - `bold`, `italic` or `link`.
 */
@customElement('deskbell-format-bar')
@localized()
export class DeskbellFormatBar extends LitElement {
  static override styles = [tokens, base, buttons, styles];

  /** Whether what is written now is bold. */
  @property({ type: Boolean }) bold = false;

  /** Whether what is written now is in italics. */
  @property({ type: Boolean }) italic = false;

  /** Turns it off. */
  @property({ type: Boolean }) disabled = false;

  @state() private current: Tool = 'bold';

  protected override render() {
    return html`<div class="bar" role="toolbar" aria-label=${msg('Formatting')} @keydown=${this.walk} @mousedown=${this.keepFocus}>
      ${TOOLS.map((tool) => this.tool(tool))}
    </div>`;
  }

  private tool(tool: Tool) {
    const name = words()[tool];
    return html`<deskbell-tip text=${name} keys=${modKeys(LETTERS[tool])}>
      <button
        class="quiet icon"
        name=${tool}
        tabindex=${tool === this.current ? 0 : -1}
        aria-label=${name}
        aria-keyshortcuts=${ariaModKeys(LETTERS[tool])}
        aria-pressed=${tool === 'link' ? nothing : this[tool]}
        aria-haspopup=${tool === 'link' ? 'dialog' : nothing}
        ?disabled=${this.disabled}
        @focus=${() => (this.current = tool)}
        @click=${() => this.dispatchEvent(new DeskbellChooseEvent(tool))}
      >
        ${icon(ICONS[tool])}
      </button>
    </deskbell-tip>`;
  }

  private keepFocus(event: MouseEvent): void {
    event.preventDefault();
  }

  private walk(event: KeyboardEvent): void {
    const isTurned = getComputedStyle(this).direction === 'rtl';
    const step = { ArrowRight: isTurned ? -1 : 1, ArrowLeft: isTurned ? 1 : -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = TOOLS.at((TOOLS.indexOf(this.current) + step) % TOOLS.length) ?? 'bold';
    this.renderRoot.querySelector<HTMLElement>(`[name=${next}]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-format-bar': DeskbellFormatBar;
  }
}
