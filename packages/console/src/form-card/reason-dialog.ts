import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '@deskbell/parts/dialog/dialog.js';

/** The longest reason, in UTF-16 code units. */
const MAX_REASON = 500;

export interface ReasonDialog {
  /** What was written so far. */
  readonly reason: string;
  readonly fault: string;
  readonly write: (reason: string) => void;
  readonly submit: () => void;
  readonly cancel: () => void;
}

/** Asks why somebody needs to see what is masked, before it is revealed. */
export function reasonDialog({ reason, fault, write, submit, cancel }: ReasonDialog): TemplateResult {
  const send = (event: Event): void => {
    event.preventDefault();
    submit();
  };
  return html`<deskbell-dialog class="why" label=${msg('Why do you need to see it?')} open @deskbell-close=${cancel}>
    <form id="why" @submit=${send}>
      <p id="trail">${msg('Your reason goes into the audit trail, with your name and what you saw.')}</p>
      <label for="reason">${msg('Reason')}</label>
      <textarea
        id="reason"
        class="scroll"
        rows="3"
        dir="auto"
        maxlength=${MAX_REASON}
        aria-describedby="trail why-fault"
        aria-invalid=${fault !== ''}
        ?autofocus=${true}
        .value=${reason}
        @input=${({ target }: InputEvent) => write((target as HTMLTextAreaElement).value)}
      ></textarea>
      <p id="why-fault" class="error" role="alert">${fault || nothing}</p>
    </form>
    <button slot="actions" @click=${cancel}>${msg('Cancel')}</button>
    <button slot="actions" class="primary" form="why">${msg('Show')}</button>
  </deskbell-dialog>`;
}
