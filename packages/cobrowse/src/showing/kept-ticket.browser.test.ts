import { expect } from '@open-wc/testing';
import { SESSION_LASTS, type CobrowseTicket } from '@deskbell/protocol/cobrowse.js';
import { KEPT_AT, dropTicket, keepTicket, keptTicket } from './kept-ticket.js';

const ticketOf = (id: string): CobrowseTicket => ({
  ticket: `ticket to ${id}`,
  session: { id, state: 'allowed', agent: { id: 'ana', name: 'Ana Ruiz' }, conversation: null, begunAt: 0 },
});

afterEach(() => localStorage.clear());

describe('the ticket that is kept', () => {
  it('COB 5 is there for the next page and every tab, till it is dropped', () => {
    keepTicket('https://relay.example', ticketOf('one'));
    const { until, ...kept } = keptTicket()!;
    expect(kept).to.deep.equal({ relay: 'https://relay.example', id: 'one', ticket: 'ticket to one', agent: 'Ana Ruiz' });
    expect(until - Date.now()).to.be.within(SESSION_LASTS - 60_000, SESSION_LASTS);
    dropTicket('one');
    expect([keptTicket(), localStorage.length]).to.deep.equal([undefined, 0]);
  });

  it('COB 5 is worth nothing after its time, nor where it is no ticket', () => {
    localStorage.setItem(KEPT_AT, JSON.stringify({ ...keepTicket('https://relay.example', ticketOf('one')), until: Date.now() - 1 }));
    expect(keptTicket()).to.equal(undefined);
    localStorage.setItem(KEPT_AT, '{"until":');
    expect(keptTicket()).to.equal(undefined);
  });

  it('COB 5 of another session stays where one ends', () => {
    keepTicket('https://relay.example', ticketOf('one'));
    keepTicket('https://relay.example', ticketOf('two'));
    dropTicket('one');
    expect(keptTicket()?.id).to.equal('two');
  });

  it('COB 5 lasts as long as the page where the browser keeps nothing', () => {
    const { setItem, getItem } = Storage.prototype;
    Storage.prototype.setItem = Storage.prototype.getItem = () => {
      throw new DOMException('', 'SecurityError');
    };
    try {
      keepTicket('https://relay.example', ticketOf('one'));
      expect(keptTicket()?.id).to.equal('one');
      dropTicket('one');
      expect(keptTicket()).to.equal(undefined);
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });
});
