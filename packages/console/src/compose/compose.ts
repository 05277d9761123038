import { localized, msg } from '@lit/localize';
import type { DeskbellAttach } from '@deskbell/parts/attach/attach.js';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellChooseEvent } from '@deskbell/parts/events.js';
import type { DeskbellDraftEvent, DeskbellSubmitEvent } from '@deskbell/parts/events.js';
import { AttachedFiles } from '@deskbell/parts/uploads/attached-files.js';
import type { Marked } from '@deskbell/protocol/marks.js';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskbellAssist } from '../assist/assist.js';
import type { DeskHost } from '../contexts.js';
import { ConversationPiece } from '../desk-piece.js';
import type { DeskbellInsertEvent } from '../panel/insert-event.js';
import { failedIn } from '../standing.js';
import { knownIn } from '../responses/known.js';
import type { DeskbellResponses } from '../responses/responses.js';
import { ariaKeysOf, keysOf } from '../shortcuts/layout.js';
import { connectionWords } from '../words/connection.js';
import { NO_WRITING, type DeskbellWritingEvent, type Writing } from '../writing/writing-event.js';
import { styles } from './compose.styles.js';
import '@deskbell/parts/composer/composer.js';

/**
 * The compose bar of one conversation: a plain text box at once, and bold, italics and links as soon as the editor has loaded. What is begun is kept for each conversation, over a switch and a reload, until it is sent.
 *
 * @slot tools - More buttons, beside "Emoji".
 * @csspart responses - "Standard responses".
 * @csspart forms - "Forms".
 * @csspart cobrowse - "Co-Browse".
 * @csspart composer - The compose bar; its own parts are exported: `field`, `format`, `send`, `emoji`, `resend`, `note`.
 * @csspart attach - "Attachments".
 * @csspart upload - A file that goes with the message.
 */
@customElement('deskbell-compose')
@localized()
export class DeskbellCompose extends ConversationPiece {
  static override styles = styles;

  /** Loads what defines `<deskbell-editor>`. Where it fails the plain text box stays. */
  @property({ attribute: false }) loadEditor: () => Promise<unknown> = () => import('../editor/editor.js');

  /** Over which files can be dropped; itself where it is left out. */
  @property({ attribute: false }) over: Element | undefined;

  @state() private draft = '';
  @state() private hasResponses = false;
  @state() private isRich = false;
  @state() private hasAi = false;
  @state() private hasForms = false;
  @state() private writing: Writing = NO_WRITING;

  @query('deskbell-composer') private composer!: DeskbellComposer | null;
  // Nothing but its name till it is loaded.
  @query('deskbell-attach') private attaching!: Partial<DeskbellAttach> | null;
  @query('deskbell-assist') private assist!: DeskbellAssist | null;
  @query('deskbell-responses') private responses!: DeskbellResponses | null;

  private readonly files = new AttachedFiles(this, () => ({ source: this.host?.activeSession?.files, place: this.shown }));
  private drafted: string | undefined;
  /** What the conversation had when it was opened, or when the editor came. */
  private restored: Marked = { text: '' };
  private hasAsked = false;
  private isComposing = false;

  protected override readonly shortcuts = {
    write: () => this.write(),
    resend: () => this.resend(),
    responses: () => this.responses?.toggle() ?? false,
    attach: () => this.attaching?.choose?.() ?? false,
  };

  override focus(options?: FocusOptions): void {
    this.composer?.focus(options);
  }

  protected override attend(desk: DeskHost, signal: AbortSignal): void {
    desk.addEventListener('deskbell-insert', (event) => this.insert(event), { signal });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.hasResponses && (this.desk?.desk?.responses ?? null) !== null)
      void this.equip(import('../responses/responses.js'), () => (this.hasResponses = true));
    if (!this.hasForms && this.desk?.desk?.forms.length) void this.equip(import('../forms.js'), () => (this.hasForms = true));
    const { rewrite = false, assist = false } = this.desk?.desk?.ai ?? {};
    if (!this.hasAi && (rewrite || assist)) void this.equip(import('../assist/assist.js'), () => (this.hasAi = true));
    if (!this.host?.drafts || this.drafted === this.shown) return;
    this.drafted = this.shown;
    this.restore();
  }

  protected override turn(): void {
    this.responses?.close();
    // What could not be loaded a while ago may be there now.
    this.hasAsked = this.isRich;
  }

  protected override render() {
    if (this.shown === undefined) return nothing;
    const reason = this.reason();
    const limits = this.desk?.desk?.files;
    return html`<deskbell-composer
      part="composer"
      exportparts="field, send, emoji, resend, note"
      side="agent"
      emoji-data=${this.host?.emoji ?? ''}
      .value=${this.draft}
      .disabled=${reason !== ''}
      .reason=${reason}
      .failed=${failedIn(this.view).length > 0}
      .attached=${this.files.ready.length > 0}
      .waits=${this.files.waits}
      placeholder=${msg('Write a reply')}
      @deskbell-draft=${this.keep}
      @deskbell-submit=${this.say}
      @deskbell-typing=${this.type}
      @deskbell-resend=${this.resend}
      @compositionstart=${() => (this.isComposing = true)}
      @compositionend=${() => (this.isComposing = false)}
      >${limits ? this.files.view({ limits, disabled: reason !== '', over: this.over ?? this, keys: [keysOf('attach'), ariaKeysOf('attach')] }) : nothing}${this.isRich ? this.editor(reason) : nothing}${this.hasResponses ? this.tool(reason !== '') : nothing}${this.hasAi ? this.ai(reason !== '') : nothing}${this.hasForms ? this.forms(reason !== '') : nothing}${this.desk?.desk?.cobrowse ? this.cobrowse(reason) : nothing}<slot name="tools" slot="tools"></slot
    ></deskbell-composer>`;
  }

  protected override updated(): void {
    if (this.summary?.phase === 'active' && !this.hasAsked) void this.enrich();
  }

  private tool(disabled: boolean) {
    return html`<deskbell-responses
      slot="tools"
      exportparts="responses"
      .known=${knownIn(this.desk, this.summary)}
      .disabled=${disabled}
    ></deskbell-responses>`;
  }

  private forms(disabled: boolean) {
    return html`<deskbell-send-form slot="tools" exportparts="forms" .conversation=${this.shown} .disabled=${disabled}></deskbell-send-form>`;
  }

  private cobrowse(reason: string) {
    // Where nobody is reached the next update tries again.
    void import('../cobrowse/everything.js').catch(() => undefined);
    return html`<deskbell-cobrowse-button slot="tools" exportparts="cobrowse" .conversation=${this.shown} .reason=${reason}></deskbell-cobrowse-button>`;
  }

  private ai(disabled: boolean) {
    return html`<deskbell-writing
        slot="above"
        .writing=${this.writing}
        @deskbell-choose=${({ item }: DeskbellChooseEvent) => this.assist?.obey(item)}
      ></deskbell-writing>
      <deskbell-assist
        slot="tools"
        .conversation=${this.shown}
        .disabled=${disabled}
        @deskbell-writing=${({ writing }: DeskbellWritingEvent) => (this.writing = writing)}
      ></deskbell-assist>`;
  }

  private editor(reason: string) {
    return html`<deskbell-editor
      slot="field"
      exportparts="field, format"
      placeholder=${msg('Write a reply')}
      .reason=${reason}
      .marked=${this.restored}
    ></deskbell-editor>`;
  }

  private async enrich(): Promise<void> {
    this.hasAsked = true;
    try {
      await this.loadEditor();
    } catch {
      // The plain text box stays, and everything can be written in it.
      return;
    }
    // An input method would lose what it has begun.
    if (this.isComposing) await new Promise((resolve) => this.composer?.addEventListener('compositionend', resolve, { once: true }));
    this.restore();
    this.isRich = true;
  }

  private restore(): void {
    const { drafts } = this.host ?? {};
    if (!drafts) return;
    const { text = '', marks } = this.shown === undefined ? {} : drafts.of(this.shown);
    this.draft = text;
    this.restored = { text, marks };
  }

  private reason(): string {
    const { desk, summary } = this;
    if (!desk || !summary) return msg('Connecting');
    if (summary.phase === 'waiting') return msg('Accept the conversation to write');
    if (summary.phase !== 'active') return msg('The conversation is over');
    return connectionWords(desk.connection)?.reason ?? (desk.connection.phase === 'open' ? '' : msg('Connecting'));
  }

  /** Gets a tool where there is something to do with it: a console that just opens does not wait for it. */
  private async equip(loading: Promise<unknown>, then: () => void): Promise<void> {
    try {
      await loading;
      then();
    } catch (error) {
      // Nobody was reached: the next update tries again.
      if (!(error instanceof TypeError)) throw error;
    }
  }

  private keep(event: DeskbellDraftEvent): void {
    this.draft = event.value;
    if (this.shown !== undefined) this.host?.drafts?.change(this.shown, { text: event.value, marks: event.marks });
  }

  private say(event: DeskbellSubmitEvent): void {
    if (this.shown === undefined) return;
    this.host?.activeSession?.say(this.shown, event.text, event.marks);
    this.files.settle();
  }

  private insert(event: DeskbellInsertEvent): void {
    if (event.conversation !== this.shown || event.defaultPrevented || this.reason() !== '') return;
    event.preventDefault();
    this.composer?.insert(event.text);
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
