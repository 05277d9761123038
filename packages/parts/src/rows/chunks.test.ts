import { expect } from '@open-wc/testing';
import { ANA, MAYA, MORNING, followedBy, logOf, longTalk, says } from '../testing/talk.js';
import { Chunks } from './chunks.js';

const rendered = ({ list }: Chunks) => list.reduce((sum, { rows }) => sum + rows.length, 0);
const spans = ({ list }: Chunks) => list.map(({ key, end }) => [key, end]);

const opened = (count: number) => {
  const chunks = new Chunks();
  const log = longTalk(count);
  chunks.update(log, undefined, true);
  return { chunks, log };
};

describe('chunks', () => {
  it('renders the newest hundred of ten thousand', () => {
    const { chunks } = opened(10_000);
    expect(spans(chunks)).to.deep.equal([
      [9_901, 9_951],
      [9_951, 10_001],
    ]);
    expect(rendered(chunks)).to.equal(100);
  });

  it('renders a short log whole', () => {
    expect(rendered(opened(30).chunks)).to.equal(30);
    expect(opened(30).chunks.hasEarlier).to.be.false;
    expect(rendered(opened(0).chunks)).to.equal(0);
  });

  it('shows fifty more on the way up, to the first', () => {
    const { chunks } = opened(170);
    chunks.showEarlier();
    expect(rendered(chunks)).to.equal(150);
    chunks.showEarlier();
    expect(rendered(chunks)).to.equal(170);
    expect(chunks.hasEarlier).to.be.false;
    chunks.showEarlier();
    expect(rendered(chunks)).to.equal(170);
  });

  it('makes one chunk anew for an append, and leaves the others as they are', () => {
    const { chunks, log } = opened(10_020);
    const before = chunks.list;
    expect(chunks.update(followedBy(log, says(ANA, 'x', MORNING)), undefined, true)).to.equal('grown');
    expect(chunks.list[0]).to.equal(before[0]);
    expect(rendered(chunks)).to.equal(101);
  });

  it('does not grow without end while the reader is at the end', () => {
    const { chunks, log } = opened(200);
    let now = log;
    for (let index = 0; index < 1_000; index++) chunks.update((now = followedBy(now, says(MAYA, 'x', MORNING))), undefined, true);
    expect(rendered(chunks)).to.be.below(600);
    expect(chunks.list.at(-1)?.end).to.equal(1_201);
  });

  it('takes nothing away from a reader who is further up', () => {
    const { chunks, log } = opened(200);
    let now = log;
    for (let index = 0; index < 1_000; index++) chunks.update((now = followedBy(now, says(MAYA, 'x', MORNING))), undefined, false);
    expect(rendered(chunks)).to.equal(1_100);
  });

  it('keeps what it has when an older page is put in front', () => {
    const { chunks, log } = opened(300);
    const newest = log.slice(150);
    const late = new Chunks();
    late.update(newest, undefined, true);
    expect(late.update(log, undefined, true)).to.equal('reached back');
    expect(spans(late)).to.deep.equal(spans(chunks));
    expect(late.hasEarlier).to.be.true;
  });

  it('starts anew with another conversation, and with a log that does not follow on', () => {
    const { chunks, log } = opened(300);
    expect(chunks.update(logOf([says(ANA, 'x', MORNING)], 'another'), undefined, true)).to.equal('other');
    expect(rendered(chunks)).to.equal(1);
    chunks.update(log.slice(0, 100), undefined, true);
    expect(chunks.update(log.slice(200), undefined, true)).to.equal('other');
    expect(spans(chunks)[0]).to.deep.equal([201, 251]);
  });

  it('opens the newest stack where something on its way will stand upon it', () => {
    const { chunks, log } = opened(10);
    const last = () => chunks.list.at(-1)?.rows.at(-1);
    expect(last()).to.include({ isTail: true });
    expect(chunks.update(log, { by: ANA, at: log.at(-1)!.type === 'message.sent' ? MORNING + 9 * 17_000 : 0 }, true)).to.equal('none');
    expect(last()).to.include({ isTail: false });
  });
});
