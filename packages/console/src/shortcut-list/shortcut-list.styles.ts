import { css } from 'lit';

export const styles = css`
  dl {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 8px 16px;
    margin: 0;
    color: var(--deskbell-ink);
    font-size: 14px;
  }

  dt {
    font-weight: 450;
  }

  dd {
    display: flex;
    justify-content: flex-end;
    gap: 4px;
    margin: 0;
  }

  kbd {
    padding: 2px 6px;
    border: 1px solid var(--deskbell-line);
    border-radius: 4px;
    background: var(--deskbell-paper-sunken);
    color: var(--deskbell-ink-soft);
    font: 550 12px / 1.35 var(--deskbell-font);
    white-space: nowrap;
  }
`;
