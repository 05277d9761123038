import type { TestContext } from 'node:test';
import { v7 } from 'uuid';
import type { SurveyInput } from '../settings/schema/workspace.js';
import type { ScoreCount } from '../store/surveys-store.js';
import { testRelay, type TestRelay, type TestRelayOptions } from './relay.js';

export const CSAT = { id: 'csat', name: 'Satisfaction', kind: 'stars', question: 'How was it?', comment: 'Why?' } as const;

/** A relay whose queue has a survey. */
export const surveying = (
  t: TestContext,
  survey: Partial<SurveyInput> = {},
  queue: object = {},
  more: object = {},
  options: TestRelayOptions = {},
): Promise<TestRelay> =>
  testRelay(t, {
    ...options,
    settings: { surveys: [{ ...CSAT, ...survey }], queues: [{ id: 'front', name: 'Front', survey: 'csat', ...queue }], ...more },
  });

export const end = (conversation: string) => ({ type: 'conversation.end', id: v7(), conversation }) as const;
export const plan = (conversation: string, on = true) => ({ type: 'survey.send', id: v7(), conversation, on }) as const;
export const answer = (conversation: string, survey: string, score: number, comment = '') =>
  ({ type: 'survey.answer', id: v7(), conversation, survey, score, comment }) as const;

export const typesIn = async (relay: TestRelay, conversation: string): Promise<string[]> =>
  (await relay.store.eventsAfter(conversation, 0, 50)).map(({ type }) => type);

export const counts = (relay: TestRelay, by?: 'agent'): Promise<ScoreCount[]> =>
  relay.store.scoreCounts({ workspace: 'harbour', survey: 'csat', timeZone: 'UTC', by });
