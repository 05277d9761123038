import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }

  button {
    font-size: 13px;
    white-space: nowrap;
  }

  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border: 1.5px solid var(--deskbell-edge);
    border-radius: 50%;
  }

  .good {
    border-color: var(--deskbell-good-line);
    background: var(--deskbell-good-line);
  }

  .fair {
    border-color: var(--deskbell-warn-line);
    background: var(--deskbell-warn-line);
  }

  .poor {
    border-color: var(--deskbell-bad-line);
    background: var(--deskbell-bad-line);
  }

  [popover] {
    inline-size: min(280px, calc(100vw - 16px));
    padding: 12px 16px;
    font-size: 13px;
  }

  [popover]:focus {
    outline: none;
  }

  dl {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 4px 16px;
    margin: 0;
  }

  dt {
    color: var(--deskbell-ink-soft);
  }

  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    font-weight: 550;
    text-align: end;
  }

  p {
    margin: 8px 0 0;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  @media (forced-colors: active) {
    .dot:is(.good, .fair, .poor) {
      background: CanvasText;
    }
  }
`;
