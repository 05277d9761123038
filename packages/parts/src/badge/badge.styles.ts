import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-flex;
    vertical-align: middle;
  }

  span {
    display: inline-grid;
    place-items: center;
    min-inline-size: 20px;
    block-size: 20px;
    padding-inline: 6px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--deskbell-accent);
    color: var(--deskbell-on-accent);
    font-size: 12px;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }

  :host([kind='quiet']) span {
    background: color-mix(in oklab, var(--deskbell-ink) 8%, transparent);
    color: var(--deskbell-ink-soft);
    font-weight: 550;
  }

  :host([kind='bad']) span {
    background: var(--deskbell-bad-fill);
    color: var(--deskbell-bad-text);
  }
`;
