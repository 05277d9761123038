/** Something that whoever starts the relay has to mend; the message is a sentence that says what and how. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
