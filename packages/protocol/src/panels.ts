import { fixedOrigin } from './places.js';

/** What a panel's page may be allowed. Nothing that would let it take the console's place, or speak for the agent. */
export const SANDBOX = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
  'allow-modals',
] as const;

/** The origin of a panel's page: https, or http on this very machine; undefined for whatever else. */
export function panelOrigin(url: string): string | undefined {
  const origin = fixedOrigin(url);
  return origin !== undefined && /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$)/.test(origin) ? origin : undefined;
}
