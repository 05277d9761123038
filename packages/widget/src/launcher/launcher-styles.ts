/** The launcher's looks, as text: the sheet is made in the page, so that no policy has to allow inline styles. */
export const LAUNCHER_CSS = `
:host{all:initial;position:fixed;inset-block-end:20px;inset-inline-end:20px;z-index:2147483000;color-scheme:light dark;font:550 14px/1.2 system-ui,sans-serif;--a:var(--deskbell-accent,oklch(.55 .16 262))}
:host([position=start]){inset-inline:20px auto}
:host([color-scheme=light]){color-scheme:light}
:host([color-scheme=dark]){color-scheme:dark}
:host([hidden]){display:none}
button{all:unset;box-sizing:border-box;display:grid;place-items:center;position:relative;inline-size:56px;block-size:56px;border-radius:50%;background:var(--a);color:color(from var(--a) xyz-d65 clamp(0,(.179 - y)*9999,.9505) clamp(0,(.179 - y)*9999,1) clamp(0,(.179 - y)*9999,1.089));cursor:pointer;box-shadow:0 4px 12px oklch(.24 .02 262/.2);transition:transform .12s ease-out}
:host([launcher=small]) button{inline-size:44px;block-size:44px}
button:hover{transform:scale(1.05)}
button:active,button[aria-busy=true]{transform:scale(.95)}
button:focus-visible{outline:2px solid var(--a);outline-offset:2px}
svg{inline-size:24px;block-size:24px;fill:none;stroke:currentcolor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
button[aria-expanded=true] .c,button:not([aria-expanded=true]) .x{display:none}
b,p{font:inherit;color:light-dark(#fff,#fff);background:oklch(.5 .2 26)}
b{position:absolute;inset-block-start:-4px;inset-inline-end:-4px;min-inline-size:20px;box-sizing:border-box;padding:3px 5px;border-radius:10px;font-size:12px;text-align:center}
p{position:absolute;inset-block-end:64px;inset-inline-end:0;inline-size:max-content;max-inline-size:240px;margin:0;padding:8px 12px;border-radius:10px;line-height:1.45}
:host([position=start]) p{inset-inline:0 auto}
b:empty,p:empty{display:none}
@media (max-width:480px){:host([open]) button{display:none}}
@media (prefers-reduced-motion:reduce){button{transition:none}}
@media (forced-colors:active){button{border:1px solid}}
`;

/** Drawn after Lucide's message-circle and chevron-down (ISC licence). */
export const LAUNCHER_HTML = `<button type="button" aria-expanded="false" part="launcher"><svg class="c" viewBox="0 0 24 24" aria-hidden="true"><path d="M7.9 20A9 9 0 1 0 4 16.1L2 22Z"/></svg><svg class="x" viewBox="0 0 24 24" aria-hidden="true"><path d="m6 9 6 6 6-6"/></svg><b part="badge" aria-hidden="true"></b></button><p role="status"></p>`;
