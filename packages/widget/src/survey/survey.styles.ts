import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    margin-block: 12px;
  }

  :host(:not(:defined)) {
    display: none;
  }

  section {
    padding: 16px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-raised);
    box-shadow: var(--deskbell-shadow-card);
    text-align: center;
  }

  h3 {
    margin: 0 0 12px;
    font-size: 15px;
    font-weight: 650;
    line-height: 1.3;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  .scale {
    display: flex;
    justify-content: center;
    gap: 4px;
  }

  .scale .mark {
    position: relative;
    min-inline-size: 44px;
    min-block-size: 44px;
    border-radius: var(--deskbell-radius-card);
    cursor: pointer;
    transition: transform var(--deskbell-quick);
  }

  .scale .mark input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .scale .mark svg {
    inline-size: 30px;
    block-size: 30px;
    stroke-width: 1.6;
  }

  .scale .mark:hover {
    transform: scale(1.08);
  }

  .mark:has(:focus-visible) {
    outline: 2px solid var(--deskbell-accent-text);
    outline-offset: -2px;
  }

  /* What would be given is shown before it is chosen. */
  .scale.stars:hover .mark:has(~ .mark:hover),
  .scale.stars .mark:hover {
    color: var(--deskbell-warn-line);
  }

  .scale.smileys .mark {
    color: var(--deskbell-ink-soft);
  }

  .scale.smileys .mark:has(:checked) {
    background: color-mix(in oklab, currentcolor 14%, transparent);
    color: var(--deskbell-good-text);
  }

  .scale.smileys .mark:is(.score-1, .score-2):has(:checked) {
    color: var(--deskbell-bad-text);
  }

  .scale.smileys .score-3:has(:checked) {
    color: var(--deskbell-warn-text);
  }

  /* Two full rows, 0 to 5 and 6 to 10: one would be too narrow for thumbs. */
  .scale.nps {
    display: grid;
    grid-template-columns: repeat(30, 1fr);
    column-gap: 0;
  }

  .scale.nps .mark {
    grid-column: span 5;
    min-inline-size: 0;
    margin-inline: 2px;
  }

  .scale.nps .mark:nth-child(n + 7) {
    grid-column: span 6;
  }

  .scale.nps .mark {
    border: 1px solid var(--deskbell-edge);
    color: var(--deskbell-ink);
    font-variant-numeric: tabular-nums;
  }

  .scale.nps .mark:has(:checked) {
    border-color: var(--deskbell-accent-edge);
    background: var(--deskbell-accent);
    color: var(--deskbell-on-accent);
    font-weight: 650;
  }

  .ends {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    margin: 6px 0 0;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  form > label {
    display: block;
    margin-block: 12px 6px;
    font-size: 13px;
    text-align: start;
  }

  textarea {
    display: block;
    border-radius: var(--deskbell-radius-card);
    resize: none;
  }

  .error {
    margin: 8px 0 0;
  }

  .do {
    display: flex;
    justify-content: center;
    gap: 8px;
    margin-block-start: 8px;
  }

  .do .primary {
    flex: 1;
    border-radius: var(--deskbell-radius-card);
  }

  .again {
    border-radius: 999px;
  }

  .score svg {
    inline-size: 24px;
    block-size: 24px;
  }

  .score.smileys svg {
    inline-size: 32px;
    block-size: 32px;
  }

  blockquote {
    margin: 8px 0 0;
    color: var(--deskbell-ink-soft);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .thanks {
    margin: 8px 0 0;
    color: var(--deskbell-ink-soft);
  }

  .thanks:focus {
    outline: none;
  }

  @media (forced-colors: active) {
    .scale .mark:has(:checked),
    .score .full {
      outline: 2px solid Highlight;
    }
  }
`;
