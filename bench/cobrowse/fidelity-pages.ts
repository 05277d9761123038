import type { Page } from 'playwright-core';
import type { PageName } from './pages.js';

/** A page whose picture is to be the same on both sides. */
export interface FidelityPage {
  readonly name: string;
  /** Under the peers' node_modules, or one of the bench's own. */
  readonly at: { readonly peer: string } | { readonly own: PageName | 'widgets' | 'shoelace' | 'swagger' };
  /** What somebody does there while they are watched. */
  readonly act?: (page: Page) => Promise<void>;
  /** The customer's browser is a dark one; the agent's never is. */
  readonly isDark?: boolean;
}

const scroll = (by: number) => (page: Page) => page.evaluate((top) => window.scrollBy(0, top), by);

/** Twelve pages; seven of them were made by others, for something else. */
export const FIDELITY_PAGES: readonly FidelityPage[] = [
  { name: 'product page', at: { own: 'product' }, act: scroll(400) },
  {
    name: 'long form, filled in',
    at: { own: 'form' },
    act: async (page) => {
      await page.locator('input[type=text]').first().fill('Something');
      await page.locator('select').nth(1).selectOption({ index: 4 });
      await page.locator('input[type=checkbox]').first().check();
      await page.locator('textarea').first().fill('Two\nlines');
    },
  },
  { name: 'table with live updates', at: { own: 'table' }, act: (page) => page.evaluate('tick();tick();burst()') },
  { name: "Deskbell's console", at: { own: 'console' } },
  { name: 'widgets of every kind, in the dark', at: { own: 'widgets' }, isDark: true, act: (page) => page.evaluate('act()') },
  { name: 'Shoelace, web components', at: { own: 'shoelace' }, act: (page) => page.evaluate('act()') },
  {
    name: 'Swagger UI, an operation opened',
    at: { own: 'swagger' },
    act: async (page) => {
      await page.locator('.opblock-summary-control').first().click();
      await page.getByRole('button', { name: 'Try it out' }).first().click();
    },
  },
  {
    name: 'reveal.js, its demo, third slide',
    at: { peer: 'reveal.js/demo.html' },
    act: async (page) => {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
    },
  },
  { name: 'impress.js, its demo', at: { peer: 'impress.js/index.html' } },
  { name: 'Lucide, 1,500 icons in a font', at: { peer: 'lucide-static/font/index.html' }, act: scroll(1_200) },
  { name: 'Istanbul, a report of coverage', at: { peer: '@openreplay/tracker-assist/coverage/lcov-report/index.html' } },
  { name: 'HTML5 Boilerplate', at: { peer: 'html5-boilerplate/dist/index.html' } },
];

const MADE_OF_PEERS = /^(?:shoelace|swagger)$/;

/** Those that need nothing installed but Deskbell. */
export const OWN_PAGES = FIDELITY_PAGES.filter(({ at }) => 'own' in at && !MADE_OF_PEERS.test(at.own));
