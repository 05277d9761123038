import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  /* Three and a bit are in view: what is cut off says that there is more. */
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    max-block-size: min(220px, 40dvh);
    margin: 0;
    padding: 4px 8px 8px;
    border-radius: 0 0 20px 20px;
    list-style: none;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--deskbell-edge) transparent;
  }

  li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 52px;
    padding: 4px;
    padding-inline-start: 8px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper);
  }

  .refused {
    border-color: var(--deskbell-bad-line);
    background: var(--deskbell-bad-fill);
  }

  .picture {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-paper-sunken);
    color: var(--deskbell-ink-soft);
    overflow: hidden;
  }

  .refused .picture {
    background: none;
    color: var(--deskbell-bad-text);
  }

  img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .what {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    flex: 1;
    justify-items: start;
    min-inline-size: 0;
    font-size: 13px;
    line-height: 1.35;
  }

  .file-name {
    max-inline-size: 100%;
    font-weight: 550;
  }

  small {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  small.error {
    color: var(--deskbell-bad-text);
  }

  .bar {
    inline-size: 100%;
    block-size: 4px;
    margin-block: 3px 2px;
    border-radius: 2px;
    overflow: hidden;
    stroke: none;
  }

  .bar:dir(rtl) {
    scale: -1 1;
  }

  .all {
    fill: var(--deskbell-line);
  }

  .part {
    fill: var(--deskbell-accent-edge);
    transition: width var(--deskbell-slow);
  }

  .checking .part {
    opacity: 0.6;
  }

  .retry {
    flex: none;
    padding-inline: 8px;
    font-size: 13px;
  }

  .retry svg,
  .remove svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .remove {
    flex: none;
  }

  button.describe {
    max-inline-size: 100%;
    min-block-size: var(--deskbell-target);
    margin-inline-start: -6px;
    padding: 2px 6px;
    color: var(--deskbell-accent-text);
    font-size: 12px;
  }

  .describe bdi {
    overflow: hidden;
    color: var(--deskbell-ink-soft);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  input {
    padding-block: 2px;
    font-size: 13px;
  }

  /* The ring would lie over the line above. */
  .describe,
  input {
    outline-offset: -2px;
  }

  @media (forced-colors: active) {
    .part {
      fill: Highlight;
    }
  }
`;
