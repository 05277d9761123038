import { archiveFileIcon, audioFileIcon, fileIcon, imageFileIcon, sheetFileIcon, textFileIcon, videoFileIcon } from '../icons.js';

const ICONS: readonly (readonly [RegExp, string])[] = [
  [/^image\//, imageFileIcon],
  [/^audio\//, audioFileIcon],
  [/^video\//, videoFileIcon],
  [/zip|compress|x-tar|x-rar|x-7z/, archiveFileIcon],
  [/csv|sheet|excel/, sheetFileIcon],
  [/^text\/|pdf|word|document|json|xml|rtf/, textFileIcon],
];

/** The icon of a media type. */
export const kindIcon = (type: string): string => ICONS.find(([pattern]) => pattern.test(type))?.[1] ?? fileIcon;

/** What a file is, in the few letters that people know it by: "PDF". Empty where neither name nor type says it. */
export function kindWord({ name, type }: { readonly name: string; readonly type: string }): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? /^[a-z]+\/([a-z0-9]{1,5})$/.exec(type)?.[1];
  return ending?.toUpperCase() ?? '';
}
