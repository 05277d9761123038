import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 8px;
    inline-size: min(320px, calc(100vw - 32px));
    block-size: min(320px, 50dvh);
    padding: 4px;
  }

  .head {
    display: flex;
    gap: 8px;
  }

  select {
    inline-size: auto;
    padding-inline: 4px;
  }

  [role='tablist'] {
    display: flex;
    border-block-end: 1px solid var(--deskbell-line);
  }

  button {
    min-inline-size: 0;
    min-block-size: 32px;
    padding: 0;
    border: 1px solid transparent;
    background: none;
    font-size: 20px;
    line-height: 1;
  }

  [role='tab'] {
    flex: 1;
    border-block-end-width: 2px;
    border-radius: 0;
    font-size: 16px;
  }

  [role='tab'][aria-selected='true'] {
    border-block-end-color: var(--deskbell-accent-text);
  }

  .scroll {
    flex: 1;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(34px, 1fr));
    align-content: start;
  }

  p {
    grid-column: 1 / -1;
    margin: 16px;
    color: var(--deskbell-ink-soft);
    text-align: center;
  }

  :focus-visible {
    outline-offset: -2px;
  }
`;
