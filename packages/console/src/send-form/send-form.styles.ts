import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  [popover] {
    inline-size: min(320px, calc(100vw - 16px));
    max-block-size: min(400px, calc(100vh - 120px));
    overflow: hidden;
    font-size: 14px;
  }

  [popover]:popover-open {
    display: flex;
    flex-direction: column;
  }

  p {
    margin: 0;
  }

  .title {
    padding: 8px 12px 4px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 650;
  }

  input {
    flex: none;
    margin-block-end: 4px;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .item {
    justify-content: space-between;
    inline-size: 100%;
    padding: 6px 12px;
    border: 0;
    background: none;
    font-weight: 450;
    text-align: start;
  }

  .item bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .item:is(:hover, :focus-visible):not([aria-disabled='true']) {
    background: var(--deskbell-paper-sunken);
  }

  .item:focus-visible {
    outline-offset: -2px;
  }

  .busy,
  .none {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  .none,
  .error:not(:empty) {
    padding: 8px 12px;
  }
`;
