import * as v from 'valibot';
import { workspaceSchema } from './workspace.js';

/** The whole settings document. Unknown keys are faults, since most of them are misspelt ones. */
export const settingsSchema = v.strictObject({ workspaces: v.pipe(v.array(workspaceSchema), v.minLength(1, 'has no workspace')) });

/** The document as it is written by hand. */
export type SettingsInput = v.InferInput<typeof settingsSchema>;
export type Settings = v.InferOutput<typeof settingsSchema>;
