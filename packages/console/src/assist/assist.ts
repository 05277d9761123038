import { localized, msg } from '@lit/localize';
import type { AiTask, Manner } from '@deskbell/protocol/ai.js';
import { base } from '@deskbell/parts/base.js';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellChooseEvent, DeskbellDraftEvent } from '@deskbell/parts/events.js';
import { icon } from '@deskbell/parts/icon.js';
import type { MenuItem } from '@deskbell/parts/menu/menu.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ConversationPiece } from '../desk-piece.js';
import { refusalWords } from '../words/refusal.js';
import { DeskbellWritingEvent, NO_WRITING, type Writing } from '../writing/writing-event.js';
import { styles } from './assist.styles.js';
import { DraftPlace, undoIn } from './draft-place.js';
import { aiIcon } from './icons.js';
import '@deskbell/parts/menu/menu.js';
import '../writing/writing.js';

const ASSIST = 'assist';

/**
 * "AI" in a compose bar: has a model write the draft anew, or suggest a reply. What it writes goes into the draft and nowhere else, is marked
 * until somebody has changed or sent it, and one undo brings the draft of before back. Stands in the slot `tools` of a `<deskbell-composer>`.
 *
 * @fires {DeskbellWritingEvent} deskbell-writing - It stands differently with what the model writes.
 */
@customElement('deskbell-assist')
@localized()
export class DeskbellAssist extends ConversationPiece {
  static override styles = [tokens, base, styles];

  /** Turns it off. */
  @property({ type: Boolean }) disabled = false;

  @state() private isWriting = false;
  @state() private hasDraft = false;

  private going: AbortController | undefined;
  private leaving: AbortController | undefined;
  private place: DraftPlace | undefined;
  /** While it changes the draft itself. */
  private isOwn = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaving = new AbortController();
    this.composer?.addEventListener('deskbell-draft', (event) => this.notice(event), { signal: this.leaving.signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leaving?.abort();
    this.stop('forget');
  }

  /** Does what was chosen above the draft: `stop`, `undo` or `dismiss`. */
  obey(choice: string): void {
    if (choice === 'stop') this.stop('keep');
    else if (choice === 'undo' && this.composer) undoIn(this.composer);
    else this.tell(NO_WRITING);
    if (choice === 'dismiss') this.composer?.focus();
  }

  protected override turn(): void {
    this.stop('forget');
    const byAi = this.shown !== undefined && this.host?.drafts?.of(this.shown).byAi === true;
    this.tell(byAi ? { phase: 'written', undo: false } : NO_WRITING, false);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.hasDraft = (this.composer?.value.trim() ?? '') !== '';
  }

  protected override render() {
    const items = this.items();
    if (items.length === 0) return nothing;
    return html`<deskbell-menu
      label=${msg('AI')}
      .items=${items}
      ?hidden=${this.disabled && !this.isWriting}
      @deskbell-choose=${this.choose}
    ><span slot="trigger">${icon(aiIcon)}</span></deskbell-menu>`;
  }

  private items(): MenuItem[] {
    const { rewrite = false, assist = false } = this.desk?.desk?.ai ?? {};
    const off = this.isWriting || this.disabled;
    const manners: [Manner, string][] = [
      ['friendlier', msg('Make more friendly')],
      ['more-formal', msg('Make more formal')],
      ['longer', msg('Expand')],
    ];
    return [
      ...(rewrite ? manners.map(([id, label]) => ({ id, label, disabled: off || !this.hasDraft })) : []),
      ...(assist ? [{ id: ASSIST, label: msg('AI Assist'), disabled: off }] : []),
    ];
  }

  private get composer(): DeskbellComposer | null {
    return this.closest('deskbell-composer');
  }

  private choose(event: DeskbellChooseEvent): void {
    event.stopPropagation();
    const { shown, composer } = this;
    if (shown === undefined || !composer) return;
    const rewrite = { task: 'rewrite', conversation: shown, text: composer.value, how: event.item as Manner } as const;
    void this.write(event.item === ASSIST ? { task: 'assist', conversation: shown } : rewrite, composer);
  }

  private async write(task: AiTask, composer: DeskbellComposer): Promise<void> {
    const going = (this.going = new AbortController());
    const place = (this.place = new DraftPlace(composer, msg('AI is writing')));
    this.isWriting = true;
    this.tell({ phase: 'begun' });
    let text = '';
    let fault = '';
    try {
      for await (const piece of this.host?.activeSession?.write(task, going.signal) ?? []) {
        text += piece;
        place.show(text);
      }
    } catch (error) {
      // What was there when somebody said "Stop" is kept; what broke off is half a thing.
      if (!going.signal.aborted) [fault, text] = [refusalWords(error), ''];
    }
    if (going.signal.reason === 'forget') return;
    this.place = undefined;
    this.isOwn = true;
    await (text ? place.replace(text) : place.restore());
    this.isOwn = false;
    this.isWriting = false;
    composer.focus();
    this.tell(fault ? { phase: 'failed', fault } : text ? { phase: 'written', undo: true } : NO_WRITING);
  }

  /** @param what - Of what was written so far: `keep` it, or `forget` it, since another conversation is there. */
  private stop(what: 'keep' | 'forget'): void {
    this.going?.abort(what);
    this.going = undefined;
    if (what === 'keep') return;
    this.isWriting = false;
    this.place?.leave(this.shown === undefined ? '' : (this.host?.drafts?.of(this.shown).text ?? ''));
    this.place = undefined;
  }

  /** Somebody changed what the model wrote, or sent it: it is theirs now. */
  private notice(_event: DeskbellDraftEvent): void {
    this.requestUpdate();
    if (!this.isOwn && !this.isWriting) this.tell(NO_WRITING);
  }

  private tell(writing: Writing, isNews = true): void {
    if (isNews && this.shown !== undefined) this.host?.drafts?.change(this.shown, { byAi: writing.phase === 'written' || undefined });
    this.dispatchEvent(new DeskbellWritingEvent(writing));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-assist': DeskbellAssist;
  }
}
