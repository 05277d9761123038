import { AGREED } from '@deskbell/protocol/fields.js';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Box } from './box.js';

/** So many options of a choice are all shown; more are in a list that opens. */
export const SHOWN_OPTIONS = 5;

type Options = Pick<Box, 'id' | 'required' | 'isWrong' | 'describedBy' | 'busy' | 'value' | 'edit'>;

/** One of a few. */
export const radiosView = (
  options: readonly string[],
  { id, required, isWrong, describedBy, busy, value, edit }: Options,
): TemplateResult =>
  html`<div
    class="options"
    role="radiogroup"
    aria-labelledby="${id}-label"
    aria-required=${required}
    aria-invalid=${isWrong}
    aria-describedby=${describedBy}
  >
    ${options.map(
      (option) => html`<label class="option">
        <input
          type="radio"
          name=${id}
          .checked=${live(option === value)}
          ?disabled=${busy}
          @change=${() => {
            edit(option);
          }}
        /><span dir="auto">${option}</span>
      </label>`,
    )}
  </div>`;

/** Any of several, in the order of the form. */
export function checksView(options: readonly string[], { id, required, isWrong, describedBy, busy, value, edit }: Options): TemplateResult {
  const chosen = new Set(value.split('\n'));
  const turn = (option: string) => {
    if (!chosen.delete(option)) chosen.add(option);
    edit(options.filter((each) => chosen.has(each)).join('\n'));
  };
  return html`<div class="options" role="group" aria-labelledby="${id}-label">
    ${options.map(
      (option) => html`<label class="option">
        <input
          type="checkbox"
          aria-required=${required && chosen.size === 0}
          aria-invalid=${isWrong}
          aria-describedby=${describedBy}
          .checked=${live(chosen.has(option))}
          ?disabled=${busy}
          @change=${() => {
            turn(option);
          }}
        /><span dir="auto">${option}</span>
      </label>`,
    )}
  </div>`;
}

/** What is agreed to, or not. */
export const consentView = (label: unknown, { id, required, isWrong, describedBy, busy, value, edit }: Options): TemplateResult =>
  html`<label class="option">
    <input
      id=${id}
      type="checkbox"
      aria-required=${required}
      aria-invalid=${isWrong}
      aria-describedby=${describedBy}
      .checked=${live(value === AGREED)}
      ?disabled=${busy}
      @change=${({ target }: Event) => {
        edit((target as HTMLInputElement).checked ? AGREED : '');
      }}
    /><span dir="auto">${label}</span>
  </label>`;
