import { css } from 'lit';

export const styles = css`
  :host {
    --deskbell-face: 32px;
    display: block;
    border-block-end: 1px solid var(--deskbell-line);
  }

  /* What the status has to say comes below, over the whole width: its parts are laid out here. */
  .bar {
    display: grid;
    grid-template: auto auto / auto 1fr auto;
    align-items: center;
    column-gap: 10px;
    min-block-size: 56px;
    padding-block: 8px;
    padding-inline: 18px 12px;
    line-height: 1.3;
  }

  .bar > .face,
  .menus {
    grid-row: 1 / span 2;
  }

  .menus {
    grid-column: 3;
    display: flex;
  }

  .who,
  deskbell-status {
    display: contents;
  }

  .name,
  .state {
    grid-column: 2;
    min-inline-size: 0;
  }

  .name {
    overflow: hidden;
    font-weight: 650;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .state {
    display: flex;
    align-items: center;
    gap: 4px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  .state svg {
    inline-size: 12px;
    block-size: 12px;
  }

  .on {
    color: var(--deskbell-good-text);
  }

  deskbell-tip {
    display: block;
    padding: 0 12px 12px;
    padding-inline: 18px 12px;
  }

  deskbell-tip button {
    inline-size: 100%;
  }
`;
