import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
    margin-block-end: 8px;
    padding-inline: 12px 4px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-paper-raised);
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }

  .strip > svg {
    inline-size: 16px;
    block-size: 16px;
    margin-inline-end: 4px;
    color: var(--deskbell-accent-text);
  }

  .failed > svg {
    color: var(--deskbell-bad-text);
  }

  .begun > svg {
    animation: pulse 1.2s ease-in-out infinite alternate;
  }

  p {
    flex: 1;
    min-inline-size: 16ch;
    margin: 0;
    padding-block: 8px;
  }

  button {
    font-size: 13px;
  }

  @keyframes pulse {
    to {
      opacity: 0.35;
    }
  }
`;
