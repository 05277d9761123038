import type { MirroredPage } from '../sink.js';
import { schemeOf } from './media.js';

/**
 * What the view needs to say of the mirrored page itself. It has a layer, which comes first, and no weight, so that whatever the page says wins;
 * only of blanks the page says nothing.
 */
export const OWN_SHEET = `@layer deskbell {
  :where(deskbell-stand-in[hidden], noscript) { display: none !important; }
  :where([deskbell-focus-visible]) { outline: auto 1px Highlight; outline: auto 1px -webkit-focus-ring-color; }
  :where(canvas) {
    display: inline-block;
    width: var(--deskbell-width);
    aspect-ratio: var(--deskbell-ratio);
    content: var(--deskbell-picture);
  }
  [deskbell-blank] {
    box-sizing: border-box !important;
    width: var(--deskbell-width) !important;
    height: var(--deskbell-height) !important;
    background: repeating-linear-gradient(135deg, #dfe3ea 0 2px, #f1f3f7 2px 10px) !important;
    border-radius: 4px;
    overflow: hidden !important;
  }
  /* What the agent draws is drawn here too, and the customer's bar is the customer's: their blanks would cover the page. */
  deskbell-marks, deskbell-cobrowse-banner { display: none !important; }
  :where([deskbell-blank]) { display: inline-block; min-width: 1px; min-height: 1px; vertical-align: top; }
  [deskbell-fullscreen] {
    position: fixed !important;
    inset: 0 !important;
    width: 100% !important;
    height: 100% !important;
    max-width: none !important;
    max-height: none !important;
    margin: 0 !important;
    box-sizing: border-box !important;
    object-fit: contain;
    z-index: 2147483647 !important;
    background: black;
  }
  *, ::before, ::after { scroll-behavior: auto !important; }
  input, textarea, [contenteditable] { caret-color: transparent !important; }
}`;

/** How broad bars to scroll by are in this browser, CSS px. */
function ownBar(): number {
  const box = document.createElement('div');
  box.style.cssText = 'position:fixed;inline-size:100px;overflow:scroll;visibility:hidden';
  document.documentElement.append(box);
  const bar = box.offsetWidth - box.clientWidth;
  box.remove();
  return bar;
}

/** Bars as the customer's: none, where theirs lie over the page and are seen only while they are used. */
function barsOf(bar: number): string {
  if (bar === ownBar()) return '';
  if (bar === 0) return '* { scrollbar-width: none !important; }';
  return `::-webkit-scrollbar { width: ${String(bar)}px; height: ${String(bar)}px; background: light-dark(#f1f1f1, #2c2c2c); }
    ::-webkit-scrollbar-thumb { background: light-dark(#c1c1c1, #6b6b6b); border: 3px solid transparent; border-radius: 8px; background-clip: padding-box; }`;
}

/** What is said besides in the view of a page that looks otherwise where the customer is. */
export function sheetFor({ media, bar }: MirroredPage): string {
  const scheme = schemeOf(media);
  const rules = (scheme ? `:root { color-scheme: ${scheme}; }` : '') + (bar === undefined ? '' : barsOf(bar));
  return rules && ` @layer deskbell { ${rules} }`;
}
