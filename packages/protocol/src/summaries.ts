import * as v from 'valibot';
import { namedSchema } from './people.js';

/** How a conversation feels to its customer. */
export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** Whether a summary was written by a model, or picked from the conversation. */
export const MAKERS = ['model', 'extract'] as const;

/** A summary, and what it is of. */
export const summaryEntries = {
  text: v.string(),
  madeBy: v.picklist(MAKERS),
  /** The name of one of the workspace's intents; null where none shows. */
  intent: v.nullable(v.string()),
  /** Null where too little is said, or in a language that is not known. */
  sentiment: v.nullable(v.picklist(SENTIMENTS)),
  /** The `seq` of the event by which the agent got it. */
  of: v.number(),
  /** The `seq` of the last event that went into it. */
  upTo: v.number(),
  agent: namedSchema,
  queue: namedSchema,
  /** How long the customer waited, ms. */
  waited: v.number(),
  /** What the agents before found, oldest first. */
  earlier: v.array(v.object({ agent: namedSchema, at: v.number(), text: v.string(), madeBy: v.picklist(MAKERS) })),
} as const;
