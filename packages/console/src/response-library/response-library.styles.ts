import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    inline-size: min(680px, calc(100vw - 16px));
    block-size: min(420px, 60dvh);
    container-type: inline-size;
  }

  input {
    flex: none;
    min-block-size: 44px;
    padding-inline: 16px;
    border: 0;
    border-block-end: 1px solid var(--deskbell-line);
    border-radius: 0;
    background: none;
  }

  /* The caret and the chosen row show where the keyboard is. */
  input:focus-visible {
    outline: none;
    border-block-end-color: var(--deskbell-accent-text);
  }

  .body {
    flex: 1;
    display: grid;
    grid-template-columns: 180px 1fr;
    min-block-size: 0;
  }

  .categories {
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding: 8px;
    border-inline-end: 1px solid var(--deskbell-line);
    background: var(--deskbell-paper);
  }

  [role='tab'] {
    flex: none;
    justify-content: space-between;
    border-color: transparent;
    background: none;
    color: var(--deskbell-ink-soft);
    font-weight: 450;
    text-align: start;
  }

  [role='tab']:hover {
    background: var(--deskbell-paper-sunken);
  }

  [role='tab'][aria-selected='true'] {
    background: color-mix(in oklab, var(--deskbell-ink) 8%, transparent);
    color: var(--deskbell-ink);
    font-weight: 550;
  }

  .count {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 450;
    font-variant-numeric: tabular-nums;
  }

  bdi,
  .text {
    min-inline-size: 0;
    overflow: hidden;
    line-height: 1.45;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chosen {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .templates {
    flex: 1;
    margin-block: 4px;
  }

  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    align-content: center;
    column-gap: 12px;
    inline-size: calc(100% - 16px);
    block-size: 52px;
    margin-inline: 8px;
    padding: 0 8px;
    border: 0;
    background: none;
    font-weight: 450;
    text-align: start;
  }

  .row[aria-selected='true'] {
    background: var(--deskbell-accent-fill);
  }

  .name {
    font-weight: 550;
  }

  .in,
  .text {
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }

  .in {
    max-inline-size: 140px;
    font-size: 12px;
  }

  .text {
    grid-column: 1 / -1;
  }

  .preview {
    flex: none;
    max-block-size: 118px;
    padding: 12px 16px;
    border-block-start: 1px solid var(--deskbell-line);
    background: var(--deskbell-paper);
    color: var(--deskbell-ink-soft);
    font-size: 13px;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .none {
    margin: auto;
    padding: 24px;
    color: var(--deskbell-ink-soft);
    text-align: center;
  }

  .foot {
    flex: none;
    display: flex;
    gap: 16px;
    padding: 6px 16px;
    border-block-start: 1px solid var(--deskbell-line);
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  kbd {
    margin-inline-end: 4px;
    padding: 0 4px;
    border: 1px solid var(--deskbell-line);
    border-radius: 4px;
    background: var(--deskbell-paper);
    font: inherit;
  }

  @container (inline-size < 480px) {
    .body {
      grid-template: auto 1fr / 1fr;
    }

    .categories {
      flex-direction: row;
      padding: 4px 8px;
      border-inline-end: 0;
      border-block-end: 1px solid var(--deskbell-line);
    }

    [role='tab'] {
      max-inline-size: 200px;
    }

    .preview {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
