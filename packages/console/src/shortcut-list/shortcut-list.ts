import { localized, msg } from '@lit/localize';
import { base } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html } from 'lit';
import { property } from 'lit/decorators.js';
import { keysOf } from '../shortcuts/layout.js';
import type { ShortcutName } from '../shortcuts/table.js';
import { shortcutWords } from '../words/shortcut.js';
import { styles } from './shortcut-list.styles.js';
import '@deskbell/parts/dialog/dialog.js';

/**
 * The dialog that lists the keyboard shortcuts of a desk.
 * @fires {DeskbellCloseEvent} deskbell-close - It was closed.
 */
@customElement('deskbell-shortcut-list')
@localized()
export class DeskbellShortcutList extends LitElement {
  static override styles = [tokens, base, styles];

  /** Whether it is shown. */
  @property({ type: Boolean }) open = false;

  protected override render() {
    const words = shortcutWords();
    return html`<deskbell-dialog label=${msg('Keyboard shortcuts')} ?open=${this.open}>
      <dl>
        ${(Object.keys(words) as ShortcutName[]).map(
          (name) => html`<dt>${words[name]}</dt>
            <dd>${name === 'help' ? html`<kbd>?</kbd>` : ''}<kbd>${keysOf(name)}</kbd></dd>`,
        )}
      </dl>
    </deskbell-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-shortcut-list': DeskbellShortcutList;
  }
}
