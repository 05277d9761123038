import { expect } from '@open-wc/testing';
import { RETURN, fillsIn } from '@deskbell/client/testing/form-scenes.js';
import { FILLING_FADES } from '@deskbell/client/fillings.js';
import { calm, find, findAll, textOf } from '../testing/at-desk.js';
import { IBAN, TYPED, at, cardIn, rowOf, valueOf } from './testing/card-at.js';
import { placesOf } from './testing/places-of.js';

describe('<deskbell-form-card>', () => {
  it('FRM 2 shows what is asked at once, how far the customer is, and lets go of that after a while', async () => {
    const { desk, relay, ticker, id, sent } = await at();
    expect(textOf(find(desk, 'h3'))).to.equal('Return and refund');
    expect(findAll(cardIn(desk), 'dt').map(textOf)).to.deep.equal(RETURN.fields.map(({ label }) => label));
    for (const { label } of RETURN.fields) expect(valueOf(desk, label)).to.equal('Waiting for the customer');
    await expect(desk).to.be.accessible();
    fillsIn(relay, id, sent, 3, 7);
    await calm();
    expect(textOf(find(desk, '[part=progress]'))).to.equal('Filling in · 3 of 7');
    await expect(desk).to.be.accessible();
    await ticker.advance(FILLING_FADES);
    expect(textOf(find(desk, '[part=progress]'))).to.equal('');
  });

  it('FRM 2 shows open answers in the words of the reader, and masked ones as dots', async () => {
    const { desk } = await at(RETURN, TYPED);
    const values = ['Order number', 'Received on', 'What is it about?', 'Pieces', 'Photo of the damage', 'Date of birth'];
    expect(values.map((label) => valueOf(desk, label))).to.deep.equal([
      ...['H-2087', 'March 2, 2026', 'Lamp and Table', '12,500.5', 'Not filled in', 'Not filled in'],
    ]);
    expect(find(rowOf(desk, 'IBAN'), '.dots').innerText).to.include('••••');
    expect(placesOf(desk, IBAN)).to.deep.equal([]);
    await expect(desk).to.be.accessible();
  });

  it('FRM 2 a form that nobody filled in before the end says so, and fields that were not asked for are left out', async () => {
    const { desk } = await at(RETURN, undefined, 'closed');
    expect(valueOf(desk, 'IBAN')).to.equal('Not filled in');
    const [order] = RETURN.fields;
    const form = { ...RETURN, fields: [order!, { ...RETURN.fields[1]!, when: { field: 'order', is: ['H-1'] } }] };
    const { desk: other } = await at(form, { order: 'H-2087' });
    expect(findAll(cardIn(other), 'dt').map(textOf)).to.deep.equal(['Order number']);
  });
});
