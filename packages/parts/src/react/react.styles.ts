import { css } from 'lit';

export const styles = css`
  :host {
    --deskbell-target: 28px;
    position: absolute;
    inset: auto;
    inline-size: max-content;
  }

  .react {
    padding: 0;
    border-color: var(--deskbell-line);
    border-radius: 999px;
    color: var(--deskbell-ink-soft);
    opacity: var(--near, 0);
  }

  .react:focus-visible,
  .react[aria-expanded='true'] {
    opacity: 1;
  }

  .react svg {
    inline-size: 16px;
    block-size: 16px;
  }

  [popover] {
    --deskbell-target: 36px;
    border-radius: 24px;
  }

  [popover]:has(deskbell-emoji) {
    padding: 8px;
    border-radius: var(--deskbell-radius-card);
  }

  .few {
    display: flex;
  }

  .few button {
    border-radius: 999px;
    font-size: 20px;
  }

  .few [aria-pressed='true'] {
    background: var(--deskbell-accent-fill);
  }

  @media (hover: none), (pointer: coarse) {
    .react {
      opacity: 1;
    }

    [popover] {
      --deskbell-target: 44px;
    }
  }
`;
