import type { Author } from '@deskbell/protocol/people.js';

/** The relay as the author of what it does by itself. */
export const SYSTEM: Author = { id: 'system', name: 'Deskbell', role: 'system' };
