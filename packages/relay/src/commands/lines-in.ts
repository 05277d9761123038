/** The lines of a text that comes in pieces, several at once. Only a line feed ends one: `node:readline` would take U+2028 for an end too. */
export async function* linesIn(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}
