import { css } from 'lit';

/** How scores look: stars that were given are full, faces have a tint from bad to good. */
export const scoreStyles = css`
  .score {
    display: inline-flex;
    align-items: center;
    gap: 2px;
  }

  .mark {
    display: inline-grid;
    place-items: center;
    color: var(--deskbell-edge);
    font-style: normal;
  }

  .stars .full {
    color: var(--deskbell-warn-line);
  }

  /* Gold alone would not stand out from paper; its edge does. */
  .stars .full svg {
    fill: oklch(0.83 0.15 86);
  }

  .nps .full {
    min-inline-size: 28px;
    min-block-size: 28px;
    padding-inline: 4px;
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-accent-fill);
    color: var(--deskbell-accent-text);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  .smileys .full {
    color: var(--deskbell-good-text);
  }

  .smileys .score-1,
  .smileys .score-2 {
    color: var(--deskbell-bad-text);
  }

  .smileys .score-3 {
    color: var(--deskbell-warn-text);
  }
`;
