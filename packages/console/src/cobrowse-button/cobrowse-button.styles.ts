import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  .waits {
    background: var(--deskbell-accent-fill);
    color: var(--deskbell-accent-text);
  }

  button.quiet[aria-disabled='true'] {
    border-color: transparent;
    background: none;
  }

  [popover] {
    inline-size: min(320px, calc(100vw - 16px));
    padding: 12px 16px;
    font-size: 14px;
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .error {
    color: var(--deskbell-bad-text);
    font-size: 13px;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 12px;
  }
`;
