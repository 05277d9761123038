import { css } from 'lit';

export const styles = css`
  :host {
    direction: ltr;
    unicode-bidi: isolate;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
`;
