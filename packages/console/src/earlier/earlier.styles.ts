import { css } from 'lit';

export const styles = css`
  ul {
    margin: 0 -8px;
    padding: 0;
    list-style: none;
  }

  .row {
    display: grid;
    gap: 4px;
    inline-size: 100%;
    padding: 8px;
    text-align: start;
    justify-content: stretch;
    justify-items: stretch;
  }

  .row span {
    min-inline-size: 0;
  }

  .first,
  .line {
    display: flex;
    gap: 8px;
    align-items: baseline;
  }

  .first {
    justify-content: space-between;
  }

  .queue {
    overflow: hidden;
    color: var(--deskbell-ink);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  time {
    flex: none;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 450;
    font-variant-numeric: tabular-nums;
  }

  .line {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 450;
    line-height: 1.3;
  }

  .outcome {
    flex: none;
    max-inline-size: 50%;
    overflow: hidden;
    padding: 0 8px;
    border: 1px solid var(--deskbell-line);
    border-radius: 999px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .line bdi {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  p {
    margin: 0;
    color: var(--deskbell-ink-soft);
  }

  .more {
    margin-block-start: 8px;
    font-size: 13px;
  }
`;
