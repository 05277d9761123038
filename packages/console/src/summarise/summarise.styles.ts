import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  button {
    font-size: 13px;
  }

  svg {
    inline-size: 16px;
    block-size: 16px;
  }
`;
