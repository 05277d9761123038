import { localized, msg } from '@lit/localize';
import type { NoteEvent } from '@deskbell/protocol/events.js';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellDraftEvent } from '@deskbell/parts/events.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ConversationPiece } from '../desk-piece.js';
import { DeskbellSayEvent } from '../events.js';
import { Listing, type Listed } from '../listing.js';
import { ariaKeysOf, keysOf } from '../shortcuts/layout.js';
import { connectionWords } from '../words/connection.js';
import { refusalWords } from '../words/refusal.js';
import { NO_WRITING, type DeskbellWritingEvent, type Writing } from '../writing/writing-event.js';
import { aboutNote, mayNote, newestFirst } from './noting.js';
import { sectionStyles } from '../section.styles.js';
import { styles } from './notes.styles.js';
import '@deskbell/parts/skeleton/skeleton.js';
import '../note/note.js';
import '../summarise/summarise.js';
import '../tip/tip.js';
import '../toast/toast.js';

const MAX_NOTE = 10_000;

/**
 * What agents wrote down about a customer, in this conversation and in others, and a field for more. A note that is begun is kept over a
 * switch and a reload. Customers never see any of it.
 *
 * @csspart add - "+ Add New Note".
 * @csspart form - The field, with "Save" and "Cancel".
 * @csspart save - "Save".
 * @csspart note - A note; its own parts are exported: `text`.
 * @fires {DeskbellSayEvent} deskbell-say - A note was saved.
 */
@customElement('deskbell-notes')
@localized()
export class DeskbellNotes extends ConversationPiece {
  static override styles = [tokens, base, buttons, fields, sectionStyles, styles];

  @state() private isWriting = false;
  @state() private draft = '';
  @state() private isBusy = false;
  @state() private fault = '';
  @state() private writing: Writing = NO_WRITING;
  @state() private listed: Listed<NoteEvent> | undefined;

  @query('textarea') private field!: HTMLTextAreaElement | null;
  @query('[part=add]') private addButton!: HTMLElement | null;

  private drafted: string | undefined;
  private wasOpen = false;

  protected override readonly shortcuts = { note: () => this.write() };

  private readonly listing = new Listing<NoteEvent>(
    async (customer, page) => {
      const found = await this.host?.activeSession?.notes(customer, page);
      return found && { rows: found.notes, next: found.next };
    },
    (listed) => (this.listed = listed),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.recall();
    const isOpen = this.desk?.connection.phase === 'open';
    const before = this.wasOpen;
    this.wasOpen = isOpen;
    if (!isOpen) return;
    const customer = this.lastSummary?.customer.id;
    // One who is not known yet stands in with an empty id.
    this.listing.turn(customer === '' ? undefined : customer);
    // What others wrote while the connection was away.
    if (!before && this.listing.listed.rows) void this.listing.again();
  }

  protected override render() {
    if (this.shown === undefined || !this.lastSummary) return nothing;
    return html`<section aria-labelledby="title">
      <header>
        <h3 id="title">${msg('Notes')}</h3>
        ${this.mayAdd ? this.tools() : nothing}
      </header>
      ${this.isWriting ? this.form() : nothing} ${this.list()}
    </section>`;
  }

  private tools() {
    return html`<deskbell-summarise
        .conversation=${this.shown}
        .note=${this.draft}
        @deskbell-draft=${({ value }: DeskbellDraftEvent) => this.keep(value)}
        @deskbell-writing=${this.follow}
      ></deskbell-summarise>
      ${this.isWriting ? nothing : this.adding()}`;
  }

  private adding() {
    return html`<deskbell-tip keys=${keysOf('note')}>
      <button part="add" class="quiet" aria-keyshortcuts=${ariaKeysOf('note')} @click=${this.write}>${msg('+ Add New Note')}</button>
    </deskbell-tip>`;
  }

  private form() {
    const reason = this.reason;
    return html`<form part="form" @submit=${this.submit} @keydown=${this.obey}>
      <textarea
        class="scroll"
        dir="auto"
        rows="4"
        maxlength=${MAX_NOTE}
        aria-label=${msg('Note')}
        aria-describedby="about"
        placeholder=${msg('What the next agent should know')}
        .value=${this.draft}
        .readOnly=${this.writing.phase === 'begun'}
        @input=${this.edit}
      ></textarea>
      <p id="about" role="status" class=${this.fault ? 'error' : ''}>${this.fault || reason || aboutNote(this.writing)}</p>
      <footer>
        <button type="button" class="quiet" @click=${this.cancel}>${msg('Cancel')}</button>
        <button part="save" class="primary" ?disabled=${reason !== '' || this.isBusy || this.writing.phase === 'begun' || !this.draft.trim()}>${msg('Save')}</button>
      </footer>
    </form>`;
  }

  private list() {
    const { rows, next, isBusy, fault } = this.listed ?? this.listing.listed;
    const notes = newestFirst(rows ?? [], this.view?.log.events ?? []);
    return html`
      ${notes.length ? html`<ul aria-labelledby="title">${repeat(notes, ({ id }) => id, this.row)}</ul>` : nothing}
      ${!rows && isBusy ? html`<deskbell-skeleton rows="2"></deskbell-skeleton>` : nothing}
      ${rows && !notes.length && !this.isWriting ? html`<p class="none">${msg('What agents note about this customer stands here.')}</p>` : nothing}
      <div role="status">${fault ? html`<p class="none">${fault}</p>` : nothing}</div>
      ${fault ? html`<button class="more" @click=${() => this.listing.again()}>${msg('Try again')}</button>` : nothing}
      ${
        next !== null && !fault
          ? html`<button class="more quiet" ?disabled=${isBusy} @click=${() => this.listing.more()}>${msg('Show more')}</button>`
          : nothing
      }
    `;
  }

  private readonly row = (note: NoteEvent) =>
    html`<li>
      <deskbell-note part="note" exportparts="text" .note=${note} .isElsewhere=${note.conversation !== this.shown} .now=${this.now()}></deskbell-note>
    </li>`;

  private get mayAdd(): boolean {
    return mayNote(this.lastSummary, this.desk?.person);
  }

  /** Why nothing can be saved now; empty where it can. */
  private get reason(): string {
    if (!this.desk) return msg('Connecting');
    return connectionWords(this.desk.connection)?.reason ?? (this.desk.connection.phase === 'open' ? '' : msg('Connecting'));
  }

  /** What was begun and not saved comes back with the conversation. */
  private recall(): void {
    const { drafts } = this.host ?? {};
    if (!drafts || this.drafted === this.shown) return;
    this.drafted = this.shown;
    this.draft = this.shown === undefined ? '' : (drafts.of(this.shown).note ?? '');
    this.isWriting = this.draft !== '';
    this.fault = '';
    this.isBusy = false;
    this.writing = NO_WRITING;
  }

  private write(): boolean {
    if (!this.mayAdd) return false;
    this.isWriting = true;
    void this.updateComplete.then(() => this.field?.focus());
    return true;
  }

  private follow({ writing }: DeskbellWritingEvent): void {
    this.isWriting = true;
    this.writing = writing;
    this.fault = writing.phase === 'failed' ? writing.fault : '';
  }

  private edit(event: InputEvent): void {
    this.writing = NO_WRITING;
    this.keep((event.target as HTMLTextAreaElement).value);
  }

  private keep(text: string, conversation = this.shown): void {
    if (conversation === this.shown) this.draft = text;
    if (conversation !== undefined) this.host?.drafts?.change(conversation, { note: text });
  }

  private obey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      void this.save();
    } else if (event.key === 'Escape' && !this.draft) {
      event.stopPropagation();
      this.cancel();
    }
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    void this.save();
  }

  private cancel(): void {
    this.keep('');
    this.leave();
  }

  private leave(): void {
    const hadFocus = this.matches(':focus-within');
    this.isWriting = false;
    this.writing = NO_WRITING;
    this.fault = '';
    void this.updateComplete.then(() => hadFocus && this.addButton?.focus());
  }

  private async save(): Promise<void> {
    const { shown, host } = this;
    const text = this.draft.trim();
    if (shown === undefined || !text || this.isBusy || this.reason !== '') return;
    this.isBusy = true;
    this.fault = '';
    try {
      await host?.activeSession?.addNote(shown, text);
      this.keep('', shown);
      host?.dispatchEvent(new DeskbellSayEvent(msg('Note saved')));
      if (shown === this.shown) this.leave();
    } catch (error) {
      const words = refusalWords(error);
      if (shown === this.shown) this.fault = words;
    } finally {
      if (shown === this.shown) this.isBusy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-notes': DeskbellNotes;
  }
}
