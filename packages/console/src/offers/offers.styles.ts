import { css } from 'lit';

export const styles = css`
  :host {
    --deskbell-face: 32px;
    display: block;
  }

  section {
    display: grid;
    gap: 8px;
    padding: 12px;
    border-block-end: 1px solid var(--deskbell-line);
  }

  h2 {
    margin: 0;
    padding-inline-start: 6px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 650;
  }

  article {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 8px 10px;
    padding: 12px;
    border: 1px solid var(--deskbell-accent-edge);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-raised);
    box-shadow: var(--deskbell-shadow-card);
  }

  .gone {
    visibility: hidden;
  }

  .who {
    display: grid;
    min-inline-size: 0;
    line-height: 1.3;
  }

  .who > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .soft {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  p {
    grid-column: 1 / -1;
    display: -webkit-box;
    margin: 0;
    overflow: hidden;
    color: var(--deskbell-ink-soft);
    font-size: 13px;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
  }

  .actions {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
`;
