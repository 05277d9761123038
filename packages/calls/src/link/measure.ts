import type { Measured } from '../budget.js';

// Of all that a browser counts; what is not there counts as nothing.
interface Entry {
  readonly type: string;
  readonly kind?: string;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly fractionLost?: number;
  readonly roundTripTime?: number;
  readonly currentRoundTripTime?: number;
  readonly nominated?: boolean;
  readonly jitter?: number;
  readonly qualityLimitationReason?: string;
}

/** Looks at what a connection counted, from one look to the next. */
export class Measure {
  #received = 0;
  #lost = 0;

  take(report: RTCStatsReport): Measured {
    let [received, lost, away, roundTrip, jitter, isBusy] = [0, 0, 0, 0, 0, false];
    report.forEach((entry: Entry) => {
      if (entry.type === 'inbound-rtp' && entry.kind === 'audio') {
        received += entry.packetsReceived ?? 0;
        lost += entry.packetsLost ?? 0;
        jitter = Math.max(jitter, (entry.jitter ?? 0) * 1_000);
      } else if (entry.type === 'remote-inbound-rtp') away = Math.max(away, entry.fractionLost ?? 0);
      else if (entry.type === 'candidate-pair' && entry.nominated === true)
        roundTrip = Math.max(roundTrip, (entry.currentRoundTripTime ?? 0) * 1_000);
      else if (entry.type === 'outbound-rtp') isBusy ||= entry.qualityLimitationReason === 'cpu';
    });
    const [came, missed] = [received - this.#received, lost - this.#lost];
    this.#received = received;
    this.#lost = lost;
    // Another connection counts from nothing.
    const here = came >= 0 && missed > 0 ? missed / (came + missed) : 0;
    return { loss: Math.max(here, away), roundTrip, jitter, isBusy };
  }
}
