import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  section {
    padding-block: 12px;
    border-block-start: 1px solid var(--deskbell-line);
  }

  label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 650;
  }

  select {
    inline-size: auto;
    min-inline-size: 144px;
    max-inline-size: 100%;
    font-size: 13px;
    font-weight: 400;
  }

  p {
    margin: 8px 0 0;
    font-size: 13px;
    line-height: 1.45;
  }

  .error {
    color: var(--deskbell-bad-text);
  }

  p:empty {
    display: none;
  }
`;
