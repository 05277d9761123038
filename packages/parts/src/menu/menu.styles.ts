import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-flex;
  }

  [popover] {
    min-inline-size: 200px;
    max-inline-size: min(320px, calc(100vw - 16px));
  }

  .item {
    display: flex;
    justify-content: flex-start;
    inline-size: 100%;
    padding: 4px 12px;
    border: 0;
    background: none;
    font-weight: 450;
    text-align: start;
  }

  .item span {
    flex: 1;
    overflow-wrap: anywhere;
  }

  .item svg {
    inline-size: 18px;
    block-size: 18px;
    color: var(--deskbell-ink-soft);
  }

  .item:is(:hover, :focus-visible):not([aria-disabled='true']) {
    background: var(--deskbell-paper-sunken);
  }

  .item:focus-visible {
    outline-offset: -2px;
  }

  .item.danger,
  .item.danger svg {
    color: var(--deskbell-bad-text);
  }

  kbd {
    color: var(--deskbell-ink-faint);
    font: 12px / 1.2 var(--deskbell-font);
  }
`;
