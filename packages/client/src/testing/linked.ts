import type { RelayEvent } from '@deskbell/protocol/events.js';
import type { Connection } from '../connection.js';
import { SocketLink, type GiveToken } from '../socket-link.js';
import { ManualClock } from './manual-clock.js';
import { ANA } from './scenes.js';
import { settle } from './settle.js';
import { SimulatedPage } from './simulated-page.js';
import { simulateRelay } from './simulate-relay.js';

/** A link on a simulated relay, and everything that it says. Chance is always at its worst. */
export const linked = async ({ token, connect = true }: { token?: GiveToken; connect?: boolean } = {}) => {
  const clock = new ManualClock();
  const relay = simulateRelay({ clock });
  const page = new SimulatedPage();
  const phases: Connection['phase'][] = [];
  const events: RelayEvent['type'][] = [];
  const asked: boolean[] = [];
  const link = new SocketLink({
    address: 'wss://relay.example/v1/socket',
    clock,
    page,
    random: () => 1,
    openSocket: relay.openSocket,
    token: (refused) => {
      asked.push(refused);
      return token ? token(refused) : Promise.resolve(relay.tokenFor(ANA));
    },
    renewed: () => Promise.resolve(relay.tokenFor(ANA)),
    listener: {
      told: ({ type }) => events.push(type),
      changed: ({ phase }) => phases.push(phase),
    },
  });
  if (connect) {
    link.connect();
    await settle();
  }
  return { clock, relay, page, phases, events, asked, link };
};

export const phaseOf = ({ connection }: SocketLink): Connection['phase'] => connection.phase;
/** Why it will not come back by itself. */
export const whyEnded = ({ connection }: SocketLink) => (connection.phase === 'ended' ? connection.why : undefined);

export const isOffline = ({ connection }: SocketLink) => connection.phase === 'lost' && connection.offline;
