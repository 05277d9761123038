const css = String.raw;

export const BUTTON_CSS = css`
  :host {
    display: inline-block;
  }
  :host([hidden]) {
    display: none;
  }
  button {
    --a: var(--deskbell-accent, oklch(0.55 0.16 262));
    all: unset;
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 4px 20px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--a);
    color: oklch(from var(--a) clamp(0, (0.6 - l) * 999, 1) 0 0);
    font: 550 15px/1.2 system-ui, sans-serif;
    cursor: pointer;
  }
  button:active,
  [aria-busy='true'] {
    opacity: 0.8;
  }
  button:focus-visible {
    outline: 2px solid var(--a);
    outline-offset: 2px;
  }
  svg {
    flex: none;
    inline-size: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  p {
    margin: 8px 0 0;
    font: 14px/20px system-ui, sans-serif;
  }
  p:empty {
    display: none;
  }
`;
