import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  .list {
    display: grid;
    align-content: start;
    gap: 2px;
    block-size: min(320px, 45vh);
    margin-block-start: 8px;
  }

  .list label {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 48px;
    padding: 4px 12px;
    border-radius: var(--deskbell-radius-control);
    color: var(--deskbell-ink);
    cursor: pointer;
  }

  .list label:hover {
    background: var(--deskbell-paper-sunken);
  }

  .list label:has(:checked) {
    background: var(--deskbell-accent-fill);
  }

  .list label:has(:focus-visible) {
    outline: 2px solid var(--deskbell-accent-text);
    outline-offset: -2px;
  }

  .list .off {
    color: var(--deskbell-ink-soft);
    cursor: default;
  }

  .list span {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  small {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 450;
  }

  input[type='radio']:focus-visible {
    outline: none;
  }

  p {
    margin: 8px 0 0;
  }
`;
