import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    margin-block: 16px;
  }

  article {
    max-inline-size: 560px;
    margin-inline: auto;
    padding: 12px 16px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-paper-raised);
    font-size: 13px;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  h3 {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    color: var(--deskbell-ink);
    font-size: 13px;
    font-weight: 650;
  }

  h3 svg {
    inline-size: 16px;
    block-size: 16px;
    color: var(--deskbell-ink-soft);
  }

  p {
    margin: 4px 0 0;
    color: var(--deskbell-ink-soft);
    overflow-wrap: anywhere;
  }

  button {
    margin-block-start: 8px;
  }

  .error {
    color: var(--deskbell-bad-text);
  }
`;
