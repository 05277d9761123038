import { css } from 'lit';

export const styles = css`
  /* Nothing for the first 150 ms: what comes quicker than that needs no promise. */
  :host {
    display: block;
    padding: 12px 16px;
    animation: come 0s 150ms both;
  }

  .line {
    display: flex;
    align-items: center;
    gap: 12px;
    padding-block: 8px;
  }

  i {
    block-size: 12px;
    border-radius: 6px;
    background: var(--deskbell-line);
  }

  .round {
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
  }

  .long {
    flex: 1;
    max-inline-size: 70%;
  }

  .line:nth-child(even) .long {
    max-inline-size: 45%;
  }

  @keyframes come {
    from {
      visibility: hidden;
    }
  }

  @media (forced-colors: active) {
    i {
      border: 1px solid;
    }
  }
`;
