import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .banner {
    --fill: var(--deskbell-info-fill);
    --text: var(--deskbell-info-text);
    --line: var(--deskbell-info-line);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 8px 16px;
    border-block-end: 1px solid color-mix(in oklab, var(--line) 40%, transparent);
    background: var(--fill);
    color: var(--text);
    font-size: 13px;
    line-height: 1.4;
  }

  .warn {
    --fill: var(--deskbell-warn-fill);
    --text: var(--deskbell-warn-text);
    --line: var(--deskbell-warn-line);
  }

  .bad {
    --fill: var(--deskbell-bad-fill);
    --text: var(--deskbell-bad-text);
    --line: var(--deskbell-bad-line);
  }

  .good {
    --fill: var(--deskbell-good-fill);
    --text: var(--deskbell-good-text);
    --line: var(--deskbell-good-line);
  }

  svg {
    inline-size: 18px;
    block-size: 18px;
  }

  .words {
    /* In a narrow column the action goes below, before the words are squeezed. */
    flex: 1 1 160px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
`;
