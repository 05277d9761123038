import { expect } from '@open-wc/testing';
import { Drafts } from './drafts.js';

const here = () => new Drafts(localStorage, 'harbour', 'ana');

describe('drafts', () => {
  beforeEach(() => localStorage.clear());

  it('CMP 9 are kept for each conversation, over a reload', () => {
    here().change('one', { text: 'Hello' });
    here().change('two', { text: 'Good day' });
    expect(here().of('one').text).to.equal('Hello');
    expect(here().of('two').text).to.equal('Good day');
    expect(here().of('three')).to.deep.equal({});
  });

  it('CMP 9 keep the wrap-up beside the text, each without the other', () => {
    const drafts = here();
    drafts.change('one', { text: 'Hello' });
    drafts.change('one', { disposition: 'sold', description: 'Calls back' });
    expect(here().of('one')).to.deep.equal({ text: 'Hello', disposition: 'sold', description: 'Calls back' });
    drafts.change('one', { text: '' });
    expect(here().of('one')).to.deep.equal({ disposition: 'sold', description: 'Calls back' });
  });

  it('CMP 9 keep what is marked in the text, and lose it with the text', () => {
    const marks = [{ mark: 'link', from: 0, to: 5, href: 'https://example.com' }] as const;
    here().change('one', { text: 'Hello', marks });
    expect(here().of('one')).to.deep.equal({ text: 'Hello', marks });
    here().change('one', { text: 'Hello you', marks: undefined });
    expect(here().of('one')).to.deep.equal({ text: 'Hello you' });
    here().change('one', { text: '', marks: undefined });
    expect(localStorage.length).to.equal(0);
  });

  it('leave nothing behind when they are sent or closed', () => {
    const drafts = here();
    drafts.change('one', { text: 'Hello' });
    drafts.change('one', { text: '' });
    drafts.change('two', { text: 'Good day' });
    drafts.clear('two');
    expect(localStorage.length).to.equal(0);
    expect(here().of('two')).to.deep.equal({});
  });

  it('INF 4 keep a note that is not saved, also when the conversation is over', () => {
    here().change('one', { text: 'Hello', note: 'Moved to Kiel.' });
    here().keepOnly([]);
    expect(here().of('one')).to.deep.equal({ note: 'Moved to Kiel.' });
    here().change('one', { note: '' });
    expect(localStorage.length).to.equal(0);
  });

  it('are not those of another agent, or of another workspace', () => {
    here().change('one', { text: 'Hello' });
    expect(new Drafts(localStorage, 'harbour', 'ben').of('one')).to.deep.equal({});
    expect(new Drafts(localStorage, 'pine', 'ana').of('one')).to.deep.equal({});
  });

  it('go with the conversations that were closed meanwhile', () => {
    here().change('one', { text: 'Hello' });
    here().change('two', { text: 'Good day' });
    new Drafts(localStorage, 'harbour', 'ben').change('one', { text: 'Mine' });
    here().keepOnly(['two']);
    expect(here().of('one')).to.deep.equal({});
    expect(here().of('two').text).to.equal('Good day');
    expect(new Drafts(localStorage, 'harbour', 'ben').of('one').text).to.equal('Mine');
  });

  it('do without a storage that the browser refuses, or that has something else in it', () => {
    const drafts = new Drafts(undefined, 'harbour', 'ana');
    drafts.change('one', { text: 'Hello' });
    expect(drafts.of('one').text).to.equal('Hello');
    localStorage.setItem('deskbell:draft:harbour:ana:one', '{"text": 1}');
    localStorage.setItem('deskbell:draft:harbour:ana:two', 'not JSON');
    localStorage.setItem('deskbell:draft:harbour:ana:three', '{"disposition": 5}');
    localStorage.setItem('deskbell:draft:harbour:ana:four', '{"text": "a", "marks": [{"mark": "bold", "from": "0", "to": 1}]}');
    localStorage.setItem('deskbell:draft:harbour:ana:five', '{"text": "a", "marks": {}}');
    for (const conversation of ['one', 'two', 'three', 'four', 'five']) expect(here().of(conversation)).to.deep.equal({});
  });

  it('stay in the page where the storage is full', () => {
    const full = {
      ...localStorage,
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    } as unknown as Storage;
    const drafts = new Drafts(full, 'harbour', 'ana');
    drafts.change('one', { text: 'Hello' });
    expect(drafts.of('one').text).to.equal('Hello');
  });
});
