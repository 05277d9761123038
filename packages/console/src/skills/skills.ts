import { localized, msg } from '@lit/localize';
import type { Skills } from '@deskbell/protocol/conversation.js';
import type { Named } from '@deskbell/protocol/people.js';
import { base, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html } from 'lit';
import { property } from 'lit/decorators.js';
import { DeskbellSkillsEvent } from '../events.js';
import { LEVELS, levelName } from '../words/level.js';
import { styles } from './skills.styles.js';

/**
 * The skills of a workspace, each with how well it has to be mastered.
 *
 * @fires {DeskbellSkillsEvent} deskbell-skills - One was added, taken away or changed.
 */
@customElement('deskbell-skills')
@localized()
export class DeskbellSkills extends LitElement {
  static override styles = [tokens, base, fields, styles];

  /** The workspace's. */
  @property({ attribute: false }) known: readonly Named[] = [];

  /** What is asked for, by skill. */
  @property({ attribute: false }) skills: Skills = {};

  protected override render() {
    return html`${this.known.map(
      ({ id, name }) => html`<label>
        <span>${name}</span>
        <select @change=${(event: Event) => this.change(id, Number((event.target as HTMLSelectElement).value))}>
          <option value="0" ?selected=${!this.skills[id]}>${msg('Not asked for')}</option>
          ${LEVELS.map((level) => html`<option value=${level} ?selected=${this.skills[id] === level}>${levelName(level)}</option>`)}
        </select>
      </label>`,
    )}`;
  }

  private change(skill: string, level: number): void {
    const { [skill]: _, ...others } = this.skills;
    this.skills = level ? { ...others, [skill]: level } : others;
    this.dispatchEvent(new DeskbellSkillsEvent(this.skills));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-skills': DeskbellSkills;
  }
}
