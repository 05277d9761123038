import { expect } from '@open-wc/testing';
import { rowWith } from '../testing/rows.js';
import { heldRows } from './held.js';

const [one, two, three] = ['one', 'two', 'three'].map((id) => rowWith({ id })) as [never, never, never];
const NONE = new Set<string>();
const shape = (rows: ReturnType<typeof heldRows>) => rows.map(({ row, gone }) => (gone ? `(${row.id})` : row.id)).join(' ');

describe('rows under the pointer', () => {
  const shown = heldRows([], [one, two], false, NONE);

  it('are those of the list while nobody points at it', () => {
    expect(shape(shown)).to.equal('one two');
    expect(shape(heldRows(shown, [two, three], false, NONE))).to.equal('two three');
  });

  it('do not move: who left keeps the place, who comes is put at the end', () => {
    const held = heldRows(shown, [two, three], true, NONE);
    expect(shape(held)).to.equal('(one) two three');
    expect(shape(heldRows(held, [three], true, NONE))).to.equal('(one) (two) three');
    expect(shape(heldRows(held, [three], false, NONE))).to.equal('three');
  });

  it('leave no place for what the agent has now', () => {
    expect(shape(heldRows(shown, [two], true, new Set(['one'])))).to.equal('two');
  });

  it('show what changed in them', () => {
    const renamed = rowWith({ id: 'one', seq: 9 });
    expect(heldRows(shown, [renamed, two], true, NONE)[0]?.row.seq).to.equal(9);
  });
});
