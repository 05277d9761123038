import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import './duration.js';
import { counterOf, type DeskbellDuration } from './duration.js';
import type { Ticker } from './ticker.js';

/** A clock that is moved by hand. */
const manualTicker = (at: number) => {
  const listeners = new Set<() => void>();
  const ticker: Ticker = {
    now: () => at,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const pass = (ms: number) => {
    at += ms;
    listeners.forEach((listener) => listener());
  };
  return { ticker, pass, listeners };
};

const show = async (properties: Partial<DeskbellDuration>) => {
  const element = await fixture<DeskbellDuration>(html`<deskbell-duration></deskbell-duration>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return element;
};

const shown = (element: DeskbellDuration) => element.shadowRoot!.textContent.trim();

describe('<deskbell-duration>', () => {
  it('writes a length of time as a counter does', () => {
    expect([0, 7, 60, 760, 3_600, 3_753].map(counterOf)).to.deep.equal(['0:00', '0:07', '1:00', '12:40', '1:00:00', '1:02:33']);
  });

  it('counts on, by a clock that may be ahead of this one', async () => {
    const { ticker, pass } = manualTicker(100_000);
    const element = await show({ ticker, since: 99_000, ahead: 2_000 });
    expect(shown(element)).to.equal('0:03');
    pass(60_000);
    await element.updateComplete;
    expect(shown(element)).to.equal('1:03');
    await expect(element).to.be.accessible();
  });

  it('stands once it came to its end, and never goes below nothing', async () => {
    const { ticker, pass, listeners } = manualTicker(100_000);
    const element = await show({ ticker, since: 40_000, until: 70_000 });
    pass(10_000);
    await element.updateComplete;
    expect(shown(element)).to.equal('0:30');
    expect(listeners.size).to.equal(0);
    Object.assign(element, { until: 0, since: 999_000 });
    await element.updateComplete;
    expect(shown(element)).to.equal('0:00');
  });

  it('listens only while it is in the page', async () => {
    const { ticker, listeners } = manualTicker(0);
    const element = await show({ ticker });
    expect(listeners.size).to.equal(1);
    const place = element.parentElement!;
    element.remove();
    expect(listeners.size).to.equal(0);
    place.append(element);
    expect(listeners.size).to.equal(1);
  });
});
