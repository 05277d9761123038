import { expect, html } from '@open-wc/testing';
import { seed, type Seed } from '@deskbell/client/testing/scenes.js';
import { atDesk, calm, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import './info.js';

const info = html`<deskbell-info></deskbell-info>`;
const at = async (options: Seed) => {
  const { desk } = await atDesk(info, {
    before: (relay) => seed(relay, { ago: 600_000, ...options }),
    selected: inPhase(options.phase ?? 'active'),
  });
  await calm();
  return desk;
};
const facts = (root: Element) =>
  Object.fromEntries(findAll(root, 'dt').map((term) => [textOf(term), textOf(term.nextElementSibling ?? term)]));

describe('<deskbell-info>', () => {
  it('shows who the customer is, what they filled in, and where they came from', async () => {
    const desk = await at({
      email: 'maya@example.com',
      page: 'https://shop.example/lamps/',
      answers: [
        { field: 'Order', value: 'H-2087' },
        { field: 'Anything else', value: '' },
      ],
    });
    expect(textOf(find(desk, 'h2'))).to.equal('Maya Lindqvist');
    expect(facts(desk)).to.deep.include({
      Email: 'maya@example.com',
      Page: 'shop.example/lamps',
      Order: 'H-2087',
      Queue: 'Shop',
      Channel: 'Chat',
      'Wait time': '0:40',
      Agent: 'Ana Ruiz',
    });
    expect(facts(desk)).not.to.have.property('Anything else');
    expect(findAll<HTMLAnchorElement>(desk, 'a').map(({ href }) => href)).to.deep.equal([
      'mailto:maya@example.com',
      'https://shop.example/lamps/',
    ]);
    await expect(desk).to.be.accessible();
  });

  it('shows where a customer came from beside a log of which only the end is here', async () => {
    const desk = await at({ email: 'maya@example.com', messages: 200, ago: 36_000_000 });
    expect(facts(desk)).to.deep.include({ Email: 'maya@example.com' });
    await expect(desk).to.be.accessible();
  });

  it('makes no link of an address that is not a page', async () => {
    const desk = await at({ page: 'javascript:alert(1)' });
    expect(facts(desk)).to.deep.include({ Page: 'javascript:alert(1)' });
    expect(findAll(desk, 'a')).to.deep.equal([]);
  });

  it('says how a closed conversation came out', async () => {
    const desk = await at({ phase: 'closed', disposition: 'abandoned' });
    expect(facts(desk)).to.deep.include({ Disposition: 'Abandoned' });
  });

  it('says what will stand there while nothing is open', async () => {
    const { desk } = await atDesk(info);
    expect(textOf(desk)).to.include('Who the customer is, and where they came from, stands here.');
    await expect(desk).to.be.accessible();
  });

  it('shows what a customer filled in as text, and breaks long words', async () => {
    const desk = await at({ answers: [{ field: '<b>Order</b>', value: `<script>alert(1)</script>${'x'.repeat(500)}` }] });
    expect(findAll(desk, 'script, b')).to.deep.equal([]);
    expect(facts(desk)['<b>Order</b>']).to.match(/^<script>alert/);
    expect(find(desk, '.scroll').scrollWidth).to.equal(find(desk, '.scroll').clientWidth);
  });
});
