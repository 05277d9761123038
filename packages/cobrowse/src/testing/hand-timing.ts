import type { Timing } from '../capture/timing.js';

/** Time that goes on only where a test says so. */
export class HandTiming implements Timing {
  time = 0;
  /** Ms that pass with each look at the clock. */
  step = 0;
  private readonly ahead: { at: number; work: () => void }[] = [];

  now() {
    return (this.time += this.step);
  }

  soon(work: () => void) {
    return this.after(0, work);
  }

  frame(work: () => void) {
    return this.after(16, work);
  }

  after(ms: number, work: () => void) {
    const entry = { at: this.time + ms, work };
    this.ahead.push(entry);
    return () => {
      const index = this.ahead.indexOf(entry);
      if (index >= 0) this.ahead.splice(index, 1);
    };
  }

  /** Does the next piece of work; gives whether there was one, not later than `until`. */
  once(until = Infinity): boolean {
    const next = this.ahead.sort((a, b) => a.at - b.at)[0];
    if (!next || next.at > until) return false;
    this.ahead.shift();
    this.time = Math.max(this.time, next.at);
    next.work();
    return true;
  }

  /** Lets so many ms go by, with all that is to be done in them. */
  pass(ms: number) {
    const until = this.time + ms;
    while (this.once(until));
    this.time = Math.max(this.time, until);
  }
}
