import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding: 12px;
    background: var(--deskbell-paper);
  }

  form {
    display: grid;
    gap: 12px;
    padding: 12px 16px 16px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-raised);
    box-shadow: var(--deskbell-shadow-card);
  }

  h3 {
    margin: 0;
    font-size: 14px;
    font-weight: 650;
  }

  h3 + p {
    margin: -10px 0 0;
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }

  .left {
    float: inline-end;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 450;
  }

  fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(96px, 1fr));
    gap: 8px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  fieldset label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: var(--deskbell-target);
    padding: 4px 12px;
    border: 1px solid var(--deskbell-edge);
    border-radius: var(--deskbell-radius-control);
    color: var(--deskbell-ink);
    cursor: pointer;
  }

  fieldset label:hover {
    background: var(--deskbell-paper-sunken);
  }

  fieldset label:has(:checked) {
    border-color: var(--deskbell-accent-edge);
    background: var(--deskbell-accent-fill);
  }

  fieldset label:has(:focus-visible) {
    outline: 2px solid var(--deskbell-accent-text);
    outline-offset: 2px;
  }

  input:focus-visible {
    outline: none;
  }

  .about {
    display: grid;
    gap: 4px;
    font-size: 13px;
  }

  textarea {
    field-sizing: content;
    min-block-size: calc(2lh + 12px);
    max-block-size: calc(6lh + 12px);
    font-size: 14px;
    resize: none;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px 16px;
  }

  footer span {
    flex: 1;
    min-inline-size: 120px;
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }

  @media (forced-colors: active) {
    fieldset label:has(:checked) {
      border-width: 3px;
    }
  }
`;
