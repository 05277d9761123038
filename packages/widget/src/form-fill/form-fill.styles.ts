import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding-block: 8px;
  }

  article {
    padding: 16px;
    border: 1px solid var(--deskbell-line);
    border-radius: 14px;
    background: var(--deskbell-paper-raised);
    box-shadow: var(--deskbell-shadow-card);
  }

  h3,
  p,
  dl,
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  h3 {
    font-size: 17px;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: pretty;
  }

  h3:focus-visible {
    outline: none;
  }

  .sent {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-block-start: 4px;
    color: var(--deskbell-good-text);
    font-size: 14px;
    font-weight: 550;
  }

  .sent svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .note {
    margin-block-start: 4px;
    color: var(--deskbell-ink-soft);
    font-size: 14px;
  }

  dl {
    display: grid;
    gap: 12px;
    margin-block-start: 12px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--deskbell-line);
  }

  dt {
    color: var(--deskbell-ink-soft);
    font-size: 13px;
    overflow-wrap: anywhere;
  }

  dd {
    white-space: pre-line;
  }
`;
