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
  p {
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

  p {
    margin-block-start: 4px;
    color: var(--deskbell-ink-soft);
    font-size: 14px;
  }

  .error {
    color: var(--deskbell-bad-text);
  }

  .do {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 12px;
  }

  .do button {
    border-radius: var(--deskbell-radius-card);
  }

  .live {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--deskbell-good-text);
    font-weight: 550;
  }

  .live::before {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--deskbell-good-line);
    content: '';
  }
`;
