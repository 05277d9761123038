import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
    min-block-size: 0;
    background: var(--deskbell-paper);
  }

  .scroll {
    block-size: 100%;
    outline-offset: -2px;
    overflow-anchor: none;
  }

  .flow {
    position: relative;
    max-inline-size: 760px;
    margin-inline: auto;
    padding: 16px;
  }

  /* Every chunk remembers its size; the newest is never skipped, so that what comes while it is out of view has its true height. */
  .chunk {
    contain-intrinsic-size: auto 2600px;
  }

  .older {
    content-visibility: auto;
  }

  .sentinel {
    block-size: 1px;
  }

  .earlier,
  .day,
  .notice {
    padding-block: 8px;
    color: var(--deskbell-ink-faint);
    font-size: 12px;
    text-align: center;
  }

  .day {
    display: flex;
    align-items: center;
    gap: 12px;
    padding-block: 16px 4px;
    color: var(--deskbell-ink-soft);
    font-weight: 550;
  }

  .day::before,
  .day::after {
    content: '';
    flex: 1;
    block-size: 1px;
    background: var(--deskbell-line);
  }

  .day span::first-letter {
    text-transform: uppercase;
  }

  .day span {
    display: inline-block;
  }

  /* Nothing in a row is positioned: a hundred layers would cost more to paint than what is in them. */
  .row {
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr);
    justify-items: start;
    column-gap: 8px;
    padding-block-start: 2px;
    padding-inline-end: 32px;
  }

  .row > * {
    grid-column: 2;
  }

  .row > .face {
    grid-area: 1 / 1;
  }

  .ours {
    grid-template-columns: minmax(0, 1fr);
    justify-items: end;
    padding-inline: 48px 0;
  }

  .ours > * {
    grid-column: 1;
  }

  .head {
    padding-block-start: 12px;
  }

  .who {
    max-inline-size: 100%;
    padding-block: 4px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 550;
    line-height: 20px;
    overflow-wrap: anywhere;
  }

  .bubble {
    max-inline-size: 100%;
    padding: 8px 12px;
    border: 1px solid var(--deskbell-line);
    border-radius: 14px;
    border-start-start-radius: 4px;
    border-end-start-radius: 4px;
    background: var(--deskbell-paper-raised);
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }

  .theirs.head .bubble {
    border-start-start-radius: 14px;
  }

  .ours .bubble {
    border-radius: 14px;
    border-start-end-radius: 4px;
    border-end-end-radius: 4px;
    border-color: transparent;
    background: var(--deskbell-accent);
    color: var(--deskbell-on-accent);
  }

  .ours.head .bubble {
    border-start-end-radius: 14px;
  }

  /* Who writes all day has a quieter colour before their eyes. */
  :host([side='agent']) .ours .bubble {
    background: var(--deskbell-accent-fill);
    color: inherit;
  }

  .text {
    white-space: pre-wrap;
  }

  a {
    color: var(--deskbell-accent-text);
    text-underline-offset: 2px;
  }

  :host([side='customer']) .ours a {
    color: inherit;
    outline-color: currentcolor;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
    padding-block: 4px;
    color: var(--deskbell-ink-faint);
    font-size: 12px;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
  }

  .meta > * + *::before {
    content: '·';
    margin-inline-end: 4px;
  }

  .status {
    display: inline-flex;
    align-items: center;
  }

  .lost,
  .lost time {
    color: var(--deskbell-bad-text);
  }

  .status svg {
    inline-size: 14px;
    block-size: 14px;
    margin-inline-end: 4px;
  }

  .typing .bubble {
    display: flex;
    gap: 4px;
    padding: 14px;
  }

  i {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: var(--deskbell-ink-faint);
    animation: breathe 1.2s infinite ease-in-out;
  }

  i:nth-child(2) {
    animation-delay: 0.15s;
  }

  i:nth-child(3) {
    animation-delay: 0.3s;
  }

  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.4;
    }

    30% {
      transform: translateY(-3px);
    }
  }

  .news {
    position: absolute;
    inset-block-end: 12px;
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    border-radius: 999px;
    box-shadow: var(--deskbell-shadow-card);
  }

  @media (forced-colors: active) {
    .ours .bubble {
      border-width: 2px;
    }

    i {
      background: CanvasText;
    }
  }
`;
