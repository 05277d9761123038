import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  iframe {
    display: block;
    inline-size: 100%;
    block-size: var(--deskbell-panel-height, 420px);
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-control);
    background: #fff;
  }

  p {
    margin: 0;
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }
`;
