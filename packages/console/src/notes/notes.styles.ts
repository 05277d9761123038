import { css } from 'lit';

export const styles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 8px;
    margin-block: -4px 8px;
  }

  h3 {
    margin: 0;
  }

  header button {
    margin-inline-end: -12px;
    font-size: 13px;
  }

  form {
    display: grid;
    gap: 8px;
    margin-block-end: 16px;
  }

  textarea {
    resize: vertical;
    max-block-size: 320px;
    font-size: 13px;
    line-height: 1.45;
  }

  form p {
    margin: 0;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  form .error {
    color: var(--deskbell-bad-text);
  }

  footer {
    display: flex;
    justify-content: flex-end;
    gap: 8px;
    font-size: 13px;
  }

  ul {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    min-inline-size: 0;
  }

  .none {
    margin: 0;
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }

  .more {
    margin-block-start: 8px;
    font-size: 13px;
  }
`;
