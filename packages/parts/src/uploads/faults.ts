import { msg, str } from '@lit/localize';
import type { FileLimits } from '@deskbell/protocol/attachments.js';
import { formatLocale } from '../locale.js';
import { sizeWords } from '../text/sizes.js';
import type { UploadFault } from './upload.js';

const WORDS: Readonly<Record<string, string>> = {
  'application/msword': 'DOC',
  'application/vnd.ms-excel': 'XLS',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'text/plain': 'TXT',
};

const typeWord = (type: string): string => {
  if (type === 'image/*') return msg('pictures');
  if (type === 'audio/*') return msg('sound');
  if (type === 'video/*') return msg('videos');
  if (type === 'text/*') return msg('texts');
  return WORDS[type] ?? type.replace(/^.*\/(?:x-)?/, '').toUpperCase();
};

const listOf = (types: readonly string[]): string =>
  new Intl.ListFormat(formatLocale(), { type: 'conjunction' }).format(types.map(typeWord));

/** Why a file does not go, and what to do about it. `most`: how many go with one message. */
export function faultWords(why: UploadFault, { maxBytes, types }: FileLimits, most: number): string {
  switch (why) {
    case 'empty':
      return msg('There is nothing in this file. Choose another one.');
    case 'too-large':
      return msg(str`Larger than ${sizeWords(maxBytes)}. Make it smaller, or send it in parts.`);
    case 'wrong-type':
      return types.length
        ? msg(str`Files of this type are not taken. You can attach ${listOf(types)}.`)
        : msg('Files of this type are not taken. Choose another one.');
    case 'dangerous':
      return msg('Not taken, because this file could do harm. Send what it is about in another way.');
    case 'too-many':
      return msg(str`No more than ${most.toLocaleString(formatLocale())} files go with one message. Send it with the next.`);
    case 'offline':
      return msg('The connection was lost. Retry goes on where it stopped.');
    case 'unavailable':
      return msg('It could not be taken just now. Retry in a moment.');
  }
}
