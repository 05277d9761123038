import { expect } from '@open-wc/testing';
import { ariaKeysOf, keysOf, learnLayout } from './layout.js';

const layout = (letters: Record<string, string>) => ({ getLayoutMap: () => Promise.resolve(new Map(Object.entries(letters))) });

describe('names of keys', () => {
  afterEach(() => learnLayout(layout({})));

  it('are those of a US keyboard where the browser does not tell', async () => {
    await learnLayout(undefined);
    expect(keysOf('accept', false)).to.equal('Alt+A');
    expect(keysOf('accept', true)).to.equal('⌃⇧A');
    expect(ariaKeysOf('accept', false)).to.equal('Alt+A');
    expect(ariaKeysOf('accept', true)).to.equal('Control+Shift+A');
  });

  it('are what is printed on a French keyboard', async () => {
    await learnLayout(layout({ KeyA: 'q' }));
    expect(keysOf('accept', false)).to.equal('Alt+Q');
  });

  it('are the Latin letters of an Arabic keyboard', async () => {
    await learnLayout(layout({ KeyA: 'ش' }));
    expect(keysOf('accept', false)).to.equal('Alt+A');
  });

  it('stay as they are in a frame that may not know', async () => {
    await learnLayout({ getLayoutMap: () => Promise.reject(new DOMException('not allowed', 'SecurityError')) });
    expect(keysOf('end', false)).to.equal('Alt+X');
  });
});
