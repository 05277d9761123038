import { css } from 'lit';

// Registered on the page rather than declared on a host: so every element has its value wherever it stands, and a site that sets one on
// any element around (`:root`, `<deskbell-chat>`, a card) is heard. `light-dark()` is resolved where a token is used, by the colour scheme there.
const FIXED: Readonly<Record<string, string>> = {
  accent: 'oklch(0.55 0.16 262)',

  ink: 'light-dark(oklch(0.24 0.02 262), oklch(0.95 0.006 262))',
  'ink-soft': 'light-dark(oklch(0.43 0.02 262), oklch(0.8 0.012 262))',
  'ink-faint': 'light-dark(oklch(0.51 0.018 262), oklch(0.71 0.014 262))',
  paper: 'light-dark(oklch(0.985 0.003 262), oklch(0.205 0.012 262))',
  'paper-raised': 'light-dark(oklch(1 0 0), oklch(0.265 0.014 262))',
  'paper-sunken': 'light-dark(oklch(0.96 0.005 262), oklch(0.17 0.01 262))',
  line: 'light-dark(oklch(0.91 0.007 262), oklch(0.34 0.014 262))',
  edge: 'light-dark(oklch(0.61 0.015 262), oklch(0.58 0.016 262))',

  'good-text': 'light-dark(oklch(0.42 0.1 152), oklch(0.85 0.11 152))',
  'good-fill': 'light-dark(oklch(0.95 0.04 152), oklch(0.29 0.05 152))',
  'good-line': 'light-dark(oklch(0.58 0.14 152), oklch(0.66 0.14 152))',
  'warn-text': 'light-dark(oklch(0.43 0.09 70), oklch(0.87 0.1 82))',
  'warn-fill': 'light-dark(oklch(0.96 0.045 85), oklch(0.3 0.045 75))',
  'warn-line': 'light-dark(oklch(0.6 0.13 68), oklch(0.72 0.13 78))',
  'bad-text': 'light-dark(oklch(0.46 0.16 26), oklch(0.84 0.09 22))',
  'bad-fill': 'light-dark(oklch(0.955 0.025 22), oklch(0.3 0.06 22))',
  'bad-line': 'light-dark(oklch(0.57 0.2 26), oklch(0.66 0.18 25))',
  'info-text': 'light-dark(oklch(0.43 0.12 255), oklch(0.86 0.07 250))',
  'info-fill': 'light-dark(oklch(0.955 0.02 255), oklch(0.3 0.05 258))',
  'info-line': 'light-dark(oklch(0.58 0.15 257), oklch(0.67 0.14 255))',

  font: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  'font-mono': "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  /** Running text: 14 px in the console, 15 px in the customer's window, which sets it. */
  body: '14px',
  /** How large a control is at least: 32 px in the console, 44 px in the customer's window, which sets it. */
  target: '32px',
  'radius-control': '6px',
  'radius-card': '10px',
  'radius-window': '16px',
  'shadow-card':
    '0 1px 2px light-dark(oklch(0.24 0.02 262 / 0.06), transparent), 0 2px 8px light-dark(oklch(0.24 0.02 262 / 0.06), transparent)',
  'shadow-window':
    '0 4px 12px light-dark(oklch(0.24 0.02 262 / 0.08), oklch(0 0 0 / 0.4)), 0 16px 48px light-dark(oklch(0.24 0.02 262 / 0.16), oklch(0 0 0 / 0.4))',
  quick: '120ms ease-out',
  slow: '200ms ease-out',
};

for (const [name, initialValue] of Object.entries(FIXED)) {
  try {
    CSS.registerProperty({ name: `--deskbell-${name}`, syntax: '*', inherits: true, initialValue });
  } catch {
    // Another copy of Deskbell on the page was first, with the same value.
  }
}

/**
 * The tokens that follow from the accent, for every element's `styles`. Registering the fixed ones is what importing this does.
 * Text on the accent is black or white, whichever reads better: the turning point is a luminance of 0.179, where both reach 4.58:1.
 */
export const tokens = css`
  :host {
    --deskbell-on-accent: color(
      from var(--deskbell-accent) xyz-d65 clamp(0, (0.179 - y) * 9999, 0.9505) clamp(0, (0.179 - y) * 9999, 1)
        clamp(0, (0.179 - y) * 9999, 1.089)
    );
    --deskbell-accent-text: light-dark(
      oklch(from var(--deskbell-accent) min(l, 0.48) c h),
      oklch(from var(--deskbell-accent) max(l, 0.76) c h)
    );
    --deskbell-accent-edge: light-dark(
      oklch(from var(--deskbell-accent) min(l, 0.58) c h),
      oklch(from var(--deskbell-accent) max(l, 0.62) c h)
    );
    --deskbell-accent-fill: color-mix(in oklab, var(--deskbell-accent) 12%, var(--deskbell-paper-raised));
    --deskbell-accent-deep: color-mix(in oklab, var(--deskbell-accent) 86%, oklch(from var(--deskbell-on-accent) calc(1 - l) 0 0));
  }

  :host([color-scheme='light']) {
    color-scheme: light;
  }

  :host([color-scheme='dark']) {
    color-scheme: dark;
  }

  :host([color-scheme='auto']) {
    color-scheme: light dark;
  }
`;
