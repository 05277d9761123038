/** What the view document itself looks like. Colours follow the agent's browser; the page in it is the customer's. */
export const VIEW_SHEET = `
  :root { color-scheme: light dark; --ground: light-dark(#eceef2, #16181d); --line: light-dark(#d5d9e1, #2c3038); --accent: #2f6fed; }
  html, body { margin: 0; height: 100%; background: var(--ground); }
  .view { position: fixed; inset: 0; overflow: auto; outline: none; }
  .view:focus-visible { box-shadow: inset 0 0 0 2px var(--accent); }
  .view[data-mode='fit'] { overflow: hidden; }
  .room { position: relative; overflow: hidden; background: Canvas; box-shadow: 0 0 0 1px var(--line); }
  .room[hidden] { display: none; }
  .page { position: absolute; top: 0; left: 0; transform-origin: 0 0; }
  .page > iframe { position: absolute; top: 0; left: 0; border: 0; background: white; color-scheme: light; }
  .marks, .surface { position: absolute; inset: 0; }
  .marks { pointer-events: none; transform-origin: 0 0; }
  .surface { touch-action: none; }
  .pointer { position: absolute; top: 0; left: 0; width: 22px; height: 22px; pointer-events: none; transition: transform 80ms linear; }
  .pointer[hidden] { display: none; }
  .pointer::before {
    content: ''; position: absolute; top: -13px; left: -13px; width: 28px; height: 28px; border-radius: 50%;
    background: color-mix(in srgb, var(--accent) 25%, transparent); box-shadow: inset 0 0 0 2px var(--accent);
    opacity: 0; scale: 0.4; transition: opacity 120ms, scale 120ms;
  }
  .pointer[data-pressed]::before { opacity: 1; scale: 1; }
  .pointer svg { position: absolute; inset: 0; filter: drop-shadow(0 1px 2px rgb(0 0 0 / 35%)); }
  @media (prefers-reduced-motion: reduce) { .pointer, .pointer::before { transition: none; } }
`;
