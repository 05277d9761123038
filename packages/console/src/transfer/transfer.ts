import { localized, msg, str } from '@lit/localize';
import type { TransferTarget } from '@deskbell/client/agent.js';
import type { Destinations } from '@deskbell/protocol/destinations.js';
import type { Skills } from '@deskbell/protocol/conversation.js';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { transferIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DeskbellSayEvent, type DeskbellSkillsEvent } from '../events.js';
import { ConversationPiece } from '../desk-piece.js';
import { ariaKeysOf, keysOf } from '../shortcuts/layout.js';
import { refusalWords } from '../words/refusal.js';
import { choicesOf, type Choice } from './choices.js';
import { recentTargets, rememberTarget } from './recent.js';
import { toolStyles } from '../tool.styles.js';
import { styles } from './transfer.styles.js';
import '@deskbell/parts/dialog/dialog.js';
import '../skills/skills.js';
import '../tip/tip.js';
import '../toast/toast.js';

/**
 * "Transfer", and the dialog "Transfer to": queues, agents or both, as the workspace has it, recent ones first, with search. Where the
 * workspace lets skills be changed, "Next" leads to them.
 *
 * @csspart transfer - "Transfer", or "Transfer to Another Group" while the conversation waits.
 */
@customElement('deskbell-transfer')
@localized()
export class DeskbellTransfer extends ConversationPiece {
  static override styles = [tokens, base, buttons, fields, toolStyles, styles];

  /** Queues alone, for a conversation that still waits. */
  @property({ type: Boolean }) waiting = false;

  @state() private isAsking = false;
  @state() private found: Destinations | undefined;
  @state() private chosen: Choice | undefined;
  /** Set on the second step. */
  @state() private skills: Skills | undefined;
  @state() private fault = '';

  private searched = '';

  protected override readonly shortcuts = { transfer: () => this.ask() };

  protected override turn(): void {
    this.isAsking = false;
  }

  protected override render() {
    if (this.summary?.phase !== (this.waiting ? 'waiting' : 'active')) return nothing;
    return html`<deskbell-tip keys=${keysOf('transfer')}>
        <button
          part="transfer"
          class="quiet"
          aria-label=${this.waiting ? nothing : msg('Transfer')}
          aria-keyshortcuts=${ariaKeysOf('transfer')} ?disabled=${!this.isOpen} @click=${this.ask}>
          ${this.waiting ? msg('Transfer to Another Group') : html`${icon(transferIcon)}<span class="word">${msg('Transfer')}</span>`}
        </button>
      </deskbell-tip>
      ${this.isAsking ? this.dialog() : nothing}`;
  }

  private get isOpen(): boolean {
    return this.desk?.connection.phase === 'open';
  }

  private dialog() {
    const canSkill = this.desk?.desk?.transfers.modifySkills ?? false;
    const isLast = !canSkill || this.skills !== undefined;
    return html`<deskbell-dialog label=${msg('Transfer to')} open @deskbell-close=${() => (this.isAsking = false)}>
      ${this.skills ? this.skillsStep(this.skills) : this.targets()}
      <p class="error" role="alert">${this.fault}</p>
      <button slot="actions" @click=${this.back}>${this.skills ? msg('Back') : msg('Cancel')}</button>
      <button slot="actions" class="primary" ?disabled=${!this.chosen} @click=${isLast ? this.transfer : this.next}>
        ${isLast ? msg('Transfer') : msg('Next')}
      </button>
    </deskbell-dialog>`;
  }

  private skillsStep(skills: Skills) {
    return html`<deskbell-skills
      .known=${this.desk?.desk?.skills ?? []}
      .skills=${skills}
      @deskbell-skills=${(event: DeskbellSkillsEvent) => (this.skills = event.skills)}
    ></deskbell-skills>`;
  }

  private targets() {
    const choices = this.found && choicesOf(this.found, recentTargets(this.desk), this.waiting, this.summary?.queue.id);
    return html`<input type="search" autofocus aria-label=${msg('Search')} placeholder=${msg('Search')} @input=${this.search} />
      <div class="list scroll" role="radiogroup" aria-label=${msg('Transfer to')}>
        ${choices?.map((choice) => this.option(choice))}
        ${choices?.length === 0 ? html`<p role="status">${msg('Nobody is there whom it could go to.')}</p>` : nothing}
      </div>`;
  }

  private option(choice: Choice) {
    return html`<label class=${choice.why ? 'off' : ''}>
      <input
        type="radio"
        name="target"
        ?disabled=${choice.why !== ''}
        .checked=${this.chosen?.key === choice.key}
        @change=${() => (this.chosen = choice)}
      />
      <span><bdi>${choice.name}</bdi><small>${choice.why || choice.about}</small></span>
    </label>`;
  }

  private ask(): boolean {
    if (!this.isOpen || this.summary?.phase !== (this.waiting ? 'waiting' : 'active')) return false;
    Object.assign(this, { isAsking: true, chosen: undefined, skills: undefined, fault: '', searched: '', found: undefined });
    void this.fetch('');
    return true;
  }

  private search(event: InputEvent): void {
    void this.fetch((event.target as HTMLInputElement).value);
  }

  private async fetch(search: string): Promise<void> {
    this.searched = search;
    try {
      const found = await this.host?.activeSession?.destinations(search, this.shown);
      // An answer that comes late is to a question that nobody asks any more.
      if (this.searched === search) this.found = found;
    } catch (error) {
      this.fault = refusalWords(error);
    }
  }

  private next(): void {
    this.skills = this.summary?.skills ?? {};
  }

  private back(): void {
    if (this.skills) this.skills = undefined;
    else this.isAsking = false;
  }

  private async transfer(): Promise<void> {
    const { shown, chosen, skills, desk } = this;
    if (shown === undefined || !chosen) return;
    const to: TransferTarget = chosen.kind === 'queue' ? { queue: chosen.id } : { agent: chosen.id };
    const teller = this.host;
    try {
      await this.host?.activeSession?.transfer(shown, to, skills);
      rememberTarget(desk, chosen.key);
      this.isAsking = false;
      // The element may be gone with the conversation: the desk says it.
      teller?.dispatchEvent(new DeskbellSayEvent(msg(str`Transferred to ${chosen.name}`)));
    } catch (error) {
      this.fault = refusalWords(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-transfer': DeskbellTransfer;
  }
}
