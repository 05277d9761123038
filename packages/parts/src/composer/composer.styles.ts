import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    padding: 12px;
    background: var(--deskbell-paper);
  }

  .bar {
    display: grid;
    grid-template: 'resend tools field send' 'uploads uploads uploads uploads' / auto auto 1fr auto;
    align-items: end;
    border: 1px solid var(--deskbell-edge);
    border-radius: 24px;
    background: var(--deskbell-paper-raised);
  }

  .bar:has([name='field']:focus-within) {
    border-color: var(--deskbell-accent-text);
    outline: 1px solid var(--deskbell-accent-text);
  }

  .bar .resend {
    grid-area: resend;
    color: var(--deskbell-bad-text);
  }

  .tools {
    grid-area: tools;
    display: flex;
    align-items: center;
  }

  textarea {
    grid-area: field;
    field-sizing: content;
    min-block-size: calc(var(--deskbell-target) + 2px);
    max-block-size: calc(5lh + 22px);
    padding: 11px 8px;
    border: 0;
    border-radius: inherit;
    background: none;
    resize: none;
    overflow-wrap: anywhere;
  }

  /* The bar has the ring. */
  textarea:focus-visible {
    outline: none;
  }

  ::slotted([slot='uploads']) {
    grid-area: uploads;
    min-inline-size: 0;
  }

  /* Its place, so that nothing moves when it comes. */
  ::slotted(deskbell-attach:not(:defined)) {
    inline-size: var(--deskbell-target);
  }

  ::slotted(deskbell-attach) {
    --deskbell-tool-radius: 999px;
  }

  :host([side='agent']) ::slotted(deskbell-attach) {
    --deskbell-tool-radius: var(--deskbell-radius-control);
  }

  .send {
    grid-area: send;
  }

  button {
    border-radius: 999px;
  }

  .send svg {
    inline-size: 18px;
    block-size: 18px;
  }

  .note {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding-inline: 12px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  .note > * {
    padding-block-end: 8px;
  }

  .error {
    color: var(--deskbell-bad-text);
  }

  .count {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }

  :host([side='customer']) .tools:not(:has(button)) ~ slot textarea {
    padding-inline-start: 16px;
  }

  :host([side='customer']) .send {
    padding: 0;
    border: 4px solid transparent;
    background-clip: padding-box;
    box-shadow: none;
  }

  :host([side='customer']) .send span {
    position: absolute;
    clip-path: inset(50%);
  }

  @container (inline-size < 240px) {
    :host([side='customer']) .bar {
      grid-template: 'field field field' 'uploads uploads uploads' 'resend tools send' / auto 1fr auto;
    }

    textarea {
      padding-inline: 16px;
    }
  }

  :host([side='agent']) .bar {
    grid-template: 'field field field field' 'uploads uploads uploads uploads' 'resend tools format send' / auto auto 1fr auto;
    border-radius: var(--deskbell-radius-card);
  }

  :host([side='agent']) :is(.tools, .resend, .send) {
    margin: 4px;
  }

  :host([side='agent']) .tools {
    flex-wrap: wrap;
  }

  @container (inline-size < 400px) {
    :host([side='agent']) .send {
      padding: 0;
    }

    :host([side='agent']) .send span {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  :host([side='agent']) button {
    border-radius: var(--deskbell-radius-control);
  }

  :host([side='agent']) textarea {
    min-block-size: calc(2lh + 16px);
    max-block-size: calc(5lh + 16px);
    padding: 8px 12px;
  }

  #emoji p {
    margin: 12px;
  }
`;
