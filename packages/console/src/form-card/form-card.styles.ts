import { css } from 'lit';

export const styles = css`
  :host {
    --deskbell-tool: 28px;
    display: block;
    margin-block: 16px;
    container-type: inline-size;
  }

  article {
    max-inline-size: 560px;
    margin-inline: auto;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-raised);
    color: var(--deskbell-ink);
    font-size: 13px;
  }

  header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 48px;
    padding: 8px 8px 8px 16px;
    padding-inline: 16px 8px;
  }

  header > svg {
    color: var(--deskbell-ink-soft);
  }

  .about {
    flex: 1;
    min-inline-size: 0;
    margin-inline-start: 4px;
  }

  h3,
  p,
  dl,
  dd {
    margin: 0;
  }

  h3 {
    font-size: 13px;
    font-weight: 650;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .about p,
  .note,
  .progress {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    line-height: 1.35;
  }

  .progress:has(*) {
    display: grid;
    gap: 6px;
    padding: 0 16px 12px;
    color: var(--deskbell-ink);
    font-variant-numeric: tabular-nums;
  }

  progress {
    inline-size: 100%;
    block-size: 4px;
    border: 0;
    border-radius: 999px;
    overflow: hidden;
    appearance: none;
    background: var(--deskbell-line);
  }

  progress::-webkit-progress-bar {
    background: var(--deskbell-line);
  }

  progress::-webkit-progress-value {
    border-radius: 999px;
    background: var(--deskbell-accent-edge);
  }

  progress::-moz-progress-bar {
    border-radius: 999px;
    background: var(--deskbell-accent-edge);
  }

  .field {
    display: grid;
    grid-template-columns: minmax(96px, 2fr) 3fr;
    gap: 2px 16px;
    padding-inline: 16px 8px;
    border-block-start: 1px solid var(--deskbell-line);
  }

  dt {
    padding-block: 10px;
    color: var(--deskbell-ink-soft);
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  dd {
    min-inline-size: 0;
  }

  .value {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 38px;
    padding-block: 4px;
  }

  .value > :first-child {
    margin-inline-end: auto;
  }

  .text {
    min-inline-size: 0;
    padding-block: 5px;
    line-height: 1.4;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .shown {
    font-weight: 550;
    font-variant-numeric: tabular-nums;
    user-select: text;
  }

  .dots {
    letter-spacing: 0.15em;
    line-height: 1;
  }

  .none {
    color: var(--deskbell-ink-soft);
  }

  button.icon {
    min-inline-size: 30px;
    min-block-size: 30px;
  }

  button.icon svg {
    inline-size: 18px;
    block-size: 18px;
  }

  button.icon[aria-disabled='true'] {
    border-color: transparent;
    background: none;
  }

  deskbell-countdown {
    flex: none;
  }

  /* No higher than the buttons, so that nothing moves when something is shown. */
  deskbell-countdown::part(ring) {
    inline-size: 28px;
    block-size: 28px;
  }

  .error {
    font-size: 12px;
    line-height: 1.4;
  }

  .error:not(:empty) {
    padding-block-end: 10px;
  }

  header ~ .error:not(:empty) {
    padding-inline: 16px;
  }

  .note {
    padding: 10px 16px;
    border-block-start: 1px solid var(--deskbell-line);
  }

  .why {
    font-size: 14px;
  }

  .why form {
    display: grid;
    gap: 8px;
  }

  .why textarea {
    resize: vertical;
    max-block-size: 240px;
  }

  @container (max-inline-size: 400px) {
    .field {
      grid-template-columns: 1fr;
      padding-block: 8px 4px;
    }

    dt {
      padding-block: 0;
      font-size: 12px;
    }

    .value {
      min-block-size: 32px;
      padding-block: 0;
    }
  }
`;
