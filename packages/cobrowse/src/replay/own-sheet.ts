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
