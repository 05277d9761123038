import { seedAfterBot, seedWithBot } from '../bot-scenes.js';
import { opened, relayOf, type Scene } from './scenes.js';

// Desks whose customers talked to an AI agent first.

/** Taken over from an AI agent, with what it found out and the passkey. */
export const handedOver = (): Promise<Scene> => {
  const relay = relayOf();
  return opened(relay, seedWithBot(relay, { phase: 'active' }));
};

/** The customer had talked to an AI agent elsewhere. */
export const recalled = (): Promise<Scene> => {
  const relay = relayOf();
  return opened(relay, seedAfterBot(relay));
};

/** The same, and it could not be fetched. */
export const missing = (): Promise<Scene> => {
  const relay = relayOf();
  return opened(relay, seedAfterBot(relay, { isMissing: true }));
};
