import { localized, msg, str } from '@lit/localize';
import type { Skills } from '@deskbell/protocol/conversation.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellChooseEvent } from '@deskbell/parts/events.js';
import { icon } from '@deskbell/parts/icon.js';
import { closeIcon } from '@deskbell/parts/icons.js';
import type { DeskbellMenu } from '@deskbell/parts/menu/menu.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ConversationPiece } from '../desk-piece.js';
import { LEVELS, levelName } from '../words/level.js';
import { refusalWords } from '../words/refusal.js';
import { sectionStyles } from '../section.styles.js';
import { styles } from './skills-bar.styles.js';
import '@deskbell/parts/menu/menu.js';

/** The level of a skill that is added: in the middle, to be changed where it stands. */
const USUAL = 3;

/**
 * What an agent has to know for a conversation. One's own can be changed where the workspace lets agents do that: "Add Skills" lists what it
 * does not ask for yet.
 *
 * @csspart title - "Skills".
 * @csspart skill - One of them.
 */
@customElement('deskbell-skills-bar')
@localized()
export class DeskbellSkillsBar extends ConversationPiece {
  static override styles = [tokens, base, buttons, sectionStyles, styles];

  @state() private fault = '';
  /** What was chosen and is on its way. */
  @state() private wanted: Skills | undefined;

  @query('deskbell-menu') private adder!: DeskbellMenu | null;
  @query('select, button') private first!: HTMLElement | null;

  protected override turn(): void {
    this.fault = '';
    this.wanted = undefined;
  }

  protected override render() {
    const skills = this.wanted ?? this.lastSummary?.skills ?? {};
    if (!this.mayChange && !Object.keys(skills).length) return nothing;
    return html`<section aria-labelledby="title">
      <h3 id="title" part="title">${msg('Skills')}</h3>
      <ul aria-labelledby="title">
        ${repeat(
          Object.entries(skills),
          ([id]) => id,
          ([id, level]) => html`<li part="skill">${this.mayChange ? this.changeable(id, level, skills) : this.plain(id, level)}</li>`,
        )}
        ${this.mayChange ? html`<li class="add">${this.addition(skills)}</li>` : nothing}
      </ul>
      <p role="status" class="error">${this.fault}</p>
    </section>`;
  }

  private get known() {
    return this.desk?.desk?.skills ?? [];
  }

  private get mayChange(): boolean {
    const isOwn = this.summary?.phase === 'active' && this.summary.agent?.id === this.desk?.person?.id;
    return isOwn && (this.desk?.desk?.transfers.modifySkills ?? false) && this.known.length > 0;
  }

  private get isOff(): boolean {
    return this.desk?.connection.phase !== 'open';
  }

  private nameOf(skill: string): string {
    return this.known.find(({ id }) => id === skill)?.name ?? skill;
  }

  private plain(id: string, level: number) {
    return html`<bdi>${this.nameOf(id)}</bdi><span class="level">${levelName(level)}</span>`;
  }

  private changeable(id: string, level: number, skills: Skills) {
    const name = this.nameOf(id);
    const { [id]: _, ...others } = skills;
    return html`<bdi>${name}</bdi>
      <select
        class="level"
        aria-label=${msg(str`Level of ${name}`)}
        ?disabled=${this.isOff}
        @change=${(event: Event) => this.change({ ...skills, [id]: Number((event.target as HTMLSelectElement).value) })}
      >
        ${LEVELS.map((each) => html`<option value=${each} ?selected=${each === level}>${levelName(each)}</option>`)}
      </select>
      <button class="quiet icon" aria-label=${msg(str`Remove ${name}`)} ?disabled=${this.isOff} @click=${() => this.drop(others)}>
        ${icon(closeIcon)}
      </button>`;
  }

  private addition(skills: Skills) {
    const more = this.known.filter(({ id }) => !(id in skills));
    if (!more.length) return nothing;
    return html`<deskbell-menu
      label=${msg('Add Skills')}
      .items=${more.map(({ id, name }) => ({ id, label: name, disabled: this.isOff }))}
      @deskbell-choose=${({ item }: DeskbellChooseEvent) => this.change({ ...skills, [item]: USUAL })}
    >
      <span slot="trigger">${msg('Add Skills')}</span>
    </deskbell-menu>`;
  }

  private drop(others: Skills): void {
    void this.change(others);
    // What had the focus goes with it.
    void this.updateComplete.then(() => (this.adder ?? this.first)?.focus());
  }

  private async change(skills: Skills): Promise<void> {
    const { shown } = this;
    if (shown === undefined) return;
    this.wanted = skills;
    this.fault = '';
    try {
      await this.host?.activeSession?.skill(shown, skills);
    } catch (error) {
      if (this.shown === shown) this.fault = refusalWords(error);
    } finally {
      if (this.wanted === skills) this.wanted = undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-skills-bar': DeskbellSkillsBar;
  }
}
