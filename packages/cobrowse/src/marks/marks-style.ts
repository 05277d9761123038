/** Drawings and frames, as both sides see them; `--ink` is set by who uses it. */
export const DRAWN_STYLE = `
.drawing { position: absolute; inset: 0; width: 100%; height: 100%; }
polyline {
  fill: none;
  stroke: var(--ink);
  stroke-width: 4;
  stroke-linecap: round;
  stroke-linejoin: round;
  filter: drop-shadow(0 0 1px #fff) drop-shadow(0 0 1px #fff);
  transition: opacity 0.6s;
}
.fading { opacity: 0; }
.box {
  position: absolute;
  margin: -7px;
  padding: 4px;
  border: 3px solid var(--ink);
  border-radius: 6px;
  box-sizing: content-box;
  box-shadow: 0 0 0 2px #fff, inset 0 0 0 2px #fff;
}
@media (prefers-reduced-motion: reduce) { polyline { transition: none; } }
@media (forced-colors: active) { polyline, .box { forced-color-adjust: none; } }
`;

/** Important, since the page's own rules for the element would win else; one colour, seen on light and on dark by its rim. */
export const MARKS_STYLE = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  display: block !important;
  overflow: hidden !important;
  pointer-events: none !important;
  z-index: 2147483647 !important;
  --ink: #d6336c;
}
[hidden] { display: none !important; }
.pointer { position: absolute; left: 0; top: 0; transition: translate 60ms linear; }
.pointer svg { display: block; width: 20px; height: 22px; overflow: visible; filter: drop-shadow(0 1px 2px #0006); }
.pointer path { fill: var(--ink); stroke: #fff; stroke-width: 1.5; }
.pointer span {
  position: absolute;
  left: 14px;
  top: 20px;
  max-width: 140px;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  padding: 3px 8px;
  border-radius: 6px;
  background: var(--ink);
  color: #fff;
  font: 600 12px/1.4 system-ui, sans-serif;
  box-shadow: 0 0 0 1px #fff;
}
.turned span { left: auto; right: 18px; }
.raised span { top: -26px; }
@media (prefers-reduced-motion: reduce) { .pointer { transition: none; } }
@media (forced-colors: active) {
  :host { --ink: Highlight; }
  .pointer * { forced-color-adjust: none; }
  .pointer span { color: HighlightText; }
}
`;
