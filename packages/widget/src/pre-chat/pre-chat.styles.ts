import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow: auto;
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 16px;
    padding: 24px 20px;
  }

  p {
    margin: 0 0 4px;
    font-size: 20px;
    font-weight: 550;
    line-height: 1.3;
    text-wrap: pretty;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }

  label {
    display: flex;
    justify-content: space-between;
    font-size: 13px;
  }

  small {
    color: var(--deskbell-ink-faint);
    font-size: 12px;
    font-weight: 450;
  }

  input,
  textarea {
    border-radius: var(--deskbell-radius-card);
  }

  textarea {
    resize: none;
  }

  button {
    margin-block-start: 4px;
    border-radius: var(--deskbell-radius-card);
  }
`;
