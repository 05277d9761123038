import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  form {
    display: grid;
    gap: 16px;
    margin-block-start: 8px;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  fieldset label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: var(--deskbell-target);
    color: var(--deskbell-ink);
    cursor: pointer;
  }

  .field {
    display: grid;
    gap: 4px;
  }

  input {
    color: var(--deskbell-ink);
    font-weight: 450;
  }

  p {
    margin: 0;
  }

  p:empty {
    display: none;
  }
`;
