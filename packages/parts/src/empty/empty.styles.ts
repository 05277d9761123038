import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    place-items: center;
    min-block-size: 100%;
    padding: 24px;
    text-align: center;
  }

  div {
    max-inline-size: 320px;
  }

  svg {
    inline-size: 32px;
    block-size: 32px;
    margin: 0 auto 12px;
    color: var(--deskbell-ink-faint);
    stroke-width: 1.5;
  }

  h2 {
    margin: 0;
    font-size: 15px;
    font-weight: 650;
    line-height: 1.35;
  }

  p {
    margin: 4px 0 16px;
    color: var(--deskbell-ink-soft);
  }
`;
