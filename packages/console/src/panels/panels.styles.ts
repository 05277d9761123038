import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  section {
    padding-block: 8px;
    border-block-start: 1px solid var(--deskbell-line);
  }

  h3 {
    margin: 0 -12px;
    font-size: 12px;
  }

  h3 button {
    inline-size: 100%;
    justify-content: space-between;
    font-size: 12px;
    font-weight: 650;
    text-align: start;
  }

  h3 button[aria-expanded='true'] {
    background: none;
  }

  h3 span {
    overflow-wrap: anywhere;
  }

  h3 button::after {
    flex: none;
    inline-size: 6px;
    block-size: 6px;
    border: solid currentcolor;
    border-width: 0 1.5px 1.5px 0;
    content: '';
    rotate: 45deg;
    translate: 0 -2px;
  }

  h3 button[aria-expanded='true']::after {
    rotate: 225deg;
    translate: 0 2px;
  }

  deskbell-panel {
    margin-block: 8px;
  }

  [hidden] {
    display: none;
  }
`;
