import { css } from 'lit';

export const styles = css`
  .bar {
    display: flex;
    align-items: center;
    gap: 2px;
  }

  svg {
    inline-size: 18px;
    block-size: 18px;
  }

  button.quiet[aria-pressed='true'] {
    background: var(--deskbell-accent-fill);
    color: var(--deskbell-accent-text);
  }

  button.quiet:disabled {
    border-color: transparent;
    background: none;
    color: var(--deskbell-ink-faint);
  }
`;
