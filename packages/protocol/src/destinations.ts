import * as v from 'valibot';
import { skillsSchema } from './conversation.js';
import { namedSchema } from './people.js';
import { PRESENCES } from './status.js';

/** A queue that a conversation may be given to. */
export const queueDestinationSchema = v.object({
  ...namedSchema.entries,
  /** Members who are signed in. */
  online: v.number(),
  waiting: v.number(),
});
export type QueueDestination = v.InferOutput<typeof queueDestinationSchema>;

/** A colleague whom a conversation may be given to. */
export const agentDestinationSchema = v.object({
  ...namedSchema.entries,
  presence: v.picklist(PRESENCES),
  load: v.number(),
  slots: v.number(),
  skills: skillsSchema,
});
export type AgentDestination = v.InferOutput<typeof agentDestinationSchema>;

/** The answer to `GET /v1/destinations?search=&conversation=`: what a transfer may go to, whoever was chosen lately first. */
export const destinationsSchema = v.object({ queues: v.array(queueDestinationSchema), agents: v.array(agentDestinationSchema) });
export type Destinations = v.InferOutput<typeof destinationsSchema>;
