import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  [popover] {
    padding: 0;
    overflow: hidden;
  }

  .fault,
  .waits {
    inline-size: min(640px, calc(100vw - 16px));
    padding: 16px;
  }

  .fault {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
  }

  .fault p {
    margin: 0;
  }
`;
