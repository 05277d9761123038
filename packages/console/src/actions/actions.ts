import { localized, msg } from '@lit/localize';
import { newId } from '@deskbell/client/ids.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { checkFields } from '@deskbell/protocol/check-fields.js';
import type { DeskAction } from '@deskbell/protocol/actions.js';
import type { FieldValues } from '@deskbell/protocol/fields.js';
import type { AnswerEvent } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { DeskbellActEvent, DeskbellActionFormEvent } from '../action-form/action-events.js';
import type { DeskbellActionForm } from '../action-form/action-form.js';
import { ConversationPiece } from '../desk-piece.js';
import { DeskbellSayEvent } from '../events.js';
import { actionFaultWords } from '../words/action.js';
import { connectionWords } from '../words/connection.js';
import { refusalWords } from '../words/refusal.js';
import { sectionStyles } from '../section.styles.js';
import { styles } from './actions.styles.js';
import { EMPTY, type Begun } from './begun.js';
import '../action-form/action-form.js';
import '../toast/toast.js';

/**
 * "Actions": what the workspace lets agents have the relay do, each with its form. The answer comes into the transcript, for agents only.
 * What is typed stays with its conversation till it is done.
 *
 * @csspart action - An action to choose.
 * @fires {DeskbellSayEvent} deskbell-say - An action was performed.
 */
@customElement('deskbell-actions')
@localized()
export class DeskbellActions extends ConversationPiece {
  static override styles = [tokens, base, buttons, sectionStyles, styles];

  /** What was begun, by conversation. */
  @state() private begun: ReadonlyMap<string, Begun> = new Map();

  @query('deskbell-action-form') private form!: DeskbellActionForm | null;
  @query('[part=action]') private first!: HTMLElement | null;

  protected override render() {
    const actions = this.desk?.desk?.actions ?? [];
    const { shown, mayAct } = this;
    const begun = shown === undefined ? undefined : this.begun.get(shown);
    const action = actions.find(({ id }) => id === begun?.action);
    if (!actions.length || (!mayAct && !begun)) return nothing;
    return html`<section aria-labelledby="title">
      <h3 id="title">${msg('Actions')}</h3>
      ${begun && action ? this.filling(begun, action) : this.list(actions)}
    </section>`;
  }

  private list(actions: readonly DeskAction[]) {
    return html`<ul aria-labelledby="title">
      ${actions.map(
        ({ id, name, description = '' }) =>
          html`<li>
            <button part="action" class="quiet" @click=${() => this.choose(id)}>
              <span>${name}</span>${description ? html`<small>${description}</small>` : nothing}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  private filling(begun: Begun, action: DeskAction) {
    return html`<deskbell-action-form
      .action=${action}
      .values=${begun.values}
      .faults=${begun.faults}
      .fault=${begun.fault}
      .reason=${this.reason}
      .busy=${begun.under !== undefined}
      @deskbell-action-form=${({ values }: DeskbellActionFormEvent) => this.type(values)}
      @deskbell-act=${({ what }: DeskbellActEvent) => (what === 'submit' ? void this.submit(action) : this.cancel())}
    ></deskbell-action-form>`;
  }

  /** As the relay decides it (its rule X1). */
  private get mayAct(): boolean {
    const { lastSummary: row, desk } = this;
    return row !== undefined && row.agent?.id === desk?.person?.id && (row.phase === 'active' || row.phase === 'wrapUp');
  }

  private get reason(): string {
    if (!this.mayAct) return msg('This conversation is no longer yours.');
    if (this.desk?.connection.phase === 'open') return '';
    return (this.desk && connectionWords(this.desk.connection)?.reason) ?? msg('Connecting');
  }

  private put(conversation: string, part: Partial<Begun> | undefined): void {
    const before = this.begun.get(conversation);
    const others = [...this.begun].filter(([id]) => id !== conversation);
    const now = part && ('action' in part || before) ? { ...EMPTY, ...before, ...part } : undefined;
    this.begun = new Map(now ? [...others, [conversation, now]] : others);
  }

  private choose(action: string): void {
    if (this.shown === undefined) return;
    this.put(this.shown, { ...EMPTY, action });
    void this.updateComplete.then(() => this.form?.updateComplete).then(() => this.form?.focus());
  }

  private type(values: FieldValues): void {
    if (this.shown === undefined) return;
    const faults = this.begun.get(this.shown)?.faults ?? {};
    const typed = this.begun.get(this.shown)?.values ?? {};
    // What is being put right is not wrong any more, until it is submitted again.
    const left = Object.entries(faults).filter(([name]) => values[name] === typed[name]);
    this.put(this.shown, { values, faults: Object.fromEntries(left), id: undefined });
  }

  private cancel(): void {
    const { shown = '' } = this;
    const under = this.begun.get(shown)?.under;
    if (under) return under.abort();
    this.put(shown, undefined);
    void this.updateComplete.then(() => this.first?.focus());
  }

  private async submit(action: DeskAction): Promise<void> {
    const { shown } = this;
    const begun = shown === undefined ? undefined : this.begun.get(shown);
    if (shown === undefined || !begun || begun.under) return;
    const { values, faults } = checkFields(action.fields, begun.values);
    if (Object.keys(faults).length) return this.complain(shown, { faults, fault: '' });
    const under = new AbortController();
    // The same again, where nobody knows whether it arrived: it calls nothing twice.
    const id = begun.id ?? newId();
    this.put(shown, { under, id, faults: {}, fault: '' });
    try {
      const asked = { id, action: action.id, values, signal: under.signal };
      const answer = await this.host?.activeSession?.act(shown, asked);
      this.finish(shown, answer ?? null);
    } catch (error) {
      this.complain(shown, this.wrongWith(error, under.signal));
    }
  }

  private finish(conversation: string, answer: AnswerEvent | null): void {
    if (answer && !answer.ok) {
      this.complain(conversation, { fault: actionFaultWords(answer.fault, answer.text), id: undefined });
      return;
    }
    const hadFocus = conversation === this.shown && this.matches(':focus-within');
    this.put(conversation, undefined);
    this.host?.dispatchEvent(
      new DeskbellSayEvent(answer ? msg('Done. The answer is in the conversation.') : msg('The service is at work …')),
    );
    if (hadFocus) void this.updateComplete.then(() => this.first?.focus());
  }

  private wrongWith(error: unknown, signal: AbortSignal): Partial<Begun> {
    if (signal.aborted) return { fault: actionFaultWords('cancelled', ''), id: undefined };
    if (error instanceof RelayError && error.fields) return { faults: error.fields, id: undefined };
    return { fault: refusalWords(error) };
  }

  private complain(conversation: string, wrong: Partial<Begun>): void {
    this.put(conversation, { ...wrong, under: undefined });
    if (conversation === this.shown) void this.updateComplete.then(() => this.form?.updateComplete).then(() => this.form?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-actions': DeskbellActions;
  }
}
