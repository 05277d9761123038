import { css } from 'lit';

export const styles = css`
  :host {
    --deskbell-body: 15px;
    --deskbell-target: 44px;
    color-scheme: light dark;
  }

  dialog {
    position: fixed;
    inset: auto;
    inset-block-end: calc(var(--deskbell-offset-block, 20px) + 68px);
    inset-inline-end: var(--deskbell-offset-inline, 20px);
    z-index: var(--deskbell-layer, 2147483000);
    flex-direction: column;
    inline-size: min(380px, calc(100vw - 40px));
    block-size: min(640px, calc(100dvh - var(--deskbell-offset-block, 20px) - 88px));
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-window);
    background: var(--deskbell-paper);
    color: inherit;
    box-shadow: var(--deskbell-shadow-window);
    overflow: hidden;
  }

  :host([position='start']) dialog {
    inset-inline: var(--deskbell-offset-inline, 20px) auto;
  }

  dialog[open] {
    display: flex;
    animation: rise var(--deskbell-slow);
  }

  dialog:focus-visible {
    outline: none;
  }

  dialog::backdrop {
    background: none;
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  .head {
    --deskbell-face: 36px;
    display: flex;
    align-items: center;
    gap: 12px;
    padding-block: 12px;
    padding-inline: 16px 8px;
    border-block-end: 1px solid var(--deskbell-line);
    background: var(--deskbell-paper-raised);
  }

  .head > div {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  h2,
  .head p {
    margin: 0;
  }

  h2 {
    overflow: hidden;
    font-size: 15px;
    font-weight: 650;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .head p {
    color: var(--deskbell-ink-soft);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .head button + button {
    margin-inline-start: -12px;
  }

  deskbell-pre-chat,
  deskbell-chat-talk,
  .wait {
    flex: 1;
    min-block-size: 0;
  }

  .wait {
    display: grid;
    place-items: center;
    padding: 24px;
    color: var(--deskbell-ink-soft);
    text-align: center;
  }

  @media (max-width: 480px), (max-height: 480px) {
    /* Phones zoom into a field whose letters are smaller. */
    :host {
      --deskbell-body: 16px;
    }

    dialog {
      inset: var(--view-top, 0) 0 auto;
      inline-size: 100%;
      block-size: var(--view-height, 100dvh);
      padding-block: env(safe-area-inset-top) env(safe-area-inset-bottom);
      border: 0;
      border-radius: 0;
    }
  }
`;
