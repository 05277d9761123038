import { css } from 'lit';

/** Dark in either scheme: nothing but the picture is to be seen. */
export const styles = css`
  :host {
    display: contents;
    --deskbell-target: 44px;
  }

  dialog {
    /* Here and not on the host, which the scheme of the page around it reaches. */
    color-scheme: dark;
    inline-size: 100vw;
    max-inline-size: none;
    block-size: 100dvh;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: oklch(0.16 0.01 262);
    color: var(--deskbell-ink);
    overflow: hidden;
    /* What it came from may be put aside while it is open. */
    visibility: visible;
  }

  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    animation: come var(--deskbell-quick);
  }

  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px 8px 8px 16px;
  }

  header:dir(rtl) {
    padding: 8px 16px 8px 8px;
  }

  .what {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.35;
  }

  .what .file-name {
    font-weight: 550;
  }

  small {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  .stage {
    display: grid;
    place-items: center;
    min-block-size: 0;
    padding: 0 16px;
    cursor: zoom-out;
  }

  img {
    max-inline-size: 100%;
    max-block-size: 100%;
    min-inline-size: 0;
    min-block-size: 0;
    border-radius: var(--deskbell-radius-control);
    object-fit: contain;
    cursor: default;
  }

  .stage:has(img) {
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }

  p {
    margin: 0;
    padding: 12px 24px 20px;
    text-align: center;
    overflow-wrap: anywhere;
  }

  .missing {
    display: grid;
    justify-items: center;
    cursor: default;
  }

  @keyframes come {
    from {
      opacity: 0;
    }
  }
`;
