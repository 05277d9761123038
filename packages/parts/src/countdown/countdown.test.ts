import { expect, fixture, html } from '@open-wc/testing';
import './countdown.js';
import type { DeskbellCountdown } from './countdown.js';

/** A clock that is turned by hand. */
const clockAt = (at: number) => {
  const listeners = new Set<() => void>();
  return {
    now: () => at,
    subscribe: (listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)),
    turn: (to: number) => ((at = to), listeners.forEach((call) => call())),
    listeners,
  };
};
const inside = (element: DeskbellCountdown, selector: string) => element.shadowRoot?.querySelector(selector);
const shown = (element: DeskbellCountdown) => inside(element, 'time')?.textContent;
const ring = (element: DeskbellCountdown) => inside(element, '.rest')?.getAttribute('stroke-dasharray');
const said = (element: DeskbellCountdown) => inside(element, '[aria-live=polite]')?.textContent;

describe('<deskbell-countdown>', () => {
  it('TRY 4 counts down to nothing, by the clock that the end was read from, and its ring with it', async () => {
    const ticker = clockAt(1_000);
    const element = await fixture<DeskbellCountdown>(
      html`<deskbell-countdown .until=${26_000} .ahead=${5_000} .ticker=${ticker}></deskbell-countdown>`,
    );
    expect([shown(element), ring(element)]).to.deep.equal(['20', '100 100']);
    ticker.turn(10_500);
    await element.updateComplete;
    expect([shown(element), ring(element)]).to.deep.equal(['11', '52.5 100']);
    ticker.turn(90_000);
    await element.updateComplete;
    expect([shown(element), ring(element)]).to.deep.equal(['0', '0 100']);
    await expect(element).to.be.accessible();
  });

  it('TRY 4 says how long there is when it begins and near its end, and not every second', async () => {
    const ticker = clockAt(0);
    const element = await fixture<DeskbellCountdown>(
      html`<deskbell-countdown label="Time left to accept" .until=${20_000} .ticker=${ticker}></deskbell-countdown>`,
    );
    const heard = new Set([said(element)]);
    for (let at = 1_000; at <= 20_000; at += 1_000) {
      ticker.turn(at);
      await element.updateComplete;
      heard.add(said(element));
    }
    expect([...heard]).to.deep.equal(['Time left to accept: 0:20', 'Time left to accept: 0:05']);
    element.until = 50_000;
    await element.updateComplete;
    expect(said(element)).to.equal('Time left to accept: 0:30');
  });

  it('shows minutes where there are many seconds, and knows how long it was in all where it came late', async () => {
    const element = await fixture<DeskbellCountdown>(
      html`<deskbell-countdown .until=${150_000} .length=${560_000} .ticker=${clockAt(10_000)}></deskbell-countdown>`,
    );
    expect([shown(element), ring(element)]).to.deep.equal(['2:20', '25 100']);
  });

  it('stands still between the seconds where motion is not wanted', async () => {
    const element = await fixture<DeskbellCountdown>(html`<deskbell-countdown .until=${9_000} .ticker=${clockAt(0)}></deskbell-countdown>`);
    const rest = inside(element, '.rest');
    // The tests run with `prefers-reduced-motion`.
    expect(rest && getComputedStyle(rest).transitionDuration).to.equal('0s');
  });

  it('listens to nothing once it is gone, and again when it is back', async () => {
    const ticker = clockAt(0);
    const element = await fixture<DeskbellCountdown>(html`<deskbell-countdown .until=${1} .ticker=${ticker}></deskbell-countdown>`);
    const place = element.parentElement;
    element.remove();
    expect(ticker.listeners.size).to.equal(0);
    place?.append(element);
    expect(ticker.listeners.size).to.equal(1);
  });
});
