import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  dialog {
    inline-size: min(440px, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    margin: auto;
    padding: 0;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-window);
    background: var(--deskbell-paper-raised);
    color: inherit;
    box-shadow: var(--deskbell-shadow-window);
    overscroll-behavior: contain;
  }

  dialog[open] {
    animation: rise var(--deskbell-slow);
  }

  dialog::backdrop {
    background: oklch(0.15 0.02 262 / 0.45);
  }

  header {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding: 16px 16px 0 24px;
    padding-inline: 24px 16px;
  }

  h2 {
    flex: 1;
    margin: 0;
    padding-block: 4px;
    font-size: 17px;
    font-weight: 650;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .body {
    padding: 8px 24px 16px;
    color: var(--deskbell-ink-soft);
    overflow-wrap: anywhere;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    padding: 8px 24px 24px;
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
`;
