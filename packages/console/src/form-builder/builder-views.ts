import { msg, str } from '@lit/localize';
import { icon } from '@deskbell/parts/icon.js';
import type { AgentState } from '@deskbell/client/agent.js';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isChanged, type Draft } from './draft.js';
import { backIcon } from '@deskbell/parts/icons.js';
import { plusIcon } from './icons.js';
import type { Theirs } from './with-newest.js';
import '@deskbell/parts/dialog/dialog.js';
import '@deskbell/parts/skeleton/skeleton.js';

interface Loading {
  readonly isThere: boolean;
  readonly fault: string;
  readonly again: () => void;
}

/** What stands there alone: while the forms are not there yet, and for who may not make them. */
export function aloneView(known: AgentState | undefined, { isThere, fault, again }: Loading): TemplateResult | undefined {
  if (known?.person && known.person.role !== 'admin')
    return html`<p class="alone">${msg('Forms are made by admins. Ask whoever manages the workspace.')}</p>`;
  if (isThere) return undefined;
  return html`<div class="alone">
    ${
      fault
        ? html`<p role="alert">${fault}</p>
          <button @click=${again}>${msg('Try again')}</button>`
        : html`<deskbell-skeleton rows="6"></deskbell-skeleton>`
    }
  </div>`;
}

interface List {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
  readonly add: () => void;
}

/** The forms there are, and "New form". */
export const listView = ({ drafts, chosen, choose, add }: List): TemplateResult =>
  html`<nav part="list" aria-label=${msg('Forms')}>
    <h2>${msg('Forms')}</h2>
    <ul>
      ${repeat(
        drafts,
        ([id]) => id,
        ([id, draft]) =>
          html`<li>
            <button class="quiet" aria-current=${id === chosen ? 'true' : nothing} @click=${() => choose(id)}>
              <bdi>${draft.about.name || msg('Without a name')}</bdi>${
                isChanged(draft) ? html`<i class="dot" aria-hidden="true"></i><span class="unseen">${msg('Not saved yet')}</span>` : nothing
              }
            </button>
          </li>`,
      )}
    </ul>
    <button class="new" @click=${add}>${icon(plusIcon)}${msg('New form')}</button>
  </nav>`;

/** Where no form is chosen. */
export const noneView = (hasForms: boolean): TemplateResult =>
  html`<p class="none">
    ${hasForms ? msg('Choose a form, or make a new one.') : msg('There are no forms yet. What you make here can be sent by agents in a chat.')}
  </p>`;

interface Head {
  readonly draft: Draft;
  readonly changed: boolean;
  readonly isBusy: boolean;
  readonly back: () => void;
  readonly duplicate: () => void;
  readonly ask: () => void;
  readonly discard: () => void;
  readonly save: () => void;
}

/** What can be done with a form. */
export const headView = ({ draft, changed, isBusy, back, duplicate, ask, discard, save }: Head): TemplateResult =>
  html`<header>
    <button class="quiet icon back" aria-label=${msg('Back to the list')} @click=${back}>${icon(backIcon, true)}</button>
    <span class="state" role="status">${isBusy ? msg('Saving') : changed ? msg('Not saved yet') : nothing}</span>
    <button class="quiet" @click=${duplicate}>${msg('Duplicate')}</button>
    <button class="quiet" @click=${ask}>${msg('Delete')}</button>
    ${changed && draft.saved ? html`<button @click=${discard}>${msg('Discard')}</button>` : nothing}
    <button part="save" class="primary" aria-disabled=${!changed || isBusy} @click=${() => changed && save()}>${msg('Save')}</button>
  </header>`;

/** Somebody else saved the same form first. */
export const conflictView = ({ draft }: Theirs, takeTheirs: () => void, keepMine: () => void): TemplateResult =>
  html`<div class="conflict" role="alert">
    <p>
      ${
        draft
          ? msg('Somebody else has changed this form meanwhile. What you typed is kept.')
          : msg('Somebody else has deleted this form meanwhile. What you typed is kept.')
      }
    </p>
    <button @click=${takeTheirs}>${draft ? msg('Load theirs') : msg('Delete mine too')}</button>
    <button @click=${keepMine}>${msg('Save mine all the same')}</button>
  </div>`;

export const deleteDialog = (name: string, cancel: () => void, remove: () => void): TemplateResult =>
  html`<deskbell-dialog label=${msg(str`Delete “${name}”?`)} open @deskbell-close=${cancel}>
    ${msg('Agents can send it no more. What was sent before stays.')}
    <button slot="actions" ?autofocus=${true} @click=${cancel}>${msg('Cancel')}</button>
    <button slot="actions" class="danger" @click=${remove}>${msg('Delete')}</button>
  </deskbell-dialog>`;
