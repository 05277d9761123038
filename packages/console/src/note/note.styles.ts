import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  article {
    padding: 8px 12px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-paper-raised);
    font-size: 13px;
  }

  p {
    margin: 0;
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    margin-block-end: 4px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  bdi {
    color: var(--deskbell-ink);
    font-weight: 550;
    overflow-wrap: anywhere;
  }

  .text {
    line-height: 1.45;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .cut {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 8;
    line-clamp: 8;
  }

  button {
    margin-inline-start: -12px;
    font-size: 12px;
  }
`;
