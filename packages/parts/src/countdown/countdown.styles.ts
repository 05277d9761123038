import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    position: relative;
    unicode-bidi: isolate;
  }

  .clock {
    display: grid;
    place-items: center;
    font-size: 12px;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }

  .clock > * {
    grid-area: 1 / 1;
  }

  time {
    direction: ltr;
  }

  svg {
    inline-size: 36px;
    block-size: 36px;
    stroke-width: 2.5;
    stroke-linecap: butt;
    rotate: -90deg;
  }

  .track {
    stroke: var(--deskbell-line);
  }

  .rest {
    stroke: var(--deskbell-accent-edge);
    transition: stroke-dasharray 1s linear;
  }

  .last {
    color: var(--deskbell-bad-text);
  }

  .last .rest {
    stroke: var(--deskbell-bad-line);
  }

  @media (forced-colors: active) {
    .track {
      stroke: GrayText;
    }

    .rest {
      stroke: CanvasText;
    }
  }
`;
