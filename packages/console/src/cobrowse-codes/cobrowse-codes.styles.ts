import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  p {
    margin: 0;
  }

  .error {
    margin-block-start: 8px;
    color: var(--deskbell-bad-text);
  }
`;
