import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
    block-size: 100%;
    min-block-size: 0;
  }

  deskbell-transcript {
    position: absolute;
    inset: 0;
  }

  /* Kept with its scroll position, for when somebody comes back to it. */
  .aside {
    visibility: hidden;
  }
`;
