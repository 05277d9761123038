import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  section {
    padding-block-end: 12px;
    border-block-end: 1px solid var(--deskbell-line);
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }

  h3 {
    margin: 0 0 8px;
    font-size: 12px;
    font-weight: 650;
  }

  p {
    margin: 0 0 4px;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .who {
    font-weight: 650;
  }
`;
