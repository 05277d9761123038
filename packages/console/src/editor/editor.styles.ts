import { css } from 'lit';

/** The text and the bar of tools are each at their place in the composer around: that is why the element itself has no box. */
export const styles = css`
  :host,
  .others {
    display: contents;
  }

  .place {
    grid-area: field;
    min-inline-size: 0;
  }

  deskbell-format-bar {
    grid-area: format;
    align-self: center;
  }

  /* What ProseMirror's own style sheet says, as far as text needs it. */
  .ProseMirror {
    position: relative;
    min-block-size: calc(2lh + 16px);
    max-block-size: calc(5lh + 16px);
    padding: 8px 12px;
    font-feature-settings: 'liga' 0;
    font-variant-ligatures: none;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    white-space: break-spaces;
    cursor: text;
  }

  .ProseMirror:focus {
    outline: none;
  }

  .ProseMirror-separator {
    display: inline !important;
    margin: 0 !important;
    border: 0 !important;
  }

  /* Each line goes its own way, and one that is empty the way of the page. */
  p {
    margin: 0;
    unicode-bidi: plaintext;
    text-align: start;
  }

  strong {
    font-weight: 650;
  }

  a {
    color: var(--deskbell-accent-text);
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: text;
  }

  .empty::before {
    content: attr(aria-placeholder);
    position: absolute;
    inset-inline: 12px;
    overflow: hidden;
    color: var(--deskbell-ink-faint);
    pointer-events: none;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .ProseMirror[aria-disabled='true'] {
    color: var(--deskbell-ink-faint);
    cursor: default;
  }
`;
