import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    margin-block-start: 12px;
    text-align: center;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px 16px;
  }

  .digits {
    flex: 1 0 100%;
    margin: 0;
    padding: 12px 16px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-sunken);
    color: var(--deskbell-ink);
    font-size: 40px;
    font-variant-numeric: tabular-nums;
    font-weight: 650;
    letter-spacing: 0.06em;
    line-height: 1.2;
    word-spacing: 0.1em;
    user-select: all;
  }

  p {
    margin: 0 0 12px;
    color: var(--deskbell-ink-soft);
  }

  .error {
    margin: 8px 0 0;
    color: var(--deskbell-bad-text);
  }
`;
