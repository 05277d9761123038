import { html, type TemplateResult } from 'lit';

/**
 * Draws one of icons.ts, for the eye only: what it stands for is said by the text or the `aria-label` beside it.
 * `turns`: the icon points somewhere, and points the other way in a right-to-left language. Its size and stroke come from `base`.
 */
export const icon = (path: string, turns = false): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" class=${turns ? 'turns' : ''}><path d=${path}></path></svg>`;
