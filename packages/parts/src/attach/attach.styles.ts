import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  button {
    border-radius: var(--deskbell-tool-radius, var(--deskbell-radius-control));
  }

  .zone {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 8px;
    border: 0;
    background: color-mix(in oklab, var(--deskbell-paper) 82%, transparent);
    color: var(--deskbell-accent-text);
    font-size: 15px;
    font-weight: 550;
    overflow: hidden;
  }

  .zone:popover-open {
    display: grid;
  }

  .zone > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-content: center;
    justify-content: center;
    gap: 8px 12px;
    padding: 8px;
    border: 2px dashed var(--deskbell-accent-edge);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-accent-fill);
    text-align: center;
    pointer-events: none;
  }

  .zone svg {
    inline-size: 24px;
    block-size: 24px;
  }
`;
