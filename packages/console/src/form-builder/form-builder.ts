import { localized, msg, str } from '@lit/localize';
import type { FormFault } from '@deskbell/client/agent.js';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import type { SavedForms } from '@deskbell/protocol/forms.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { DeskPiece } from '../desk-piece.js';
import type { DeskbellFormEditor } from '../form-editor/form-editor.js';
import { refusalWords } from '../words/refusal.js';
import type { DeskbellFormDraftEvent } from './builder-events.js';
import { aloneView, conflictView, deleteDialog, headView, listView, noneView } from './builder-views.js';
import { checkDraft } from './check-draft.js';
import { copyOf, draftOf, formOf, isChanged, newDraft, type Draft } from './draft.js';
import { styles } from './form-builder.styles.js';
import { previewOf, previewStyles } from './preview.js';
import { withNewest, type Theirs } from './with-newest.js';
import '@deskbell/parts/banner/banner.js';
import '../form-editor/form-editor.js';

/**
 * The forms of the workspace, for admins to make and change: a list, the form that is chosen, and how it looks. What is typed stays till it is
 * saved or discarded, over a switch to another form. Stands inside a `<deskbell-desk>`, where there is room for it.
 *
 * @csspart list - The list of forms.
 * @csspart save - "Save".
 */
@customElement('deskbell-form-builder')
@localized()
export class DeskbellFormBuilder extends DeskPiece {
  static override styles = [tokens, base, buttons, fields, styles, previewStyles];

  @state() private version: number | undefined;
  /** By id, in the order of the list. */
  @state() private drafts: ReadonlyMap<string, Draft> = new Map();
  @state() private chosen: string | undefined;
  @state() private faults: readonly FormFault[] = [];
  @state() private fault = '';
  @state() private isBusy = false;
  @state() private isDeleting = false;
  @state() private theirs: Theirs | undefined;
  @state() private said = '';

  @query('deskbell-form-editor') private editor!: DeskbellFormEditor | null;

  private hasAsked = false;
  private hasTried = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.warn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.warn);
  }

  protected override willUpdate(): void {
    if (this.hasAsked || this.desk?.person?.role !== 'admin') return;
    this.hasAsked = true;
    void this.load();
  }

  protected override render() {
    const alone = aloneView(this.desk, { isThere: this.version !== undefined, fault: this.fault, again: () => void this.load() });
    if (alone) return alone;
    const draft = this.draft;
    return html`<div class="all ${draft ? 'one' : ''}">
        ${listView({ drafts: this.drafts, chosen: this.chosen, choose: (id) => this.choose(id), add: () => this.put(newDraft(msg('New form'), this.ids)) })}
        ${draft ? this.one(draft) : noneView(this.drafts.size > 0)}
      </div>
      ${
        this.isDeleting && draft
          ? deleteDialog(
              draft.about.name,
              () => (this.isDeleting = false),
              () => void this.deleteChosen(),
            )
          : nothing
      }
      <p class="unseen" role="status">${this.said}</p>`;
  }

  private one(draft: Draft) {
    const changed = isChanged(draft);
    return html`<div class="form">
        ${headView({
          draft,
          changed,
          isBusy: this.isBusy,
          back: () => this.choose(undefined),
          duplicate: () => this.put(copyOf(draft, msg(str`${draft.about.name} (copy)`), this.ids)),
          ask: () => (this.isDeleting = true),
          discard: () => this.discard(draft),
          save: () => void this.save(draft),
        })}
        ${this.theirs ? conflictView(this.theirs, this.takeTheirs, this.keepMine) : nothing}
        ${this.fault ? html`<deskbell-banner kind="bad">${this.fault}</deskbell-banner>` : nothing}
        <deskbell-form-editor .draft=${draft} .faults=${this.faults} @deskbell-form-draft=${this.change}></deskbell-form-editor>
      </div>
      <aside tabindex="0" aria-label=${msg('Preview')}><h3>${msg('Preview')}</h3>${previewOf(formOf(draft))}</aside>`;
  }

  private get draft(): Draft | undefined {
    return this.chosen === undefined ? undefined : this.drafts.get(this.chosen);
  }

  private get ids(): string[] {
    return [...this.drafts.keys()];
  }

  private set(id: string, draft: Draft | undefined): void {
    if (draft) this.drafts = new Map([...this.drafts, [id, draft]]);
    else this.drafts = new Map([...this.drafts].filter(([other]) => other !== id));
  }

  private async load(): Promise<void> {
    this.fault = '';
    try {
      const saved = await this.fetch();
      this.version = saved.version;
      this.drafts = new Map(saved.forms.map((form) => [form.id, draftOf(form)]));
    } catch (error) {
      this.fault = refusalWords(error);
    }
  }

  private async fetch(): Promise<SavedForms> {
    const session = this.host?.activeSession;
    if (!session) throw new RelayError('unavailable');
    return session.forms();
  }

  private choose(id: string | undefined): void {
    this.chosen = id;
    this.faults = [];
    this.fault = '';
    this.theirs = undefined;
    this.hasTried = false;
  }

  private put(draft: Draft): void {
    this.set(draft.about.id, draft);
    this.choose(draft.about.id);
    void this.updateComplete.then(() => this.editor?.updateComplete).then(() => this.editor?.showStart());
  }

  private readonly change = ({ draft }: DeskbellFormDraftEvent): void => {
    this.set(draft.about.id, draft);
    // What a relay found may be right now: only it can tell, at the next "Save".
    this.faults = this.hasTried ? checkDraft(draft) : [];
  };

  private discard({ saved }: Draft): void {
    if (!saved) return;
    this.set(saved.id, draftOf(saved));
    this.choose(saved.id);
  }

  private async save(draft: Draft): Promise<void> {
    if (this.isBusy || this.version === undefined) return;
    this.hasTried = true;
    this.faults = checkDraft(draft);
    if (this.faults.length > 0) return this.updateComplete.then(() => this.editor?.showFault());
    await this.ask(draft, async (version) => {
      const outcome = await this.host?.activeSession?.saveForm(version, formOf(draft));
      if (!outcome) return;
      if ('faults' in outcome) {
        this.faults = outcome.faults.map(({ path, reason }) => ({ path, reason: msg(str`Not taken: ${reason}`) }));
        return this.updateComplete.then(() => this.editor?.showFault());
      }
      this.version = outcome.version;
      this.settle(draft);
    });
  }

  /** What was typed while it was on its way is not saved yet. */
  private settle(draft: Draft): void {
    const now = this.drafts.get(draft.about.id) ?? draft;
    this.set(draft.about.id, { ...now, saved: formOf(draft), fields: now.fields.map((each) => ({ ...each, derived: false })) });
    this.hasTried = false;
    this.said = msg('Saved');
  }

  private async deleteChosen(): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    const { id } = draft.about;
    const forget = (): void => {
      this.set(id, undefined);
      this.choose(undefined);
      this.said = msg('Form deleted');
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.new')?.focus());
    };
    this.isDeleting = false;
    if (!draft.saved) return forget();
    await this.ask(draft, async (version) => {
      await this.host?.activeSession?.deleteForm(version, id);
      forget();
      this.version = (await this.fetch()).version;
    });
  }

  private async ask(draft: Draft, act: (version: number) => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.fault = '';
    this.theirs = undefined;
    try {
      const fetch = () => this.fetch();
      this.theirs = await withNewest({ version: this.version ?? 0, draft, fetch, act });
    } catch (error) {
      this.fault = refusalWords(error);
    } finally {
      this.isBusy = false;
    }
  }

  private readonly takeTheirs = (): void => {
    if (!this.theirs || this.chosen === undefined) return;
    const { version, draft } = this.theirs;
    this.version = version;
    this.set(this.chosen, draft);
    this.choose(draft && this.chosen);
  };

  private readonly keepMine = (): void => {
    const { theirs, draft } = this;
    if (!theirs || !draft) return;
    this.version = theirs.version;
    const mine = { ...draft, saved: theirs.draft && formOf(theirs.draft) };
    this.set(draft.about.id, mine);
    void this.save(mine);
  };

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if ([...this.drafts.values()].some(isChanged)) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-form-builder': DeskbellFormBuilder;
  }
}
