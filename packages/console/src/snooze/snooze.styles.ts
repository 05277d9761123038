import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(132px, 1fr));
    gap: 8px;
    margin: 8px 0;
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

  fieldset label:has(:checked) {
    border-color: var(--deskbell-accent-edge);
    background: var(--deskbell-accent-fill);
  }

  .own {
    display: grid;
    gap: 4px;
  }

  p {
    margin: 4px 0 0;
  }
`;
