import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    max-inline-size: 100%;
  }

  .frame {
    position: relative;
    display: grid;
    place-items: center;
    max-inline-size: 100%;
    min-inline-size: max(44px, var(--deskbell-target));
    min-block-size: max(44px, var(--deskbell-target));
    padding: 0;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-sunken);
    overflow: hidden;
  }

  button.open {
    cursor: zoom-in;
  }

  button.open > svg {
    grid-area: 1 / 1;
    color: var(--deskbell-ink-faint);
  }

  img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: scale-down;
    opacity: 0;
    transition: opacity var(--deskbell-slow);
  }

  .there img {
    opacity: 1;
    background: var(--deskbell-paper-sunken);
  }

  button.missing {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 8px;
    font-size: 13px;
    overflow-wrap: anywhere;
  }

  .missing small {
    display: block;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 450;
  }
`;
