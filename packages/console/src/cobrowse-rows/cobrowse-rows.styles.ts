import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  section {
    padding-inline: 6px;
  }

  h2 {
    display: flex;
    align-items: center;
    block-size: 36px;
    margin: 0;
    padding-inline: 12px;
    color: var(--deskbell-ink-soft);
    font-size: 13px;
    font-weight: 550;
    line-height: 1.2;
  }

  ul {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0 0 8px;
    list-style: none;
  }

  .row {
    display: grid;
    grid-template: 'picture name time' 20px 'picture standing standing' 20px / 32px minmax(0, 1fr) auto;
    align-items: center;
    align-content: center;
    gap: 0 10px;
    inline-size: 100%;
    block-size: 56px;
    padding: 0 12px;
    border: 0;
    background: none;
    font-weight: 450;
    text-align: start;
  }

  .row:hover {
    background: color-mix(in oklch, var(--deskbell-ink) 5%, transparent);
  }

  .row[aria-current='true'] {
    background: color-mix(in oklch, var(--deskbell-accent) 13%, transparent);
  }

  .row:focus-visible {
    outline-offset: -2px;
  }

  .picture {
    grid-area: picture;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border-radius: 50%;
    background: var(--deskbell-accent-fill);
    color: var(--deskbell-accent-text);
  }

  .picture svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .name {
    grid-area: name;
    overflow: hidden;
    font-weight: 550;
    line-height: 20px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .time {
    grid-area: time;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  .standing {
    grid-area: standing;
    display: inline-flex;
    align-items: center;
    gap: 5px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  .dot {
    inline-size: 8px;
    block-size: 8px;
    border: 1.5px solid var(--deskbell-edge);
    border-radius: 50%;
  }

  .live .dot {
    border-color: var(--deskbell-good-line);
    background: var(--deskbell-good-line);
  }

  @media (forced-colors: active) {
    .row[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .live .dot {
      background: LinkText;
      forced-color-adjust: none;
    }
  }
`;
