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
    inset-block-end: 88px;
    inset-inline-end: 20px;
    flex-direction: column;
    inline-size: min(380px, calc(100vw - 40px));
    block-size: min(640px, calc(100dvh - 108px));
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
    inset-inline: 20px auto;
  }

  dialog[open] {
    display: flex;
    animation: rise var(--deskbell-slow);
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

  header {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 12px 8px 12px 16px;
    border-block-end: 1px solid var(--deskbell-line);
    background: var(--deskbell-paper-raised);
    --deskbell-face: 36px;
  }

  header:dir(rtl) {
    padding: 12px 16px 12px 8px;
  }

  header > div {
    flex: 1;
    min-inline-size: 0;
  }

  h2,
  header p {
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  h2 {
    font-size: 15px;
    font-weight: 650;
    line-height: 1.3;
  }

  header p {
    color: var(--deskbell-ink-soft);
    font-size: 13px;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }

  header button {
    --deskbell-target: 40px;
    border-radius: 50%;
  }

  header button + button {
    margin-inline-start: -12px;
  }

  deskbell-chat-talk,
  deskbell-pre-chat {
    flex: 1;
    min-block-size: 0;
  }

  .wait {
    flex: 1;
    display: grid;
    place-items: center;
    padding: 24px;
    color: var(--deskbell-ink-soft);
    text-align: center;
  }

  @media (max-width: 480px) {
    dialog {
      inset: 0;
      inset-block-start: var(--view-top, 0);
      inline-size: 100%;
      block-size: var(--view-height, 100dvh);
      padding-block-end: env(safe-area-inset-bottom);
      border: 0;
      border-radius: 0;
    }
  }
`;
