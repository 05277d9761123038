import { css } from 'lit';

/** How reactions look under their message, and what AI agents leave in a transcript. */
export const pillStyles = css`
  small {
    margin-inline-start: 4px;
    padding: 1px 6px;
    border: 1px solid var(--deskbell-line);
    border-radius: 999px;
    font-size: 11px;
  }

  .passkey {
    max-inline-size: 320px;
    margin: 8px auto 0;
    padding: 8px 12px;
    border: 1px solid var(--deskbell-line);
    border-radius: 12px;
    color: var(--deskbell-ink-soft);
    text-wrap: balance;
  }

  .passkey bdi {
    display: block;
    color: var(--deskbell-ink);
    font: 650 18px / 1.5 ui-monospace, monospace;
    letter-spacing: 0.1em;
  }

  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding-block: 4px 0;
  }

  .ours .pills {
    justify-content: end;
  }

  .pill {
    gap: 4px;
    min-block-size: 26px;
    min-inline-size: 36px;
    padding: 0 8px;
    border-color: var(--deskbell-line);
    border-radius: 999px;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .pill[aria-pressed='true'] {
    border-color: var(--deskbell-accent-edge);
    background: var(--deskbell-accent-fill);
  }

  .pill:disabled {
    color: inherit;
  }

  /* The button to react shows beside the message that is pointed at. */
  .flow:hover deskbell-react {
    --near: 1;
  }
`;
