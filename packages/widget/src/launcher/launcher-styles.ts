// The build minifies what is tagged so; there is no Lit here.
const css = String.raw;

/**
 * The launcher's looks, as text: the sheet is made in the page, so that no policy has to allow inline styles. The element itself has no box
 * and no looks, with `!important`, because the page's own styles would win otherwise. The outline shows in forced colours only.
 */
export const LAUNCHER_CSS = css`
  :host {
    all: initial !important;
    display: contents !important;
  }

  :host([hidden]) {
    display: none !important;
  }

  div {
    --a: var(--deskbell-accent, #3a6cce);
    position: fixed;
    inset-block-end: var(--deskbell-offset-block, 20px);
    inset-inline-end: var(--deskbell-offset-inline, 20px);
    z-index: var(--deskbell-layer, 2147483000);
  }

  :host([position='start']) div {
    inset-inline: var(--deskbell-offset-inline, 20px) auto;
  }

  button {
    all: unset;
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    border-radius: 50%;
    outline: 1px solid transparent;
    background: var(--a);
    color: oklch(from var(--a) clamp(0, (0.6 - l) * 999, 1) 0 0);
    box-shadow: 0 4px 12px #0003;
    cursor: pointer;
  }

  :host([launcher='small']) button {
    inline-size: 44px;
    block-size: 44px;
  }

  button:hover {
    scale: 1.05;
  }

  button:active,
  [aria-busy='true'] {
    scale: 0.94;
  }

  button:focus-visible {
    outline: 2px solid var(--a);
    outline-offset: 2px;
  }

  svg {
    inline-size: 24px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linejoin: round;
  }

  [aria-expanded='true'] path:first-child,
  [aria-expanded='false'] path + path {
    display: none;
  }

  b,
  p {
    position: absolute;
    inset-block-end: 40px;
    inset-inline-end: -2px;
    padding: 2px 6px;
    border-radius: 10px;
    background: #c11;
    color: #fff;
    font: 650 12px/16px system-ui;
  }

  p {
    inset-block-end: 60px;
    inline-size: max-content;
    max-inline-size: 240px;
    padding: 8px 12px;
    background: #222;
    font: 14px/20px system-ui;
  }

  :host([position='start']) p {
    inset-inline: 0 auto;
  }

  :empty {
    padding: 0;
  }

  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: scale 0.12s;
    }
  }
`;

/** Drawn after Lucide's message-circle and chevron-down (ISC licence). */
export const LAUNCHER_HTML =
  '<div><button part="launcher" aria-expanded="false"><svg viewBox="0 0 24 24"><path d="M7.9 20A9 9 0 1 0 4 16.1L2 22Z"/><path d="m6 9 6 6 6-6"/></svg><b part="badge"></b></button><p role="status"></p></div>';
