import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { OWN_ELEMENTS } from './own-elements.js';

const packages = fileURLToPath(new URL('../../../', import.meta.url));

/** The names of the elements that the sources of a package define. */
const namesIn = (name: string): string[] =>
  (readdirSync(`${packages}${name}/src`, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing/.test(file))
    .flatMap((file) => [
      ...readFileSync(`${packages}${name}/src/${file}`, 'utf8').matchAll(/(?:customElement|customElements\.define)\(\s*'([^']+)'/g),
    ])
    .map(([, element = '']) => element);

test('COB 6 P16 every element that the customer’s side brings is one of Deskbell’s own', () => {
  const widget = namesIn('widget');
  assert.ok(widget.includes('deskbell-chat') && widget.includes('deskbell-cobrowse-banner') && widget.length > 8, widget.join());
  for (const name of [...widget, 'deskbell-marks']) assert.match(name, OWN_ELEMENTS);
});

test('COB 6 P16 no element of the agent’s console is', () => {
  const names = namesIn('console');
  assert.ok(names.includes('deskbell-console') && names.length > 40, names.join());
  for (const name of [...names, ...namesIn('parts'), 'deskbell-chats', 'my-deskbell-chat']) assert.doesNotMatch(name, OWN_ELEMENTS);
});
