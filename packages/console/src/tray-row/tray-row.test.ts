import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { DeskbellAcceptEvent, DeskbellSelectEvent } from '../events.js';
import { rowWith } from '../testing/rows.js';
import { button, textOf } from '../testing/at-desk.js';
import './tray-row.js';
import type { DeskbellTrayRow } from './tray-row.js';

const TICKER = { now: () => 161_000, subscribe: () => () => undefined };
const WAITING = rowWith({ id: 'one', lastLine: { text: 'Is the oak stool back?', by: 'customer', at: 5_000 } });
const ACTIVE = rowWith({ ...WAITING, phase: 'active', awaitingSince: 100_000 });

const rowOf = (part: Partial<DeskbellTrayRow>) =>
  fixture<DeskbellTrayRow>(html`<deskbell-tray-row
    .row=${part.row}
    .standing=${part.standing ?? 'engaged'}
    .selected=${part.selected ?? false}
    .unread=${part.unread ?? false}
    .typing=${part.typing ?? false}
    .failed=${part.failed ?? false}
    .draft=${part.draft ?? ''}
    .outcome=${part.outcome ?? ''}
    .gone=${part.gone ?? false}
    .blocked=${part.blocked ?? false}
    tabbable
    .ticker=${TICKER}
  ></deskbell-tray-row>`);

const STATES: Record<string, [Partial<DeskbellTrayRow>, string]> = {
  waiting: [{ row: WAITING, standing: 'waiting' }, 'Chat Maya Lindqvist 2:41 Is the oak stool back? Accept'],
  engaged: [{ row: ACTIVE }, 'Chat Maya Lindqvist 1:01 Engaged Is the oak stool back?'],
  overdue: [{ row: ACTIVE, standing: 'overdue' }, 'Chat Maya Lindqvist 1:01 Overdue Is the oak stool back?'],
  unread: [{ row: ACTIVE, unread: true }, 'Chat Maya Lindqvist 1:01 Engaged Unread Is the oak stool back?'],
  typing: [{ row: ACTIVE, typing: true }, 'Chat Maya Lindqvist 1:01 Engaged Typing'],
  'not delivered': [{ row: ACTIVE, failed: true }, 'Chat Maya Lindqvist 1:01 Not Delivered Is the oak stool back?'],
  drafted: [{ row: ACTIVE, draft: 'We have' }, 'Chat Maya Lindqvist 1:01 Engaged Draft We have'],
  'in wrap-up': [
    { row: { ...ACTIVE, phase: 'wrapUp', endedAt: 140_000 }, standing: 'wrapUp' },
    'Chat Maya Lindqvist now Wrap-up Is the oak stool back?',
  ],
  closed: [
    { row: { ...ACTIVE, phase: 'closed', disposition: 'pending', endedAt: 0 }, standing: 'closed', outcome: 'Pending' },
    'Chat Maya Lindqvist 2m Pending Is the oak stool back?',
  ],
  'without a name or a message': [
    { row: rowWith({ id: 'two', customer: { id: 'c', name: '' } }), standing: 'waiting' },
    'Chat Visitor 2:41 No message yet Accept',
  ],
};

describe('<deskbell-tray-row>', () => {
  for (const [state, [part, words]] of Object.entries(STATES))
    it(`TRY 1 says how a conversation stands in words: ${state}`, async () => {
      const row = await rowOf(part);
      await row.querySelector<DeskbellTrayRow>('*')?.updateComplete;
      expect(textOf(row)).to.equal(words);
      await expect(row).to.be.accessible();
    });

  it('says whose the last line is', async () => {
    const row = await rowOf({ row: { ...ACTIVE, awaitingSince: null, lastLine: { text: 'Yes', by: 'agent', at: 0 } } });
    expect(textOf(row)).to.match(/Engaged You: Yes$/);
  });

  it('CMP 7 says that files came where they came without a word', async () => {
    const line = (text: string, attachments?: number) => ({
      text,
      by: 'customer' as const,
      at: 5_000,
      ...(attachments && { attachments }),
    });
    const shown = async (lastLine: ReturnType<typeof line>) => {
      const found = (await rowOf({ row: { ...ACTIVE, lastLine } })).shadowRoot!.querySelector<HTMLElement>('.line')!;
      return [found.innerText.trim(), found.querySelectorAll('svg').length];
    };
    expect(await shown(line('', 1))).to.deep.equal(['Attachment', 1]);
    expect(await shown(line('', 3))).to.deep.equal(['Attachments: 3', 1]);
    expect(await shown(line('Here it is', 1))).to.deep.equal(['Here it is', 1]);
    expect(await shown(line('Here it is'))).to.deep.equal(['Here it is', 0]);
  });

  it('tells that it was chosen', async () => {
    const row = await rowOf({ row: ACTIVE, selected: true });
    const select = row.shadowRoot?.querySelector<HTMLButtonElement>('.row');
    expect(select?.getAttribute('aria-current')).to.equal('true');
    setTimeout(() => select?.click());
    expect((await oneEvent<DeskbellSelectEvent>(row, 'deskbell-select')).conversation).to.equal('one');
  });

  it('TRY 2 offers "Accept" for what waits, and for nothing else', async () => {
    const row = await rowOf({ row: WAITING, standing: 'waiting' });
    setTimeout(() => button(row, 'Accept').click());
    expect((await oneEvent<DeskbellAcceptEvent>(row, 'deskbell-accept')).conversation).to.equal('one');
    row.blocked = true;
    await row.updateComplete;
    expect(button(row, 'Accept').disabled).to.equal(true);
    row.row = ACTIVE;
    await row.updateComplete;
    expect(() => button(row, 'Accept')).to.throw('there is no button');
  });

  it('keeps its place without anything to press when it is gone', async () => {
    const row = await rowOf({ row: WAITING, gone: true });
    expect(row.shadowRoot?.querySelector('button')).to.equal(null);
    expect(textOf(row)).to.match(/No longer waiting/);
    expect(row.getBoundingClientRect().height).to.equal(56);
    await expect(row).to.be.accessible();
  });

  it('shows hostile text as text, in one line', async () => {
    const text = `<img src=x onerror=alert(1)>${'\u202e'}${'a'.repeat(10_000)}`;
    const row = await rowOf({ row: rowWith({ id: 'one', customer: { id: 'c', name: text }, lastLine: { text, by: 'customer', at: 0 } }) });
    expect(row.shadowRoot?.querySelector('img')).to.equal(null);
    expect(row.getBoundingClientRect().height).to.equal(56);
    expect(row.scrollWidth).to.equal(row.clientWidth);
  });
});
