/** One emoji of an emojibase file (the `emojibase` flavour of emoji-picker-element-data), as far as it is used here. */
export interface Emoji {
  readonly emoji: string;
  readonly annotation: string;
  readonly tags?: readonly string[];
  readonly group: number;
  readonly version: number;
  /** The same in the five skin tones; `tone` is 1, the lightest, to 5, or a pair of them where two people are shown. */
  readonly skins?: readonly { readonly tone: number | readonly number[]; readonly emoji: string }[];
}

// Newer ones than this are empty boxes on the phones and computers that people have.
const NEWEST = 15;
const MOST_FOUND = 120;

const fetched = new Map<string, Promise<readonly Emoji[]>>();

const load = async (address: string): Promise<readonly Emoji[]> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const all = (await response.json()) as readonly Emoji[];
  return all.filter(({ version }) => version <= NEWEST);
};

/** Fetches the emoji of an address, once a page; a fetch that failed is tried again the next time. */
export function emojiOf(address: string): Promise<readonly Emoji[]> {
  const found = fetched.get(address) ?? load(address);
  fetched.set(address, found);
  found.catch(() => fetched.delete(address));
  return found;
}

/** Those of which every word that is looked for begins some word of the name or the tags; what is named so comes first. */
export function searchEmoji(all: readonly Emoji[], wanted: string): readonly Emoji[] {
  const whole = wanted.toLocaleLowerCase().trim();
  const words = whole.split(/\s+/).filter(Boolean);
  const has = ({ annotation, tags }: Emoji) => {
    const known = [...annotation.toLocaleLowerCase().split(/[\s-]+/), ...(tags ?? [])];
    return words.every((word) => known.some((name) => name.startsWith(word)));
  };
  const rank = ({ annotation }: Emoji) => Number(!annotation.startsWith(whole)) + Number(annotation !== whole);
  return all
    .filter(has)
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, MOST_FOUND);
}

/** An emoji in a skin tone, 0 for none, 5 for the darkest; itself where it has none. */
export const inTone = (emoji: Emoji, tone: number): string => emoji.skins?.find((skin) => skin.tone === tone)?.emoji ?? emoji.emoji;
