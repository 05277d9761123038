import { expect } from '@open-wc/testing';
import { DESK } from '@deskbell/client/testing/simulated-desk.js';
import { changesBetween } from './changes.js';
import { rowWith } from './testing/rows.js';

type Lists = Parameters<typeof changesBetween>[0];
const lists = (part: Partial<Lists> = {}): Lists => ({ desk: DESK, waiting: [], offers: [], ongoing: [], left: new Map(), ...part });

const changes = (before: Lists, after: Lists, now = 0) => changesBetween(before, after, now);

const waiting = rowWith({ id: 'one' });
const active = rowWith({ id: 'one', phase: 'active' });
const wrapUp = rowWith({ id: 'one', phase: 'wrapUp' });
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('changes of a desk', () => {
  it('TRY 3 tells of new customers, but not of those who were there before', () => {
    expect(ids(changes(lists(), lists({ waiting: [waiting] })).arrived)).to.deep.equal(['one']);
    expect(changes(lists({ waiting: [waiting] }), lists({ waiting: [waiting] })).arrived).to.deep.equal([]);
    expect(changes(lists({ desk: undefined }), lists({ waiting: [waiting], ongoing: [active] }))).to.deep.include({
      arrived: [],
      accepted: [],
    });
  });

  it('tells of what became the own, ended, and was closed', () => {
    const accepted = changes(lists({ waiting: [waiting] }), lists({ ongoing: [active] }));
    expect(ids(accepted.accepted)).to.deep.equal(['one']);
    const ended = changes(lists({ ongoing: [active] }), lists({ ongoing: [wrapUp] }));
    expect([ids(ended.accepted), ids(ended.ended), ids(ended.closed)]).to.deep.equal([[], ['one'], []]);
    const closed = changes(lists({ ongoing: [wrapUp] }), lists());
    expect(ids(closed.closed)).to.deep.equal(['one']);
  });

  it('TRF 6 what went on to a queue or a colleague was not closed', () => {
    const after = (row: typeof active) => changes(lists({ ongoing: [active] }), lists({ left: new Map([[row.id, row]]) }));
    for (const row of [waiting, rowWith({ id: 'one', phase: 'active', agent: { id: 'ben', name: 'Ben' } })]) {
      expect(after(row)).to.deep.include({ closed: [], transferred: [row] });
    }
    const closed = rowWith({ id: 'one', phase: 'closed', disposition: 'resolved' });
    expect(after(closed)).to.deep.include({ closed: [closed], transferred: [] });
    expect(changes(lists({ ongoing: [active] }), lists())).to.deep.include({ closed: [], transferred: [active] });
  });

  it('TRY 4 an offer was missed where its time was up and nobody has the conversation yet', () => {
    const offer = { agent: { id: 'ana', name: 'Ana' }, until: 20_000 };
    const before = lists({ offers: [rowWith({ id: 'one', offer })] });
    const next = rowWith({ id: 'one', offer: { agent: { id: 'ben', name: 'Ben' }, until: 40_000 } });
    expect(ids(changes(before, lists({ waiting: [next] }), 20_000).missed)).to.deep.equal(['one']);
    expect(changes(before, lists({ waiting: [waiting] }), 10_000).missed).to.deep.equal([]);
    expect(changes(before, lists({ ongoing: [active] }), 20_000).missed).to.deep.equal([]);
    expect(changes(before, lists(), 20_000).missed).to.deep.equal([]);
  });

  it('tells of what customers write in the own ones, and not of what the agent writes', () => {
    const line = (by: 'customer' | 'agent', at: number) => rowWith({ id: 'one', phase: 'active', lastLine: { text: 'x', by, at } });
    const written = (before: Lists['ongoing'], after: Lists['ongoing']) =>
      ids(changes(lists({ ongoing: before }), lists({ ongoing: after })).written);
    expect(written([line('agent', 1)], [line('customer', 2)])).to.deep.equal(['one']);
    expect(written([line('customer', 2)], [line('customer', 2)])).to.deep.equal([]);
    expect(written([line('customer', 2)], [line('agent', 3)])).to.deep.equal([]);
    expect(written([], [line('customer', 2)])).to.deep.equal([]);
  });
});
