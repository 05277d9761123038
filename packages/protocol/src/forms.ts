import * as v from 'valibot';
import { FIELD_KINDS } from './fields.js';

/** One field of a form, as the settings have it and both sides show it. */
export const formFieldSchema = v.object({
  name: v.string(),
  label: v.string(),
  kind: v.picklist(FIELD_KINDS),
  /** What a `choice`, or `choices`, is made from; what a `consent` is given to is its label. */
  options: v.optional(v.array(v.string())),
  required: v.boolean(),
  /** What the whole value has to match. */
  pattern: v.optional(v.string()),
  /** What is said where it does not. */
  message: v.optional(v.string()),
  /** Stands under the field. */
  help: v.optional(v.string()),
  /** Whether its value is sealed in the customer's browser, and shown to agents by an explicit reveal only. */
  masked: v.boolean(),
  /** Asked for only where another field above it has one of these values. */
  when: v.optional(v.object({ field: v.string(), is: v.array(v.string()) })),
});
export type FormField = v.InferOutput<typeof formFieldSchema>;

/** A form as it was when it was sent: later changes of the settings leave it as it is. */
export const formSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** Stands above the fields. */
  intro: v.optional(v.string()),
  /** Whether every field is masked; then all are revealed together as well. */
  secured: v.boolean(),
  fields: v.array(formFieldSchema),
});
export type Form = v.InferOutput<typeof formSchema>;

/**
 * What stands for a form that this build cannot show, because a newer relay sent it: its name where it has one, and no field, which no form
 * of the settings is without. Its event is a part of the log, which cannot go on without it.
 */
export const unreadableForm = (dataset?: { readonly value?: unknown }): Form => {
  const { name } = (dataset?.value ?? {}) as { readonly name?: unknown };
  return { id: '', name: typeof name === 'string' ? name : '', secured: false, fields: [] };
};

/** Whether the value of a field is sealed. Files are not: they are kept where attachments are. */
export const isMasked = (form: Pick<Form, 'secured'>, field: Pick<FormField, 'masked' | 'kind'>): boolean =>
  (form.secured || field.masked) && field.kind !== 'file';

/** A form as consoles know it, to choose from. */
export const deskFormSchema = v.object({ id: v.string(), name: v.string() });
export type DeskForm = v.InferOutput<typeof deskFormSchema>;

/** What customers' browsers seal for: a workspace's public key, P-256 as an uncompressed point, base64url. */
export const vaultKeySchema = v.object({ id: v.string(), key: v.string() });
export type VaultKey = v.InferOutput<typeof vaultKeySchema>;

const base64url = (most: number) => v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, 'is not base64url'), v.maxLength(most, 'is too long'));

/**
 * A value that only the workspace's private key opens: HPKE (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and
 * AES-256-GCM. `enc` is the encapsulated key and `ct` the ciphertext, both base64url. What it belongs to, {@link sealedFor}, is authenticated
 * with it, so that it cannot be put into another place.
 */
export const sealedSchema = v.object({ enc: base64url(100), ct: base64url(24_000) });
export type Sealed = v.InferOutput<typeof sealedSchema>;

/** What a sealed value belongs to, as the additional data of its encryption. `form`: the id of the `form.sent` event. */
export const sealedFor = (conversation: string, form: string, field: string): string =>
  `deskbell-form-1\n${conversation}\n${form}\n${field}`;

/** The answer to `GET /v1/forms`, for admins: every form as it stands in the settings of that version. */
export const savedFormsSchema = v.object({
  version: v.number(),
  forms: v.array(
    v.object({
      ...formSchema.entries,
      /** How long masked values are kept; for ever where it is left out. */
      retentionDays: v.optional(v.number()),
    }),
  ),
});
export type SavedForms = v.InferOutput<typeof savedFormsSchema>;
export type SavedForm = SavedForms['forms'][number];

/** Who may have masked values revealed, of those who may read a conversation, and whether they have to say why. */
export const revealRightSchema = v.object({
  by: v.union([v.picklist(['everyone', 'supervisors']), v.array(v.string())]),
  reason: v.boolean(),
});
export type RevealRight = v.InferOutput<typeof revealRightSchema>;

/** How long a revealed value is shown, ms. */
export const REVEALED_FOR = 30_000;

/** The answer to `POST /v1/conversations/:conversation/forms/:form/reveal`: the values by the field's name. */
export const revealedSchema = v.object({ values: v.record(v.string(), v.string()) });
export type Revealed = v.InferOutput<typeof revealedSchema>;
