import { expect } from '@open-wc/testing';
import { SHORTCUTS, shortcutOf, type Keys } from './table.js';

const keys = (part: Partial<KeyboardEventInit> & { graph?: boolean; isComposing?: boolean }): Keys => {
  const { graph = false, isComposing = false, ...init } = part;
  const event = new KeyboardEvent('keydown', init);
  return {
    ...{ code: event.code, key: event.key, altKey: event.altKey, ctrlKey: event.ctrlKey, shiftKey: event.shiftKey, metaKey: event.metaKey },
    isComposing,
    getModifierState: (name: string) => graph && name === 'AltGraph',
  };
};

describe('shortcuts', () => {
  it('every action has keys of its own', () => {
    expect(new Set(Object.values(SHORTCUTS)).size).to.equal(Object.keys(SHORTCUTS).length);
  });

  it('goes by where a key is, not by what is printed on it', () => {
    expect(shortcutOf(keys({ code: 'KeyA', key: 'q', altKey: true }), true, false)).to.equal('accept');
    expect(shortcutOf(keys({ code: 'KeyX', key: 'ч', altKey: true }), true, false)).to.equal('end');
  });

  it('takes no letter from somebody who types', () => {
    expect(shortcutOf(keys({ code: 'KeyX', key: 'x' }), true, false)).to.equal(undefined);
    expect(shortcutOf(keys({ code: 'KeyA', key: 'ą', altKey: true, graph: true }), true, false)).to.equal(undefined);
    expect(shortcutOf(keys({ code: 'KeyA', key: 'ą', altKey: true, ctrlKey: true }), true, false)).to.equal(undefined);
    expect(shortcutOf(keys({ code: 'KeyA', key: 'å', altKey: true }), true, true)).to.equal(undefined);
    expect(shortcutOf(keys({ code: 'KeyX', key: 'x', altKey: true, isComposing: true }), true, false)).to.equal(undefined);
  });

  it('uses Control and Shift on a Mac, where Option writes letters', () => {
    expect(shortcutOf(keys({ code: 'KeyX', key: 'X', ctrlKey: true, shiftKey: true }), true, true)).to.equal('end');
    expect(shortcutOf(keys({ code: 'KeyX', key: 'X', ctrlKey: true, shiftKey: true }), true, false)).to.equal(undefined);
  });

  it('shows the list at "?", except to somebody who types one', () => {
    expect(shortcutOf(keys({ code: 'Slash', key: '?', shiftKey: true }), false, false)).to.equal('help');
    expect(shortcutOf(keys({ code: 'Slash', key: '?', shiftKey: true }), true, false)).to.equal(undefined);
    expect(shortcutOf(keys({ code: 'KeyH', key: 'h', altKey: true }), true, false)).to.equal('help');
  });
});
