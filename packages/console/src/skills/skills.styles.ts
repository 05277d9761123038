import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: 8px;
  }

  label {
    display: grid;
    grid-template-columns: 1fr minmax(120px, 40%);
    align-items: center;
    gap: 12px;
    color: var(--deskbell-ink);
  }

  span {
    overflow-wrap: anywhere;
  }
`;
