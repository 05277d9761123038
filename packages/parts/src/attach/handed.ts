/** Whether files are being dragged, and not a text or a link. */
export const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

const isFolder = (item: DataTransferItem): boolean => item.webkitGetAsEntry()?.isDirectory ?? false;

/** The files that were dropped. A folder is none. */
export const dropped = ({ dataTransfer }: DragEvent): File[] =>
  [...(dataTransfer?.items ?? [])].flatMap((item) => (isFolder(item) ? [] : (item.getAsFile() ?? [])));

/**
 * The files that are pasted. A table from a spreadsheet comes as words and as a picture of them: there the words are meant. A file that was
 * copied in a folder may come with its name, which is not.
 */
export function pasted({ clipboardData }: ClipboardEvent): File[] {
  const files = [...(clipboardData?.files ?? [])];
  const text = clipboardData?.getData('text/plain').trim() ?? '';
  return text === '' || files.some(({ name }) => text.includes(name)) ? files : [];
}
