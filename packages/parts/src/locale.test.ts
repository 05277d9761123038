import { expect } from '@open-wc/testing';
import { directionOf, formatLocale, getLocale, nearestLocale, setLocale } from './locale.js';

describe('the language', () => {
  afterEach(() => setLocale('en'));

  it('is the first of the wanted ones that there is a catalogue for', () => {
    expect(nearestLocale(['de-AT'])).to.equal('de');
    expect(nearestLocale(['pt-BR', 'es-419', 'de'])).to.equal('es');
    expect(nearestLocale(['AR-eg'])).to.equal('ar');
    expect(nearestLocale(['pt', 'xx'])).to.equal('en');
    expect(nearestLocale([])).to.equal('en');
  });

  it('changes by a tag or by several', async () => {
    expect(await setLocale('de-CH')).to.equal('de');
    expect(getLocale()).to.equal('de');
    expect(await setLocale(['xx', 'ar'])).to.equal('ar');
    expect(getLocale()).to.equal('ar');
    expect(await setLocale('pt')).to.equal('en');
  });

  it('knows which way it is written', () => {
    expect(['ar', 'ar-EG', 'en', 'de', 'es'].map(directionOf)).to.deep.equal(['rtl', 'rtl', 'ltr', 'ltr', 'ltr']);
  });

  it('writes dates and numbers in the variety that the browser prefers', async () => {
    expect(formatLocale()).to.equal(navigator.languages.find((tag) => tag.startsWith('en')) ?? 'en');
    await setLocale('es');
    expect(formatLocale()).to.equal('es');
  });
});
