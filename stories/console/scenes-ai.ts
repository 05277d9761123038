import { MAYA, finds, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { fill, opened, relayOf, type Scene } from './scenes.js';

// Desks with a model beside them.

const MINUTE = 60_000;

const withModel = (): SimulatedRelay => {
  const relay = relayOf();
  relay.changeDesk({ ai: { rewrite: true, assist: true, summary: true, arrival: true } });
  return relay;
};

/** In the middle of a day. */
export const busy = (): Promise<Scene> => {
  const relay = withModel();
  return opened(relay, fill(relay));
};

/** The agent has just got a conversation, and its summary is being made. */
export const arrived = (): Promise<Scene> => {
  const relay = withModel();
  return opened(relay, seed(relay, { customer: MAYA, messages: 1, ago: MINUTE / 3 }));
};

/** The summary is there. */
export const summarised = (): Promise<Scene> => {
  const relay = withModel();
  const maya = seed(relay, { customer: MAYA, messages: 1, ago: MINUTE });
  finds(relay, maya);
  return opened(relay, maya);
};
