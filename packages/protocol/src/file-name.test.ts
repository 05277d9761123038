import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { cleanFileName, extensionOf } from './file-name.js';
import { anyText } from './testing/arbitraries.js';

test('CMP 7 a name keeps what it says, and loses folders, direction marks and dots around it', () => {
  assert.equal(cleanFileName('Rechnung März.pdf'), 'Rechnung März.pdf');
  assert.equal(cleanFileName('../../etc/passwd'), '_.._etc_passwd');
  assert.equal(cleanFileName('C:\\Users\\kim\\a.txt'), 'C__Users_kim_a.txt');
  assert.equal(cleanFileName('invoice\u202efdp.exe'), 'invoicefdp.exe');
  assert.equal(cleanFileName('one\r\ntwo\u0000.png'), 'one two.png');
  assert.equal(cleanFileName(' . . '), 'file');
  assert.equal(cleanFileName('report.pdf. . '), 'report.pdf');
});

test('CMP 7 a name of 300 characters with slashes and direction marks is cut before its extension', () => {
  const name = cleanFileName(`${'\u2067a/\u202e'.repeat(75)}😀.${'png'}`);
  assert.equal(name.length, 156);
  const long = cleanFileName(`${'x'.repeat(195)}😀😀.jpeg`);
  assert.deepEqual([long.length, extensionOf(long)], [200, 'jpeg']);
  assert.equal(cleanFileName(`${'x'.repeat(194)}😀😀.jpeg`), `${'x'.repeat(194)}.jpeg`);
});

test('CMP 7 whatever a name was, it is one that can be saved, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ maxLength: 400, unit: 'binary' })), (raw) => {
      const name = cleanFileName(raw);
      assert.ok(name.length > 0 && name.length <= 200 && name.isWellFormed());
      assert.doesNotMatch(name, /[/\\:*?"<>|\u0000-\u001f\u202a-\u202e\u2066-\u2069]|^\.|[. ]$/);
      assert.equal(cleanFileName(name), name);
    }),
  );
});
