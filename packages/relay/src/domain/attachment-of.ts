import type { Attachment } from '@deskbell/protocol/attachments.js';

/** As much of a file's row as those see who get it. */
type Shown = Readonly<{
  id: string;
  name: string;
  size: number;
  type: string | null;
  alt: string;
  width: number | null;
  height: number | null;
  thumbnail: boolean;
}>;

/** A file that is ready, as both sides see it. */
export const attachmentOf = ({ id, name, size, type, alt, width, height, thumbnail }: Shown): Attachment => ({
  id,
  name,
  size,
  type: type ?? '',
  ...(alt && { alt }),
  ...(width !== null && height !== null && { width, height }),
  thumbnail,
});
