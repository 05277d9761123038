import { css } from 'lit';

export const styles = css`
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-inline-size: 100%;
    min-block-size: 28px;
    padding-inline: 10px;
    border: 1px solid var(--deskbell-line);
    border-radius: 999px;
    background: var(--deskbell-paper-raised);
  }

  li:has(button) {
    padding-inline-end: 2px;
  }

  li.add {
    padding: 0;
    border: 0;
    background: none;
  }

  bdi {
    min-inline-size: 0;
    font-weight: 550;
    overflow-wrap: anywhere;
  }

  .level {
    flex: none;
    color: var(--deskbell-ink-soft);
    font: inherit;
  }

  select {
    min-block-size: 24px;
    margin: 0;
    padding: 0 2px;
    border: 0;
    border-radius: var(--deskbell-radius-control);
    background: transparent;
    cursor: pointer;
  }

  option {
    background: var(--deskbell-paper-raised);
    color: var(--deskbell-ink);
  }

  .icon {
    min-inline-size: 24px;
    min-block-size: 24px;
    border-radius: 50%;
  }

  .icon svg {
    inline-size: 14px;
    block-size: 14px;
  }

  deskbell-menu::part(trigger) {
    inline-size: auto;
    min-block-size: 28px;
    padding: 2px 12px;
    border: 1px dashed var(--deskbell-edge);
    border-radius: 999px;
    font-size: 13px;
  }

  .error {
    margin: 8px 0 0;
    color: var(--deskbell-bad-text);
  }

  .error:empty {
    margin: 0;
  }
`;
