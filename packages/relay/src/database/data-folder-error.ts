/** The built-in database cannot be kept in the folder it was given. The message is a sentence for whoever started the relay: what is wrong, and what to do. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

/** The code of an error of the system, `ENOENT` for instance. */
export const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const REASONS: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is on a read-only file system',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a file of that name is in the way',
};

/** The sentence for a folder that the file system refuses; any other error is given back as it is. */
export function refusedFolder(folder: string, error: unknown): unknown {
  const code = codeOf(error);
  const reason = typeof code === 'string' ? REASONS[code] : undefined;
  if (reason === undefined) return error;
  const sentence = `The data folder ${folder} cannot be used: ${reason}. Choose another with DESKBELL_DATA, or give the address of a PostgreSQL with DATABASE_URL.`;
  return new DataFolderError(sentence, { cause: error });
}
