import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
    block-size: 100%;
    min-block-size: 0;
  }

  .all {
    block-size: 100%;
    min-block-size: 0;
  }

  /* It has the focus only so that keys reach it after a click beside everything. */
  .all:focus {
    outline: none;
  }
`;
