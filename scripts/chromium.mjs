import { existsSync } from 'node:fs';
import { findOrInstall } from './debian.mjs';

const PLACES = [
  // The same engine without windows: it takes half the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What Chromium is started with: nothing but the pages that are tested goes anywhere. As root it has no sandbox. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const locate = () => [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path));

/** The browser that tests and benches drive: CHROMIUM_PATH, or one of the usual places. Throws a sentence that says how to get one where there is none. */
export function findChromium() {
  const found = locate();
  if (found) return found;
  throw new Error(
    'The tests need Chromium. Install it (apt-get install chromium, brew install --cask chromium), or set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}

/** Starts it, driven by Playwright. */
export async function launchChromium(options = {}) {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS, ...options });
}

/** Finds Chromium, or installs Debian's where that is allowed: the one without windows if there is one. Throws as `findChromium` does. */
export function needChromium() {
  if (!process.env.CHROMIUM_PATH) findOrInstall(() => [PLACES[0]].find(existsSync), 'chromium-headless-shell');
  findOrInstall(locate, 'chromium');
  return findChromium();
}
