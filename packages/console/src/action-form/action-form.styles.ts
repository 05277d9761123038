import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  form {
    display: grid;
    gap: 12px;
  }

  h4,
  p {
    margin: 0;
  }

  h4 {
    font-size: 13px;
    font-weight: 650;
    overflow-wrap: anywhere;
  }

  .about,
  .status {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    line-height: 1.45;
  }

  .field {
    display: grid;
    gap: 4px;
    font-size: 13px;
  }

  .field label {
    font-size: 12px;
    font-weight: 550;
    overflow-wrap: anywhere;
  }

  .field small {
    color: var(--deskbell-ink-soft);
    font-weight: 400;
  }

  input,
  select,
  textarea {
    font-size: 13px;
  }

  textarea {
    resize: vertical;
    max-block-size: 240px;
  }

  .error {
    color: var(--deskbell-bad-text);
    font-size: 12px;
  }

  .error:empty,
  .status:empty {
    display: none;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    font-size: 13px;
  }
`;
