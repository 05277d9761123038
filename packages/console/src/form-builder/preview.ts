import { msg } from '@lit/localize';
import { icon } from '@deskbell/parts/icon.js';
import { isMasked, type FormField, type SavedForm } from '@deskbell/protocol/forms.js';
import { css, html, nothing, type TemplateResult } from 'lit';
import { lockIcon } from './icons.js';

const INPUTS: Partial<Record<FormField['kind'], string>> = { date: 'date', email: 'email', phone: 'tel' };

const box = ({ kind, options = [], label }: FormField): TemplateResult => {
  if (kind === 'longText') return html`<textarea rows="3"></textarea>`;
  if (kind === 'choice')
    return html`<select>
      <option>${msg('Choose')}</option>
    </select>`;
  if (kind === 'choices')
    return html`${options.map((option) => html`<span class="check"><input type="checkbox" /> <bdi>${option}</bdi></span>`)}`;
  if (kind === 'consent') return html`<span class="check"><input type="checkbox" /> <bdi>${label}</bdi></span>`;
  if (kind === 'file') return html`<button>${msg('Choose a file')}</button>`;
  return html`<input type=${INPUTS[kind] ?? 'text'} />`;
};

/** A form as customers see it, to be looked at only: nothing in it takes the focus or a value. */
export const previewOf = (form: SavedForm): TemplateResult =>
  html`<div class="preview" role="img" aria-label=${msg('Preview')}>
    <div inert>
      <strong class="name"><bdi>${form.name}</bdi></strong>
      ${form.intro ? html`<p class="intro" dir="auto">${form.intro}</p>` : nothing}
      ${form.fields.map(
        (field) =>
          html`<div class="shown">
            ${
              field.kind === 'consent'
                ? nothing
                : html`<span class="label"
                    ><bdi>${field.label}</bdi>${isMasked(form, field) ? icon(lockIcon) : nothing}${
                      field.required ? nothing : html`<small>${msg('(optional)')}</small>`
                    }</span
                  >`
            }
            ${box(field)} ${field.help ? html`<small class="help" dir="auto">${field.help}</small>` : nothing}
          </div>`,
      )}
      <button class="primary">${msg('Submit')}</button>
    </div>
  </div>`;

export const previewStyles = css`
  .preview {
    padding: 16px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-raised);
    font-size: 14px;
    overflow-wrap: anywhere;
  }

  .preview > div,
  .shown {
    display: grid;
    gap: 6px;
  }

  .preview > div {
    gap: 14px;
  }

  .preview .name {
    font-weight: 650;
  }

  .preview .intro {
    margin: -8px 0 0;
    color: var(--deskbell-ink-soft);
    white-space: pre-wrap;
  }

  .label {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 13px;
    font-weight: 550;
  }

  .label svg {
    inline-size: 14px;
    block-size: 14px;
    color: var(--deskbell-ink-soft);
  }

  .label small,
  .help {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 400;
  }

  .check {
    display: flex;
    align-items: center;
    gap: 8px;
  }
`;
