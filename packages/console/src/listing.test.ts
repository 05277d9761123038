import { expect } from '@open-wc/testing';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { Listing, type Listed, type Page } from './listing.js';

const setUp = () => {
  const asked: [about: string, page: string | undefined, answer: (page: Page<string> | RelayError) => void][] = [];
  const seen: Listed<string>[] = [];
  const listing = new Listing<string>(
    (about, page) =>
      new Promise((resolve, reject) => {
        asked.push([about, page, (answer) => (answer instanceof RelayError ? reject(answer) : resolve(answer))]);
      }),
    (listed) => seen.push(listed),
  );
  const answer = async (index: number, page: Page<string> | RelayError) => {
    asked[index]?.[2](page);
    await Promise.resolve();
    await new Promise(requestAnimationFrame);
  };
  return { asked, seen, listing, answer };
};

describe('a listing', () => {
  it('INF 4 comes page by page, and asks once for each', async () => {
    const { asked, listing, answer } = setUp();
    listing.turn('maya');
    listing.turn('maya');
    expect(listing.listed).to.include({ rows: undefined, isBusy: true });
    await answer(0, { rows: ['a', 'b'], next: '2' });
    void listing.more();
    void listing.more();
    await answer(1, { rows: ['c'], next: null });
    await listing.more();
    expect(listing.listed).to.deep.equal({ rows: ['a', 'b', 'c'], next: null, isBusy: false, fault: '' });
    expect(asked.map(([about, page]) => [about, page])).to.deep.equal([
      ['maya', undefined],
      ['maya', '2'],
    ]);
  });

  it('INF 4 never shows what came late about somebody else', async () => {
    const { listing, answer } = setUp();
    listing.turn('maya');
    listing.turn('tom');
    await answer(1, { rows: ['tom’s'], next: null });
    await answer(0, { rows: ['maya’s'], next: null });
    expect(listing.listed.rows).to.deep.equal(['tom’s']);
    listing.turn(undefined);
    expect(listing.listed).to.include({ rows: undefined, isBusy: false });
  });

  it('INF 4 says what went wrong, keeps what it has, and tries again', async () => {
    const { listing, answer } = setUp();
    listing.turn('maya');
    await answer(0, { rows: ['a'], next: '2' });
    void listing.more();
    await answer(1, new RelayError('unavailable'));
    expect(listing.listed.fault).to.match(/Nothing is lost/);
    expect(listing.listed.rows).to.deep.equal(['a']);
    void listing.again();
    await answer(2, { rows: ['b', 'a'], next: null });
    expect(listing.listed).to.deep.equal({ rows: ['b', 'a'], next: null, isBusy: false, fault: '' });
  });
});
