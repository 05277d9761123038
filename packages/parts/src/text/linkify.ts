/** A stretch of somebody's text; with `href` it is an address to be opened. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

// Direction marks end an address too: inside one they could make it look like another.
const BETWEEN = /([\s<>"\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+)/;
const ADDRESS = /\b(?:https?:\/\/|mailto:|www\.)[^\s.]/i;
const MAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
const TRAILING = ".,;:!?'*_~|]}»”’…";

// Where an address ends that somebody wrote into a sentence: "(see https://a.example/b)." does not mean the bracket and the stop.
const endOf = (word: string): number => {
  let surplus = word.split(')').length - word.split('(').length;
  let end = word.length;
  for (; end > 0; end--) {
    const character = word.charAt(end - 1);
    if (character === ')' && surplus > 0) surplus--;
    else if (!TRAILING.includes(character)) break;
  }
  return end;
};

const partsOf = (word: string): TextPart[] => {
  const start = word.includes('@') && MAIL.test(word.slice(0, endOf(word))) ? 0 : word.search(ADDRESS);
  if (start < 0) return [{ text: word }];
  const end = start + endOf(word.slice(start));
  const text = word.slice(start, end);
  const href = /^www/i.test(text) ? `https://${text}` : /^(?:https?|mailto):/i.test(text) ? text : `mailto:${text}`;
  const parts = [{ text: word.slice(0, start) }, URL.canParse(href) ? { text, href } : { text }, { text: word.slice(end) }];
  return parts.filter((part) => part.text);
};

/**
 * Finds the web and mail addresses in somebody's text. The parts put together are the text again, every character of it. Only `http`, `https` and
 * `mailto` become addresses. Takes time in proportion to the text's length, whatever is in it.
 */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  for (const word of text.split(BETWEEN).flatMap((piece) => (/[@:.]/.test(piece) ? partsOf(piece) : [{ text: piece }]))) {
    const last = parts.at(-1);
    if (last && !last.href && !('href' in word)) parts[parts.length - 1] = { text: last.text + word.text };
    else if (word.text) parts.push(word);
  }
  return parts;
}
