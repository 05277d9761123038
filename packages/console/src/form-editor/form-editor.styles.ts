import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font-size: 13px;
    container-type: inline-size;
  }

  .about,
  .box {
    display: grid;
    gap: 4px;
  }

  .about {
    gap: 12px;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
    align-items: start;
    gap: 12px 24px;
  }

  label {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 550;
  }

  input,
  textarea {
    min-block-size: 32px;
    padding: 4px 10px;
    font-size: 13px;
  }

  textarea {
    max-block-size: 200px;
    field-sizing: content;
    resize: vertical;
  }

  .switch {
    display: flex;
    gap: 10px;
    padding-block: 4px;
    color: var(--deskbell-ink);
    font-size: 13px;
  }

  .switch input {
    flex: none;
    appearance: none;
    position: relative;
    inline-size: 32px;
    block-size: 18px;
    min-block-size: 18px;
    padding: 0;
    border: 1px solid var(--deskbell-edge);
    border-radius: 999px;
    background: var(--deskbell-paper-sunken);
    cursor: pointer;
  }

  .switch input::before {
    content: '';
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: 2px;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: var(--deskbell-edge);
    transition: transform var(--deskbell-quick);
  }

  .switch input:checked {
    border-color: var(--deskbell-accent-edge);
    background: var(--deskbell-accent);
  }

  .switch input:checked::before {
    background: var(--deskbell-on-accent);
    transform: translateX(14px);
  }

  .switch input:checked:dir(rtl)::before {
    transform: translateX(-14px);
  }

  .switch small {
    display: block;
    margin-block-start: 4px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 400;
    line-height: 1.4;
  }

  h3 {
    margin: 24px 0 8px;
    font-size: 13px;
    font-weight: 650;
  }

  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    margin: 0 0 12px;
    padding: 0;
    list-style: none;
  }

  li {
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-paper-raised);
  }

  li.wrong {
    border-color: var(--deskbell-bad-line);
  }

  li.dragged {
    opacity: 0.5;
  }

  li.over:not(.dragged) {
    box-shadow: 0 0 0 2px var(--deskbell-accent-edge);
  }

  .row {
    display: flex;
    align-items: center;
    padding-inline: 4px;
  }

  .row > .icon {
    min-inline-size: 30px;
    min-block-size: 32px;
  }

  .row svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .row > .icon:disabled {
    border-color: transparent;
    background: none;
  }

  .grip {
    padding: 8px 4px;
    color: var(--deskbell-ink-faint);
    cursor: grab;
  }

  .fold {
    flex: 1;
    justify-content: flex-start;
    min-inline-size: 0;
    min-block-size: 40px;
    padding-inline: 4px 8px;
    font-weight: 450;
    text-align: start;
  }

  .row > button.fold:is(:hover, [aria-expanded='true']) {
    background: none;
  }

  .fold > svg:first-child {
    transition: rotate var(--deskbell-quick);
  }

  .fold[aria-expanded='true'] > svg:first-child {
    rotate: 90deg;
  }

  .fold[aria-expanded='true'] > svg:first-child:dir(rtl) {
    rotate: -90deg;
  }

  .label {
    overflow: hidden;
    color: var(--deskbell-ink);
    font-weight: 550;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .kind {
    flex: none;
    margin-inline-start: auto;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    white-space: nowrap;
  }

  deskbell-field-editor {
    padding: 8px 16px 16px;
    border-block-start: 1px solid var(--deskbell-line);
  }

  deskbell-menu::part(trigger) {
    inline-size: auto;
    padding: 4px 12px 4px 8px;
    border: 1px solid var(--deskbell-edge);
    background: var(--deskbell-paper-raised);
    color: var(--deskbell-ink);
  }

  .add {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .add svg {
    inline-size: 16px;
    block-size: 16px;
  }

  p {
    margin: 0;
  }

  @container (max-inline-size: 400px) {
    .kind {
      display: none;
    }
  }

  .error {
    font-size: 12px;
  }

  .error:empty {
    display: none;
  }

  p.error[role='alert']:not(:empty) {
    margin-block-end: 8px;
  }
`;
