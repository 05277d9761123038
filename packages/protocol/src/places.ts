/** What an address or a text of the settings leaves open: `{customer}`, `{field.order}`. */
const PLACE = /\{([A-Za-z][\w.-]*)\}/g;

/** What a conversation fills by itself, in panels and in actions: the ids of it, of its customer, its queue and its agent. */
export const CONVERSATION_PLACES = ['conversation', 'customer', 'queue', 'agent'] as const;

/** The names of what a template leaves open. */
export const placesIn = (template: string): string[] => [...template.matchAll(PLACE)].map(([, name = '']) => name);

/** Fills a text; what `fill` gives is put there as it is. */
export const filledText = (template: string, fill: (name: string) => string): string =>
  template.replace(PLACE, (_, name: string) => fill(name));

const stepsOf = (address: string): number => new URL(address).pathname.split('/').length;

/**
 * Fills an address: whatever is put in stays one part of the path, the query or the fragment that it stands in. Undefined where it would not,
 * since `..` leads out of its folder however it is written.
 */
export function filledAddress(template: string, fill: (name: string) => string): string | undefined {
  const address = filledText(template, (name) => encodeURIComponent(fill(name).toWellFormed()));
  const shape = filledText(template, () => 'x');
  return URL.canParse(address) && stepsOf(address) === stepsOf(shape) ? address : undefined;
}

/** The origin of an address that may leave open what follows it; undefined where the origin itself is open, or there is none. */
export function fixedOrigin(template: string): string | undefined {
  const [one, other] = ['x', 'y'].map((value) => filledText(template, () => value));
  if (!URL.canParse(one ?? '') || !URL.canParse(other ?? '')) return undefined;
  const { origin, username, password } = new URL(one ?? '');
  return origin === new URL(other ?? '').origin && origin !== 'null' && !username && !password ? origin : undefined;
}
