import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding-inline: 6px;
  }

  h2 {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    margin: 0;
    background: var(--deskbell-paper-sunken);
    font: inherit;
  }

  h2 button {
    justify-content: flex-start;
    gap: 4px;
    inline-size: 100%;
    min-block-size: 36px;
    padding-inline: 12px;
    font-size: 13px;
  }

  h2 button.quiet[aria-expanded='true']:not(:hover) {
    background: none;
  }

  h2 button:focus-visible {
    outline-offset: -2px;
  }

  h2 svg {
    inline-size: 14px;
    block-size: 14px;
    transition: rotate var(--deskbell-quick);
  }

  [aria-expanded='true'] svg {
    rotate: 90deg;
  }

  [aria-expanded='true'] svg.turns:dir(rtl) {
    rotate: -90deg;
  }

  .search {
    position: relative;
    padding: 4px 12px 8px;
  }

  .search svg {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-start: 22px;
    inline-size: 16px;
    block-size: 16px;
    color: var(--deskbell-ink-faint);
  }

  input {
    padding-inline-start: 34px;
  }

  ul {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    min-inline-size: 0;
  }

  p {
    margin: 0;
    padding: 4px 12px 12px;
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }

  .more {
    inline-size: calc(100% - 24px);
    margin: 8px 12px;
  }
`;
