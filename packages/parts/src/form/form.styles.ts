import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  form,
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  form {
    gap: 20px;
  }

  .field {
    gap: 6px;
  }

  p,
  h3 {
    margin: 0;
    overflow-wrap: anywhere;
  }

  h3 {
    flex: 1;
    font-size: 17px;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: pretty;
  }

  header {
    display: grid;
    gap: 8px;
  }

  .line {
    display: flex;
    align-items: baseline;
    gap: 12px;
  }

  .line span {
    color: var(--deskbell-ink-soft);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .bar {
    inline-size: 100%;
    block-size: 4px;
    border-radius: 2px;
    background: var(--deskbell-line);
    stroke: none;
    overflow: hidden;
  }

  .bar rect {
    fill: var(--deskbell-accent-edge);
  }

  .bar:dir(rtl) {
    scale: -1 1;
  }

  .intro,
  .help,
  .safe {
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }

  .intro {
    font-size: inherit;
    white-space: pre-line;
  }

  .safe {
    display: flex;
    gap: 8px;
  }

  .safe svg,
  .label svg {
    inline-size: 16px;
    block-size: 16px;
    color: var(--deskbell-ink-soft);
  }

  .label {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 14px;
  }

  .label > :first-child {
    flex: 1;
    min-inline-size: 0;
    color: var(--deskbell-ink);
    font-weight: 550;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  small {
    color: var(--deskbell-ink-faint);
    font-size: 13px;
    font-weight: 450;
  }

  input,
  select,
  textarea {
    border-radius: var(--deskbell-radius-card);
  }

  textarea {
    field-sizing: content;
    min-block-size: calc(3lh + 14px);
    max-block-size: 240px;
    resize: none;
  }

  .box {
    position: relative;
    display: grid;
  }

  .box.with input,
  .box.with textarea {
    padding-inline-end: calc(var(--deskbell-target) + 4px);
  }

  .box button {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    border-radius: var(--deskbell-radius-card);
  }

  .covered {
    -webkit-text-security: disc;
  }

  .brand {
    justify-self: end;
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }

  .brand:empty,
  .help:empty,
  .error:empty,
  .status:empty,
  .fault:empty {
    display: none;
  }

  .options {
    display: grid;
    gap: 8px;
  }

  .option {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: var(--deskbell-target);
    padding: 8px 12px;
    border: 1px solid var(--deskbell-edge);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-raised);
    color: var(--deskbell-ink);
    font-weight: 450;
    line-height: 1.35;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .option:hover {
    background: var(--deskbell-paper-sunken);
  }

  .option:has(:checked) {
    border-color: var(--deskbell-accent-edge);
    background: var(--deskbell-accent-fill);
  }

  .option:has(:focus-visible) {
    outline: 2px solid var(--deskbell-accent-text);
    outline-offset: 2px;
  }

  .option :focus-visible {
    outline: none;
  }

  .option input {
    flex: none;
    inline-size: 18px;
    min-block-size: 18px;
    block-size: 18px;
  }

  .wrong .option {
    border-color: var(--deskbell-bad-line);
  }

  .fault {
    padding: 8px 12px;
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-bad-fill);
    color: var(--deskbell-bad-text);
    font-size: 14px;
  }

  .add {
    border-style: dashed;
    border-radius: var(--deskbell-radius-card);
    background: none;
  }

  .send {
    border-radius: var(--deskbell-radius-card);
  }

  footer {
    display: grid;
    gap: 8px;
  }

  .status {
    color: var(--deskbell-ink-soft);
    font-size: 13px;
    text-align: center;
  }

  @media (forced-colors: active) {
    .bar rect {
      fill: Highlight;
    }
  }
`;
