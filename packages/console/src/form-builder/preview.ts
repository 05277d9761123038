import { msg } from '@lit/localize';
import type { SavedForm } from '@deskbell/protocol/forms.js';
import { css, html, type TemplateResult } from 'lit';
import '@deskbell/parts/form/form.js';

/** A form as customers get it, with all that may be asked for, to be looked at only: nothing in it takes the focus or a value. */
export const previewOf = ({ fields, ...form }: SavedForm): TemplateResult => {
  const whole = { ...form, fields: fields.map(({ when: _when, ...field }) => field) };
  return html`<div class="preview" role="img" aria-label=${msg('Preview')}><deskbell-form inert .form=${whole}></deskbell-form></div>`;
};

export const previewStyles = css`
  .preview {
    padding: 16px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-raised);
    overflow-wrap: anywhere;
  }
`;
