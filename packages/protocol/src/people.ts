import * as v from 'valibot';

/** What somebody is in a workspace. */
export const ROLES = ['customer', 'agent', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** The two sides of a conversation; supervisors and admins stand on the agents' side. */
export type Side = 'customer' | 'agent';

/** Which side of a conversation a role stands on. */
export const sideOf = (role: Role): Side => (role === 'customer' ? 'customer' : 'agent');

/** Somebody as others see them. Ids of agents come from the ISV's tokens, so they are any short string. */
export const namedSchema = v.object({ id: v.string(), name: v.string() });
export type Named = v.InferOutput<typeof namedSchema>;

/** Who caused an event: a person, the site's AI agent (`bot`), or the relay itself (`system`, for instance when a time-out ended something). */
export const authorSchema = v.object({ ...namedSchema.entries, role: v.picklist([...ROLES, 'bot', 'system']) });
export type Author = v.InferOutput<typeof authorSchema>;

/** A person as the relay knows them after their token was checked. */
export interface Person extends Named {
  readonly role: Role;
  readonly workspace: string;
}
