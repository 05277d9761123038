import { expect } from '@open-wc/testing';
import { addressOf, typedOf } from './address.js';

describe('the address of a link', () => {
  it('CMP 5 gets https where it is typed without a scheme', () => {
    for (const [typed, href] of [
      ['example.com', 'https://example.com'],
      [' www.example.com/a?b#c ', 'https://www.example.com/a?b#c'],
      ['localhost:8080/x', 'https://localhost:8080/x'],
      ['//example.com', 'https://example.com'],
      ['例え.jp', 'https://例え.jp'],
      ['HTTP://example.com', 'HTTP://example.com'],
      ['tel:+441632960000', 'tel:+441632960000'],
      ['mailto:a@example.com', 'mailto:a@example.com'],
      ['ana@example.com', 'mailto:ana@example.com'],
    ] as const)
      expect(addressOf('web', typed), typed).to.equal(href);
  });

  it('CMP 5 is refused with any other scheme, and where it is none', () => {
    for (const typed of [
      '',
      ' ',
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'java\tscript:alert(1)',
      'data:text/html,x',
      'ftp://example.com',
      'file:///etc/passwd',
      '/path',
      '///path',
      '#top',
      '?q',
      'two words',
      'https://',
      'https:',
    ])
      expect(addressOf('web', typed), typed).to.be.undefined;
  });

  it('CMP 5 of an email is one', () => {
    expect(addressOf('email', 'ana@example.com')).to.equal('mailto:ana@example.com');
    expect(addressOf('email', 'mailto:ana@example.com?subject=Lamp')).to.equal('mailto:ana@example.com?subject=Lamp');
    for (const typed of ['', 'ana', 'ana@', '@example.com', 'ana@example', 'https://example.com', 'a b@example.com', 'javascript:a@b.c'])
      expect(addressOf('email', typed), typed).to.be.undefined;
  });

  it('CMP 5 is edited as what it was typed as', () => {
    for (const [kind, typed] of [
      ['web', 'https://example.com/a'],
      ['web', 'tel:112'],
      ['email', 'ana@example.com'],
    ] as const)
      expect(typedOf(addressOf(kind, typed) ?? '')).to.deep.equal({ kind, typed });
  });
});
