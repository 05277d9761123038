import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-flex;
    vertical-align: middle;
  }

  img {
    inline-size: var(--deskbell-face, 28px);
    block-size: var(--deskbell-face, 28px);
    border-radius: 50%;
    object-fit: cover;
  }
`;
