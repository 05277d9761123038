/** Something about the data folder or its database that whoever starts the relay has to mend; the message is a sentence that says how. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}
