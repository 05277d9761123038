import * as v from 'valibot';

/** How an agent stands in one modality, all that the system lays over their choice taken in. */
export const PRESENCES = ['available', 'busy', 'away', 'away-idle', 'system-busy', 'system-away', 'login-prep', 'offline'] as const;
export type Presence = (typeof PRESENCES)[number];

/** An agent's status, as their own console and the lists of colleagues show it. */
export const statusSchema = v.object({
  /** What the agent chose: `available`, `away`, or one of the settings. */
  chosen: v.string(),
  /** What comes of it for chat and email. */
  digital: v.picklist(PRESENCES),
  /** What comes of it for calls. */
  voice: v.picklist(PRESENCES),
  /** When login prep is over, ms; null where there is none. */
  prepUntil: v.nullable(v.number()),
  /** Chat slots that are taken. */
  load: v.number(),
  /** Chat slots that there are. */
  slots: v.number(),
});
export type Status = v.InferOutput<typeof statusSchema>;
