import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    /* The line before a group that begins a row is out of sight: it would part nothing. */
    margin-inline-start: -9px;
    clip-path: inset(-8px -8px -8px 5px);
  }

  .tools:dir(rtl) {
    clip-path: inset(-8px 5px -8px -8px);
  }

  .group {
    display: flex;
    align-items: center;
    gap: 2px;
    padding-inline-start: 8px;
    border-inline-start: 1px solid var(--deskbell-line);
  }

  button {
    white-space: nowrap;
  }

  button[aria-pressed='true'] {
    background: var(--deskbell-accent-fill);
    color: var(--deskbell-accent-text);
  }

  button.quiet[aria-disabled='true'] {
    border-color: transparent;
    background: none;
    opacity: 0.55;
  }

  .held {
    border-color: var(--deskbell-accent-edge);
    color: var(--deskbell-accent-text);
  }

  .asked {
    border-color: transparent;
    background: var(--deskbell-accent-fill);
    color: var(--deskbell-accent-text);
  }

  /* All tools in a row on a phone. */
  @container (width < 420px) {
    .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
`;
