import { css } from 'lit';

/** What every element starts from: type, the focus ring, what only a screen reader gets, and stillness where it is asked for. */
export const base = css`
  :host {
    box-sizing: border-box;
    color: var(--deskbell-ink);
    font: 450 var(--deskbell-body) / 1.45 var(--deskbell-font);
    text-align: start;
    -webkit-tap-highlight-color: transparent;
  }

  *,
  ::before,
  ::after {
    box-sizing: inherit;
  }

  [hidden],
  :host([hidden]) {
    display: none !important;
  }

  :focus-visible {
    outline: 2px solid var(--deskbell-accent-text);
    outline-offset: 2px;
  }

  .unseen:not(:focus, :active) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .scroll {
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--deskbell-edge) transparent;
  }

  svg {
    display: block;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .turns:dir(rtl) {
    scale: -1 1;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/**
 * Buttons. A plain `<button>` is a bordered one; `primary` is the one main action, `quiet` has no edge until it is pointed at,
 * `danger` ends something, `icon` is square and needs an `aria-label`.
 */
export const buttons = css`
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: var(--deskbell-target);
    min-inline-size: var(--deskbell-target);
    margin: 0;
    padding: 4px 12px;
    border: 1px solid var(--deskbell-edge);
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-paper-raised);
    color: var(--deskbell-ink);
    font: 550 1em / 1.2 var(--deskbell-font);
    cursor: pointer;
    transition: opacity var(--deskbell-quick);
  }

  button:hover {
    background: var(--deskbell-paper-sunken);
  }

  button.quiet {
    border-color: transparent;
    background: none;
    color: var(--deskbell-ink-soft);
  }

  button.quiet:hover,
  button.quiet[aria-expanded='true'] {
    background: color-mix(in oklab, var(--deskbell-ink) 8%, transparent);
    color: var(--deskbell-ink);
  }

  button.primary {
    border-color: var(--deskbell-accent-edge);
    background: var(--deskbell-accent);
    color: var(--deskbell-on-accent);
  }

  button.primary:hover:not(:disabled, [aria-disabled='true']) {
    background: var(--deskbell-accent-deep);
  }

  button.danger {
    border-color: var(--deskbell-bad-line);
    color: var(--deskbell-bad-text);
  }

  button.danger:hover:not(:disabled, [aria-disabled='true']) {
    background: var(--deskbell-bad-fill);
  }

  button.icon {
    padding: 0;
  }

  button:active {
    opacity: 0.8;
  }

  button:disabled,
  button[aria-disabled='true'] {
    border-color: var(--deskbell-line);
    background: var(--deskbell-paper-sunken);
    color: var(--deskbell-ink-faint);
    cursor: default;
    opacity: 1;
  }
`;

/** Text fields with their label above and what is wrong below (`.error`). */
export const fields = css`
  input,
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--deskbell-target);
    margin: 0;
    padding: 6px 12px;
    border: 1px solid var(--deskbell-edge);
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-paper-raised);
    color: inherit;
    font: inherit;
  }

  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 16px;
    min-block-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--deskbell-accent);
  }

  ::placeholder {
    color: var(--deskbell-ink-faint);
    opacity: 1;
  }

  [aria-invalid='true'] {
    border-color: var(--deskbell-bad-line);
  }

  label {
    color: var(--deskbell-ink-soft);
    font-weight: 550;
    line-height: 1.2;
  }

  .error {
    color: var(--deskbell-bad-text);
    font-size: 13px;
  }
`;
