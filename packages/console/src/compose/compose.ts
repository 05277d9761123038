import { localized, msg } from '@lit/localize';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellDraftEvent, DeskbellSubmitEvent } from '@deskbell/parts/events.js';
import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { ConversationPiece } from '../desk-piece.js';
import { failedIn } from '../standing.js';
import { connectionWords } from '../words/connection.js';
import { styles } from './compose.styles.js';
import '@deskbell/parts/composer/composer.js';

/**
 * The compose bar of one conversation. What is begun is kept for each conversation, over a switch and a reload, until it is sent.
 *
 * @slot tools - More buttons, beside "Emoji".
 * @csspart composer - The compose bar; its own parts are exported: `field`, `send`, `emoji`, `resend`, `note`.
 */
@customElement('deskbell-compose')
@localized()
export class DeskbellCompose extends ConversationPiece {
  static override styles = styles;

  @state() private draft = '';

  @query('deskbell-composer') private composer!: DeskbellComposer | null;

  private drafted: string | undefined;

  protected override readonly shortcuts = { write: () => this.write(), resend: () => this.resend() };

  override focus(options?: FocusOptions): void {
    this.composer?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { drafts } = this.host ?? {};
    if (!drafts || this.drafted === this.shown) return;
    this.drafted = this.shown;
    this.draft = this.shown === undefined ? '' : (drafts.of(this.shown).text ?? '');
  }

  protected override render() {
    if (this.shown === undefined) return nothing;
    const reason = this.reason();
    return html`<deskbell-composer
      part="composer"
      exportparts="field, send, emoji, resend, note"
      side="agent"
      emoji-data=${this.host?.emoji ?? ''}
      .value=${this.draft}
      .disabled=${reason !== ''}
      .reason=${reason}
      .failed=${failedIn(this.view).length > 0}
      placeholder=${msg('Write a reply')}
      @deskbell-draft=${this.keep}
      @deskbell-submit=${this.say}
      @deskbell-typing=${this.type}
      @deskbell-resend=${this.resend}
      ><slot name="tools" slot="tools"></slot
    ></deskbell-composer>`;
  }

  private reason(): string {
    const { desk, summary } = this;
    if (!desk || !summary) return msg('Connecting');
    if (summary.phase === 'waiting') return msg('Accept the conversation to write');
    if (summary.phase !== 'active') return msg('The conversation is over');
    return connectionWords(desk.connection)?.reason ?? (desk.connection.phase === 'open' ? '' : msg('Connecting'));
  }

  private keep(event: DeskbellDraftEvent): void {
    this.draft = event.value;
    if (this.shown !== undefined) this.host?.drafts?.change(this.shown, { text: event.value });
  }

  private say(event: DeskbellSubmitEvent): void {
    if (this.shown !== undefined) this.host?.activeSession?.say(this.shown, event.text);
  }

  private type(): void {
    if (this.shown !== undefined) this.host?.activeSession?.type(this.shown);
  }

  private resend(): boolean {
    const failed = failedIn(this.view);
    for (const { id } of failed) if (this.shown !== undefined) this.host?.activeSession?.resend(this.shown, id);
    return failed.length > 0;
  }

  private write(): boolean {
    this.focus();
    return this.composer !== null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-compose': DeskbellCompose;
  }
}
