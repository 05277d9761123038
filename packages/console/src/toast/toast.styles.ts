import { css } from 'lit';

export const styles = css`
  :host {
    position: absolute;
    inset-block-end: 16px;
    inset-inline: 16px;
    z-index: 2;
    display: grid;
    justify-content: center;
    pointer-events: none;
  }

  p {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 4px 4px 4px 16px;
    padding-inline: 16px 4px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-raised);
    box-shadow: var(--deskbell-shadow-window);
    overflow-wrap: anywhere;
    pointer-events: auto;
  }

  p > svg {
    color: var(--deskbell-good-text);
  }
`;
