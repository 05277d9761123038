// The build minifies what is tagged so. There is no Lit here: a page that is shown loads this without the chat.
const css = String.raw;

/**
 * What banner and questions have in common. They stand on the page itself: the element has no box and no looks of the page's, with `!important`,
 * because the page's own styles would win otherwise. The colours are those of the tokens in parts.
 */
export const PLAIN_CSS = css`
  :host {
    all: initial !important;
    display: contents !important;
    color-scheme: light dark !important;
    --a: var(--deskbell-accent, oklch(0.55 0.16 262));
    --ink: light-dark(oklch(0.24 0.02 262), oklch(0.95 0.006 262));
    --soft: light-dark(oklch(0.43 0.02 262), oklch(0.8 0.012 262));
    --paper: light-dark(#fff, oklch(0.265 0.014 262));
    --sunken: light-dark(oklch(0.96 0.005 262), oklch(0.17 0.01 262));
    --line: light-dark(oklch(0.91 0.007 262), oklch(0.34 0.014 262));
    --edge: light-dark(oklch(0.61 0.015 262), oklch(0.58 0.016 262));
    --bad: light-dark(oklch(0.46 0.16 26), oklch(0.84 0.09 22));
    --shadow: 0 4px 12px #0002, 0 16px 48px #0003;
  }
  :host([color-scheme='light']) {
    color-scheme: light !important;
  }
  :host([color-scheme='dark']) {
    color-scheme: dark !important;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  [hidden] {
    display: none !important;
  }
  button {
    min-block-size: 44px;
    min-inline-size: 44px;
    padding: 4px 16px;
    border: 1px solid var(--edge);
    border-radius: 10px;
    background: none;
    color: inherit;
    font: 550 15px/1.2 system-ui, sans-serif;
    cursor: pointer;
  }
  button:hover {
    background: var(--sunken);
  }
  button:active {
    opacity: 0.8;
  }
  .main,
  .main:hover {
    border-color: transparent;
    background: var(--a);
    color: color(
      from var(--a) xyz-d65 clamp(0, (0.179 - y) * 9999, 0.9505) clamp(0, (0.179 - y) * 9999, 1) clamp(0, (0.179 - y) * 9999, 1.089)
    );
  }
  .quiet {
    border-color: transparent;
    color: var(--soft);
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--a);
    outline-offset: 2px;
  }
  dialog {
    inline-size: min(400px, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    margin: auto;
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--paper);
    color: var(--ink);
    box-shadow: var(--shadow);
    font: 450 15px/1.45 system-ui, sans-serif;
    text-align: start;
    overflow-wrap: anywhere;
  }
  dialog::backdrop {
    background: #0006;
  }
  h2 {
    font-size: 20px;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  h2:focus-visible {
    outline: none;
  }
  dialog p {
    margin-block-start: 8px;
    color: var(--soft);
  }
  .do {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 20px;
  }
`;

/** The sheet of a shadow root: made in the page, so that no policy has to allow inline styles. */
export function sheetOf(...texts: readonly string[]): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(texts.join(''));
  return sheet;
}
