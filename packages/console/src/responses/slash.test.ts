import { expect } from '@open-wc/testing';
import { Slash } from './slash.js';

const typed = (data: string): InputEvent => new InputEvent('beforeinput', { inputType: 'insertText', data });

/** Types a "/" that makes a text of another. */
const slash = (before: string, after: string): Slash => {
  const it = new Slash();
  it.expect(typed('/'), before);
  it.take(after);
  return it;
};

describe('a "/" at the start of a box', () => {
  it('CMP 2 counts in an empty box, before a text, and in the place of one', () => {
    expect(slash('', '/').isOn).to.equal(true);
    expect(slash('Hello', '/Hello').isOn).to.equal(true);
    expect(slash('Hello', '/').isOn).to.equal(true);
    expect(slash('and', 'and/').isOn).to.equal(false);
    expect(slash('/and', '/and/').isOn).to.equal(false);
  });

  it('CMP 2 what is typed behind it is the search, till it is gone, or is a text', () => {
    const it = slash('Hello', '/Hello');
    expect([it.take('/retHello'), it.query, it.length]).to.deep.equal([true, 'ret', 4]);
    expect([it.take('/Hello'), it.query]).to.deep.equal([true, '']);
    expect([it.take('Hello'), it.query]).to.deep.equal([false, '']);
    expect(slash('', '/').take('/a\nb')).to.equal(false);
    expect(slash('', '/').take(`/${'a'.repeat(61)}`)).to.equal(false);
    expect(slash('Hello', '/Hello').take('/Hell')).to.equal(false);
  });
});
