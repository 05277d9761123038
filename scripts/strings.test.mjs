import assert from 'node:assert/strict';
import { test } from 'node:test';
import { untranslated } from './strings.mjs';

const unit = (source, target = '') => `<trans-unit id="s1">\n  <source>${source}</source>\n${target}\n</trans-unit>`;

test('a sentence without a translation is found', () => {
  const xliff = [
    unit('Send', '  <target>Senden</target>'),
    unit('Close'),
    unit('Hello <x id="0" equiv-text="${name}"/>', '  <target><x id="0" equiv-text="${name}"/></target>'),
    unit('End', '  <target> </target>'),
  ].join('\n');
  assert.deepEqual(untranslated(xliff), ['Close', 'End']);
});
