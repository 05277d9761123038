import { css } from 'lit';

/** How something that floats over the rest looks; `place` says where. */
export const popoverStyles = css`
  [popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 4px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-raised);
    color: inherit;
    box-shadow: var(--deskbell-shadow-window);
  }

  [popover]:popover-open {
    animation: rise var(--deskbell-quick);
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
`;
