import { css } from 'lit';

export const styles = css`
  ul {
    display: grid;
    margin: 0 -12px;
    padding: 0;
    list-style: none;
  }

  li button {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
    inline-size: 100%;
    padding: 8px 12px;
    font-size: 13px;
    text-align: start;
  }

  li span {
    color: var(--deskbell-ink);
    overflow-wrap: anywhere;
  }

  li button:disabled span {
    color: inherit;
  }

  li small {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  .reason {
    margin: 0;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }
`;
