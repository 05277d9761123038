import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    max-inline-size: 100%;
  }

  button {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 10px;
    inline-size: 260px;
    max-inline-size: 100%;
    min-block-size: max(48px, var(--deskbell-target));
    padding: 6px 12px;
    border-color: var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    text-align: start;
  }

  svg {
    grid-row: span 2;
    color: var(--deskbell-ink-soft);
  }

  .about {
    grid-column: 2;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 450;
    font-variant-numeric: tabular-nums;
  }

  .file-name,
  .about {
    line-height: 1.35;
  }

  svg:last-child {
    grid-area: 1 / 3 / span 2;
    inline-size: 18px;
  }

  button[aria-busy='true'] {
    opacity: 0.7;
  }

  .error {
    max-inline-size: 260px;
    margin: 4px 0 0;
  }
`;
