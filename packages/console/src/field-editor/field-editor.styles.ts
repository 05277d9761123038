import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: 12px;
    font-size: 13px;
    container-type: inline-size;
  }

  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    gap: 12px;
  }

  .field {
    display: grid;
    align-content: start;
    gap: 4px;
    min-inline-size: 0;
  }

  label,
  legend {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 550;
  }

  input,
  select,
  textarea {
    min-block-size: 32px;
    padding: 4px 10px;
    font-size: 13px;
  }

  textarea {
    max-block-size: 240px;
    field-sizing: content;
    resize: vertical;
  }

  .switches {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
  }

  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    color: var(--deskbell-ink);
    font-size: 13px;
    font-weight: 450;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin: 4px 0 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
  }

  p {
    margin: 0;
  }

  .about {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  .error {
    font-size: 12px;
  }

  .error:empty {
    display: none;
  }
`;
