const css = String.raw;

/** A frame around what is seen, and on it the bar. The frame is in the top layer, and lets everything through. */
export const BANNER_CSS = css`
  .frame {
    position: fixed;
    inset: 0;
    z-index: 2147483600;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    align-items: center;
    inline-size: auto;
    block-size: auto;
    max-inline-size: none;
    max-block-size: none;
    padding: 12px;
    padding-block-end: calc(12px + env(safe-area-inset-bottom));
    border: 0 solid var(--state);
    background: none;
    pointer-events: none;
    overflow: hidden;
    --state: oklch(0.58 0.14 152);
  }
  .live {
    border-width: 3px;
  }
  .control {
    --state: var(--a);
  }
  .private,
  .elsewhere,
  .connecting,
  .reconnecting {
    --state: oklch(0.68 0.14 70);
  }
  .ended {
    --state: var(--edge);
  }
  .top {
    justify-content: flex-start;
    padding-block: calc(12px + env(safe-area-inset-top)) 12px;
  }
  /* The chat covers a small screen: its head and its box stay free. */
  .inside {
    justify-content: flex-start;
    padding-block-start: 72px;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 4px;
    /* Of one width, whatever it says: a press on "Stop" in another tab makes it say something else, and has to end on "Stop". */
    inline-size: min(440px, 100%);
    padding: 4px;
    padding-inline-start: 14px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--paper);
    color: var(--ink);
    box-shadow: var(--shadow);
    pointer-events: auto;
  }
  .bar::before {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--state);
    content: '';
    forced-color-adjust: none;
  }
  .words {
    flex: 1;
    padding: 4px 8px;
    font: 550 15px/1.3 system-ui, sans-serif;
    text-align: start;
    overflow-wrap: anywhere;
  }
  small {
    color: var(--soft);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  bdi {
    white-space: nowrap;
  }
  .control .bar {
    inline-size: min(600px, 100%);
  }
  .stop {
    align-self: flex-end;
    border-color: light-dark(oklch(0.57 0.2 26), oklch(0.66 0.18 25));
    color: var(--bad);
    font-weight: 650;
  }
  .top .stop,
  .inside .stop {
    align-self: flex-start;
  }
  .stop:hover {
    background: light-dark(oklch(0.955 0.025 22), oklch(0.3 0.06 22));
  }
  .move {
    padding: 0;
  }
  svg {
    display: block;
    inline-size: 20px;
    margin: auto;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .top svg {
    rotate: 180deg;
  }
  @media (max-width: 700px) {
    /* Beside the chat's round button. */
    .beside:not(.top, .inside) {
      padding-inline-end: 88px;
    }
    .beside.start:not(.top, .inside) {
      padding-inline: 88px 12px;
    }
    .bar {
      gap: 2px;
      padding-inline-start: 12px;
      flex-wrap: wrap;
    }
    .words {
      flex-basis: 96px;
      padding-inline: 4px 0;
      font-size: 14px;
    }
    .back {
      flex: 1 1 100%;
      order: 1;
    }
  }
`;
