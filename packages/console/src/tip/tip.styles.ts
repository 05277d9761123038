import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-flex;
  }

  .tip {
    position: fixed;
    inset: auto;
    display: none;
    align-items: center;
    gap: 8px;
    max-inline-size: min(280px, calc(100vw - 16px));
    margin: 0;
    padding: 4px 8px;
    border: 1px solid transparent;
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-ink);
    color: var(--deskbell-paper);
    font-size: 12px;
    pointer-events: none;
  }

  /* Whoever only passes by is not told. */
  .tip:popover-open {
    display: flex;
    animation: come var(--deskbell-quick) 400ms both;
  }

  :host([data-by='keyboard']) .tip:popover-open {
    animation-delay: 0s;
  }

  kbd {
    font: 550 12px / 1.2 var(--deskbell-font);
    opacity: 0.8;
  }

  @keyframes come {
    from {
      opacity: 0;
      transform: translateY(2px);
    }
  }
`;
