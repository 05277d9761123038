import { css } from 'lit';

export const styles = css`
  :host {
    --deskbell-face: 32px;
    display: block;
    border-block-end: 1px solid var(--deskbell-line);
  }

  .bar {
    display: flex;
    align-items: center;
    gap: 10px;
    block-size: 56px;
    padding-inline: 18px 12px;
  }

  .who {
    flex: 1;
    display: grid;
    min-inline-size: 0;
    line-height: 1.3;
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
