import * as v from 'valibot';

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
