import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  [part='card'] {
    margin-block: 8px;
    padding: 12px 16px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-raised);
    font-size: 13px;
  }

  dl {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px 16px;
    margin: 0;
  }

  /* The four below the summary stand in one row or in two, never three and one. */
  @container (inline-size >= 440px) {
    dl {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }

  .wide {
    grid-column: 1 / -1;
  }

  dt {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 550;
  }

  dd {
    margin: 2px 0 0;
    overflow-wrap: anywhere;
  }

  p {
    margin: 0;
    white-space: pre-line;
  }

  dd p + p {
    margin-block-start: 4px;
  }

  .who {
    color: var(--deskbell-ink-soft);
    font-weight: 550;
  }

  .earlier {
    margin-block-end: 12px;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--deskbell-line);
  }

  .maker {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-block-start: 12px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  .maker svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .line {
    block-size: 12px;
    margin-block: 4px;
    border-radius: 6px;
    background: var(--deskbell-paper-sunken);
    animation: pulse 1s ease-in-out infinite alternate;
  }

  .line:last-child {
    inline-size: 60%;
  }

  @keyframes pulse {
    to {
      opacity: 0.45;
    }
  }
`;
