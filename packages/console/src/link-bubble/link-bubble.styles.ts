import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  .bubble {
    max-inline-size: calc(100vw - 16px);
    overflow: visible;
    border-radius: 8px;
    font-size: 13px;
  }

  /* The way from the link to here leads over this. */
  .bubble::after {
    content: '';
    position: absolute;
    z-index: -1;
    inset: -12px 0;
  }

  .row {
    display: flex;
    align-items: center;
    gap: 2px;
  }

  bdi {
    max-inline-size: 220px;
    padding-inline: 8px;
    overflow: hidden;
    color: var(--deskbell-ink-soft);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .row > * {
    position: relative;
    flex: none;
  }

  .row > bdi {
    flex: 0 1 auto;
  }

  a,
  button.quiet {
    display: inline-flex;
    align-items: center;
    min-block-size: 28px;
    min-inline-size: 0;
    padding: 2px 8px;
    border-radius: var(--deskbell-radius-control);
    color: var(--deskbell-accent-text);
    font: 550 13px / 1.2 var(--deskbell-font);
    text-decoration: none;
  }

  a:hover {
    background: color-mix(in oklab, var(--deskbell-ink) 8%, transparent);
  }

  :is(a, button):focus-visible {
    outline-offset: -2px;
  }

  kbd {
    padding-inline: 4px 8px;
    color: var(--deskbell-ink-faint);
    font: 450 12px / 1.2 var(--deskbell-font);
  }
`;
