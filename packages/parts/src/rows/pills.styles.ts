import { css } from 'lit';

/** How reactions look under their message. */
export const pillStyles = css`
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
