import * as v from 'valibot';
import { cleanLine, id } from './text.js';

/** The most files that one message carries. */
export const MAX_ATTACHMENTS = 20;

/** A file that was sent, as both sides see it. What it holds is got from the relay, by an address that ends soon and is the reader's own. */
export const attachmentSchema = v.object({
  id: v.string(),
  /** As its sender called it, cleaned: no slashes, no direction marks. */
  name: v.string(),
  /** Bytes. */
  size: v.number(),
  /** The media type, told from the bytes and not from the name. */
  type: v.string(),
  /** What a picture shows, in its sender's words. */
  alt: v.optional(v.string()),
  /** Of a picture, in pixels, so that it has its place before it is there. */
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  /** Whether there is a small picture of it. */
  thumbnail: v.boolean(),
});
export type Attachment = v.InferOutput<typeof attachmentSchema>;

/** What may be attached in a workspace. */
export const fileLimitsSchema = v.object({
  /** The largest file, in bytes. */
  maxBytes: v.number(),
  /** The media types that are taken: `image/png`, `image/*`; all but what is dangerous where it is empty. */
  types: v.array(v.string()),
});
export type FileLimits = v.InferOutput<typeof fileLimitsSchema>;

/** The longest description of a picture, in UTF-16 code units. */
export const MAX_ALT = 1_000;

/** What an attachment is to be sent as: a file of one's own that is `ready`, and what it shows where it is a picture. */
export const attachingSchema = v.strictObject({
  id,
  alt: v.optional(v.pipe(v.string(), v.transform(cleanLine), v.maxLength(MAX_ALT, `is longer than ${String(MAX_ALT)} characters`))),
});
export type Attaching = v.InferOutput<typeof attachingSchema>;

/** Why a file is not taken. */
export const FILE_FAULTS = ['empty', 'too-large', 'wrong-type', 'dangerous', 'too-many'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/**
 * How far a file is, as its sender asks: `POST /v1/files`, `GET /v1/files/:id`, `POST /v1/files/:id/complete`. Its parts are `partSize` bytes
 * long, the last one what is left; they are numbered from 1.
 */
export const fileStateSchema = v.object({
  state: v.picklist(['sending', 'checking', 'ready', 'refused']),
  /** Where it is `refused`. A reason that this build does not know is read as `dangerous`. */
  why: v.optional(v.fallback(v.picklist(FILE_FAULTS), 'dangerous')),
  partSize: v.number(),
  parts: v.number(),
  /** The parts that are there, while it is `sending`. */
  have: v.array(v.number()),
  /** Once it is `ready`. */
  attachment: v.optional(attachmentSchema),
});
export type FileState = v.InferOutput<typeof fileStateSchema>;

/** The answer to `POST /v1/files/:id/parts/:n`, where the part is to be PUT, and to `GET /v1/files/:id/address`. A path is one of the relay's own. */
export const addressSchema = v.object({ address: v.string() });
