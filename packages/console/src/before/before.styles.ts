import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  section {
    padding: 12px 16px;
    border: 1px solid var(--deskbell-line);
    border-radius: 12px;
    background: var(--deskbell-paper-raised);
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }

  h3 {
    margin: 0 0 8px;
    font-size: 12px;
    font-weight: 650;
  }

  small {
    margin-inline-start: 4px;
    padding: 1px 6px;
    border: 1px solid var(--deskbell-line);
    border-radius: 999px;
    font-size: 11px;
  }

  deskbell-banner {
    overflow: hidden;
    border-radius: 12px;
  }

  p {
    margin: 4px 0 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .who {
    font-weight: 650;
  }
`;
