import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  deskbell-menu {
    grid-area: 2 / 2;
    justify-self: start;
    display: inline-block;
    margin-inline-start: -8px;
  }

  deskbell-menu::part(trigger) {
    inline-size: auto;
    min-block-size: 24px;
    padding: 2px 8px;
  }

  .status {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 450;
    white-space: nowrap;
  }

  .status svg {
    inline-size: 12px;
    block-size: 12px;
  }

  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border: 1.5px solid var(--deskbell-edge);
    border-radius: 50%;
  }

  .available .dot {
    border-color: var(--deskbell-good-line);
    background: var(--deskbell-good-line);
  }

  .busy .dot,
  .system-busy .dot {
    border-color: var(--deskbell-bad-line);
    border-radius: 2px;
    background: var(--deskbell-bad-line);
  }

  .away-idle .dot,
  .system-away .dot,
  .login-prep .dot {
    border-color: var(--deskbell-warn-line);
    background: linear-gradient(90deg, var(--deskbell-warn-line) 50%, transparent 50%);
  }

  deskbell-banner {
    grid-column: 1 / -1;
    margin-block-start: 8px;
    border-radius: var(--deskbell-radius-control);
    overflow: hidden;
  }

  @media (forced-colors: active) {
    .available .dot {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
