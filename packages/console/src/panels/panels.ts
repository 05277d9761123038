import { localized } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import type { DeskPanel } from '@deskbell/protocol/site.js';
import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ConversationPiece } from '../desk-piece.js';
import { styles } from './panels.styles.js';
import '../panel/panel.js';

/**
 * The pages of the workspace's own beside a conversation, each under a heading that unfolds it. A page is loaded when it is opened for the
 * first time, and stays open from one conversation to the next.
 *
 * @csspart toggle - The heading of a page.
 * @csspart panel - A page; its own part is exported: `frame`.
 */
@customElement('deskbell-panels')
@localized()
export class DeskbellPanels extends ConversationPiece {
  static override styles = [tokens, base, buttons, styles];

  /** The ids of those that are open. */
  @state() private open: ReadonlySet<string> = new Set();

  private readonly loaded = new Set<string>();

  protected override render() {
    if (this.shown === undefined || !this.lastSummary) return nothing;
    return repeat(
      this.desk?.desk?.panels ?? [],
      ({ id }) => id,
      (panel, index) => this.fold(panel, `panel-${String(index)}`),
    );
  }

  private fold(panel: DeskPanel, id: string) {
    const isOpen = this.open.has(panel.id);
    return html`<section>
      <h3>
        <button part="toggle" class="quiet" aria-expanded=${isOpen} aria-controls=${id} @click=${() => this.toggle(panel.id)}>
          <span>${panel.name}</span>
        </button>
      </h3>
      <div id=${id} ?hidden=${!isOpen}>
        ${
          this.loaded.has(panel.id)
            ? html`<deskbell-panel part="panel" exportparts="frame" .panel=${panel} .conversation=${this.conversation}></deskbell-panel>`
            : nothing
        }
      </div>
    </section>`;
  }

  private toggle(id: string): void {
    this.loaded.add(id);
    const others = [...this.open].filter((each) => each !== id);
    this.open = new Set(this.open.has(id) ? others : [...others, id]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-panels': DeskbellPanels;
  }
}
