import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBrowser } from '../bench/browser.js';
import { fidelity } from '../bench/cobrowse/fidelity.js';
import { OWN_PAGES } from '../bench/cobrowse/fidelity-pages.js';

test('COB 5 an agent sees the pages of a customer as they are, pixel by pixel', async () => {
  const figures = await withBrowser((browser) => fidelity(browser, OWN_PAGES));
  assert.equal(figures.length, 5);
  for (const { what, ours, reached } of figures) assert.ok(reached, `${what}: ${ours}`);
});
