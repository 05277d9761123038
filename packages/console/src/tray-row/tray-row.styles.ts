import { css } from 'lit';

export const styles = css`
  :host {
    --deskbell-face: 32px;
    position: relative;
    display: block;
    block-size: 56px;
  }

  .row {
    display: grid;
    grid-template: 'picture name time' 20px 'picture second second' 20px / 32px minmax(0, 1fr) auto;
    align-items: center;
    align-content: center;
    gap: 0 10px;
    inline-size: 100%;
    block-size: 100%;
    padding: 0 12px;
    border: 0;
    border-radius: var(--deskbell-radius-control);
    background: none;
    font-weight: 450;
    text-align: start;
  }

  button.row:hover {
    background: color-mix(in oklch, var(--deskbell-ink) 5%, transparent);
  }

  button.row:active {
    opacity: 1;
  }

  :host([selected]) .row,
  :host([selected]) .row:hover {
    background: color-mix(in oklch, var(--deskbell-accent) 13%, transparent);
  }

  .row:focus-visible {
    outline-offset: -2px;
  }

  .picture {
    position: relative;
    grid-area: picture;
    display: grid;
  }

  .channel {
    position: absolute;
    inset-block-end: -3px;
    inset-inline-end: -4px;
    display: grid;
    place-items: center;
    inline-size: 16px;
    block-size: 16px;
    border: 1px solid var(--deskbell-line);
    border-radius: 50%;
    background: var(--deskbell-paper-raised);
    color: var(--deskbell-ink-soft);
  }

  .channel svg {
    inline-size: 9px;
    block-size: 9px;
    stroke-width: 2.5;
  }

  .name {
    grid-area: name;
    overflow: hidden;
    font-weight: 550;
    line-height: 20px;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .time {
    grid-area: time;
    color: var(--deskbell-ink-faint);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  :host([selected]) .time {
    color: var(--deskbell-ink-soft);
  }

  .time deskbell-duration {
    color: var(--deskbell-ink);
  }

  .second {
    grid-area: second;
    display: flex;
    align-items: baseline;
    gap: 6px;
    min-inline-size: 0;
    font-size: 13px;
    line-height: 20px;
  }

  .line {
    flex: 1;
    overflow: hidden;
    color: var(--deskbell-ink-soft);
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .line svg {
    display: inline;
    inline-size: 12px;
    block-size: 12px;
    margin-inline-end: 4px;
    vertical-align: -1px;
  }

  /* Over the row lies "Accept", as wide as the word is in a language: the same word keeps its room in the row. */
  .room {
    flex: none;
    padding: 0 11px;
    font-size: 12px;
    font-weight: 550;
    visibility: hidden;
  }

  :host([unread]) :is(.name, .line) {
    color: var(--deskbell-ink);
    font-weight: 650;
  }

  .line b {
    color: var(--deskbell-warn-text);
    font-weight: 550;
  }

  .typing {
    color: var(--deskbell-accent-text);
  }

  .standing {
    flex: none;
    display: inline-flex;
    align-items: center;
    gap: 5px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  .standing svg {
    inline-size: 12px;
    block-size: 12px;
  }

  .dot {
    inline-size: 8px;
    block-size: 8px;
    border: 1.5px solid var(--deskbell-edge);
    border-radius: 50%;
  }

  .engaged .dot {
    border-color: var(--deskbell-info-line);
    background: var(--deskbell-info-line);
  }

  .overdue .dot {
    border-color: var(--deskbell-bad-line);
    background: var(--deskbell-bad-line);
  }

  .overdue,
  .failed {
    color: var(--deskbell-bad-text);
    font-weight: 550;
  }

  .accept {
    position: absolute;
    inset-block-end: 5px;
    inset-inline-end: 12px;
    min-block-size: 24px;
    padding: 0 10px;
    border-color: var(--deskbell-accent-edge);
    color: var(--deskbell-accent-text);
    font-size: 12px;
  }

  .accept:hover {
    background: var(--deskbell-accent);
    color: var(--deskbell-on-accent);
  }

  .left {
    grid-area: name / name / second / time;
    color: var(--deskbell-ink-soft);
    font-size: 13px;
    font-style: italic;
  }

  :host([gone]) .picture {
    filter: grayscale(1);
  }

  @media (forced-colors: active) {
    :host([selected]) .row {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .engaged .dot {
      background: LinkText;
      forced-color-adjust: none;
    }

    .overdue .dot {
      border-radius: 0;
      background: Mark;
      forced-color-adjust: none;
    }
  }
`;
