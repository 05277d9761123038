import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: 784px;
    margin-inline: auto;
    padding-inline: 12px;
    font-size: 12px;
  }

  p {
    flex: 1;
    margin: 0;
    color: var(--deskbell-ink-soft);
    text-align: end;
  }

  .error {
    color: var(--deskbell-bad-text);
  }

  button {
    margin-block-start: 6px;
    border-radius: 999px;
    font-size: 12px;
  }

  svg {
    inline-size: 16px;
    block-size: 16px;
  }

  [aria-pressed='true'] {
    border-color: var(--deskbell-accent-edge);
    background: var(--deskbell-accent-fill);
    color: var(--deskbell-accent-text);
  }

  [aria-pressed='true'] svg {
    fill: currentcolor;
  }
`;
