import { cleanFileName, extensionOf } from '@deskbell/protocol/file-name.js';

/** How names may end of what a browser shows or somebody opens without a thought; the first is the one that is put behind a name that lies. */
const ENDINGS: Record<string, readonly string[]> = {
  'image/png': ['png', 'apng'],
  'image/apng': ['png', 'apng'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/avif': ['avif', 'avifs'],
  'application/pdf': ['pdf'],
  'application/zip': ['zip'],
  'video/mp4': ['mp4', 'm4v'],
  'video/webm': ['webm'],
  'audio/mpeg': ['mp3'],
};

/** A name that says what the file is: where it says something else, the true ending is put behind it. */
export function honestName(name: string, type: string): string {
  const endings = ENDINGS[type];
  if (!endings || endings.includes(extensionOf(name))) return name;
  return cleanFileName(`${name}.${endings[0] ?? ''}`);
}
