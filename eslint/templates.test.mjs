import { test } from 'node:test';
import { RuleTester } from 'eslint';
import { templates } from './templates.mjs';

const tester = new RuleTester();

test('text that people see comes from the catalogues', () => {
  tester.run('literal-text', templates.rules['literal-text'], {
    valid: [
      "html`<p>${msg('Send')}</p>`",
      'html`<button aria-label=${msg(\'Send\')} class="send">·</button>`',
      'html`<input .value=${a > b ? c : d} ?disabled=${e} /><!-- a word -->`',
      'svg`<path d="M0 0L1 1" />`',
      'css`a { content: "word"; }`',
    ],
    invalid: [
      { code: 'html`<p>Send</p>`', errors: [{ messageId: 'text', data: { found: 'Send' } }] },
      { code: 'html`<p>${name} wrote</p>`', errors: [{ messageId: 'text', data: { found: 'wrote' } }] },
      { code: 'html`<button aria-label="Send now"></button>`', errors: [{ messageId: 'text', data: { found: 'Send now' } }] },
      { code: "html`<img alt='A face' src=${src} />`", errors: [{ messageId: 'text', data: { found: 'A face' } }] },
      { code: 'html`<a title="Open ${name}"></a>`', errors: [{ messageId: 'text', data: { found: 'Open' } }] },
    ],
  });
});

test('no style stands in an attribute', () => {
  tester.run('inline-style', templates.rules['inline-style'], {
    valid: ['html`<p class="style=x"></p>`', "element.style.setProperty('--x', y)"],
    invalid: [
      { code: 'html`<p style="color: red"></p>`', errors: [{ messageId: 'style' }] },
      { code: 'html`<p style=${styleMap(x)}></p>`', errors: [{ messageId: 'style' }] },
    ],
  });
});
