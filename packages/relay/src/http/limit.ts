import { RelayError } from '@deskbell/protocol/refusals.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Lets so many through in a minute, by any key. */
export class MinuteLimit {
  readonly #limiter: RateLimiterMemory;

  constructor(perMinute: number) {
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** Throws `slow-down` with the time until the next is let through. */
  async take(key: string): Promise<void> {
    try {
      await this.#limiter.consume(key);
    } catch (fault) {
      if (fault instanceof RateLimiterRes) throw new RelayError('slow-down', undefined, { retryAfter: fault.msBeforeNext });
      throw fault;
    }
  }
}
