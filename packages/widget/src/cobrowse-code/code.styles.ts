const css = String.raw;

export const CODE_CSS = css`
  label {
    display: block;
    margin-block-start: 16px;
    color: var(--soft);
    font-weight: 550;
  }
  input {
    inline-size: 100%;
    min-block-size: 60px;
    margin-block-start: 4px;
    padding: 4px 16px;
    border: 1px solid var(--edge);
    border-radius: 10px;
    background: none;
    color: inherit;
    font: 550 28px/1.2 system-ui, sans-serif;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.25em;
    text-align: center;
    direction: ltr;
  }
  [aria-invalid='true'] {
    border-color: var(--bad);
  }
  dialog .fault {
    color: var(--bad);
    font-variant-numeric: tabular-nums;
  }
  .fault:empty {
    display: none;
  }
`;
