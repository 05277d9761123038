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

  h2 {
    margin: 0;
    padding-block: 20px 4px;
    padding-inline: 24px 64px;
    font-size: 17px;
    font-weight: 650;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  /* Last in the order of the keys, so that the focus begins with what the dialog asks. */
  .icon {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
  }

  .body {
    padding: 4px 24px 16px;
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
