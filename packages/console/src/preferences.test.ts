import { expect } from '@open-wc/testing';
import { Preferences } from './preferences.js';

describe('preferences', () => {
  beforeEach(() => localStorage.clear());

  it('begin with sound and without notifications, and are kept', () => {
    const before = new Preferences(localStorage, 'harbour', 'ana');
    expect(before.now).to.deep.equal({ sound: true, notifications: false });
    before.choose({ sound: false });
    expect(new Preferences(localStorage, 'harbour', 'ana').now).to.deep.equal({ sound: false, notifications: false });
    expect(new Preferences(localStorage, 'harbour', 'ben').now.sound).to.equal(true);
  });

  it('know whose they are', () => {
    const preferences = new Preferences(undefined, 'harbour', 'ana');
    expect(preferences.isOf('harbour', 'ana')).to.equal(true);
    expect(preferences.isOf('harbour', 'ben')).to.equal(false);
  });

  it('begin anew where something else is kept', () => {
    localStorage.setItem('deskbell:choices:harbour:ana', '{"sound": "loud"}');
    expect(new Preferences(localStorage, 'harbour', 'ana').now.sound).to.equal(true);
  });
});
