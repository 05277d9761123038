import { css, html, type TemplateResult } from 'lit';

const HUES = 8;

/** The letters somebody goes by where there is no picture: the first of the first and of the last word; empty for no name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase();
}

/** One of eight hues, always the same for an id. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return Math.abs(hash) % HUES;
}

/** Somebody's initials on their hue, for the eye only. */
export const face = (id: string, name: string): TemplateResult =>
  html`<span class="face hue${hueOf(id)}" part="face" aria-hidden="true">${initialsOf(name)}</span>`;

/** What `face` needs in an element's styles. Its size is `--deskbell-face`, 28 px where it is not set. */
export const faceStyles = css`
  .face {
    --hue: 262;
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: var(--deskbell-face, 28px);
    block-size: var(--deskbell-face, 28px);
    border-radius: 50%;
    background: light-dark(oklch(0.9 0.05 var(--hue)), oklch(0.38 0.06 var(--hue)));
    color: light-dark(oklch(0.4 0.09 var(--hue)), oklch(0.92 0.04 var(--hue)));
    font: 650 calc(var(--deskbell-face, 28px) * 0.4) / 1 var(--deskbell-font);
    overflow: hidden;
    user-select: none;
  }

  .hue1 {
    --hue: 305;
  }

  .hue2 {
    --hue: 350;
  }

  .hue3 {
    --hue: 25;
  }

  .hue4 {
    --hue: 70;
  }

  .hue5 {
    --hue: 130;
  }

  .hue6 {
    --hue: 170;
  }

  .hue7 {
    --hue: 220;
  }
`;
