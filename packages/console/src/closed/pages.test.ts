import { expect } from '@open-wc/testing';
import type { ClosedPage } from '@deskbell/client/agent.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { rowWith } from '../testing/rows.js';
import { NOTHING_FOUND, Pages, type Found } from './pages.js';

/** Questions that are answered by hand. */
const questions = () => {
  const asked: { search: string; page: string | undefined; answer: (page: ClosedPage) => void; refuse: (error: unknown) => void }[] = [];
  let found: Found = NOTHING_FOUND;
  const pages = new Pages(
    (search, page) => new Promise((answer, refuse) => asked.push({ search, page, answer, refuse })),
    (now) => (found = now),
  );
  return { asked, pages, found: () => found };
};

const page = (next: string | null, ...ids: string[]): ClosedPage => ({ conversations: ids.map((id) => rowWith({ id })), next });
const ids = ({ rows }: Found) => rows?.map(({ id }) => id);

describe('pages of closed conversations', () => {
  it('TRY 2 come one after the other', async () => {
    const { asked, pages, found } = questions();
    const first = pages.search('');
    asked[0]?.answer(page('p2', 'one', 'two'));
    await first;
    expect(ids(found())).to.deep.equal(['one', 'two']);
    const more = pages.more();
    expect(asked[1]?.page).to.equal('p2');
    asked[1]?.answer(page(null, 'three'));
    await more;
    expect(ids(found())).to.deep.equal(['one', 'two', 'three']);
    await pages.more();
    expect(asked.length).to.equal(2);
  });

  it('TRY 2 ask for what was typed last, once the answer before is there', async () => {
    const { asked, pages, found } = questions();
    const first = pages.search('l');
    await pages.search('la');
    await pages.search('lamp');
    expect(asked.map(({ search }) => search)).to.deep.equal(['l']);
    asked[0]?.answer(page(null, 'all'));
    await Promise.resolve();
    await Promise.resolve();
    asked[1]?.answer(page(null, 'lamp'));
    await first;
    expect(asked.map(({ search }) => search)).to.deep.equal(['l', 'lamp']);
    expect(found()).to.deep.include({ search: 'lamp', isBusy: false });
    expect(ids(found())).to.deep.equal(['lamp']);
  });

  it('keep what is there when a page does not come, and say why', async () => {
    const { asked, pages, found } = questions();
    const first = pages.search('');
    asked[0]?.answer(page('p2', 'one'));
    await first;
    const more = pages.more();
    asked[1]?.refuse(new RelayError('unavailable'));
    await more;
    expect(ids(found())).to.deep.equal(['one']);
    expect(found().fault).to.match(/Repeat it in a moment/);
  });

  it('let a bug surface', async () => {
    const { asked, pages } = questions();
    const first = pages.search('');
    asked[0]?.refuse(new RangeError('a bug'));
    const thrown: unknown = await first.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(thrown).to.be.instanceOf(RangeError);
  });
});
