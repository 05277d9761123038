/** What the two ends of a link say to each other through the relay. None of it is needed twice, and any of it may be lost. */
export type Word =
  /**
   * Somebody is there. `me` is new with every page load; `asks`: the other is to say so too; `hears`: media come from the other.
   * With it everything is put right that was lost while the relay was away.
   */
  | { readonly type: 'hello'; readonly me: string; readonly asks: boolean; readonly hears: boolean }
  /** `to`: the page load that it is for; `of`: the connection it belongs to; `turn` counts the offers of one connection. */
  | { readonly type: 'offer'; readonly to: string; readonly of: string; readonly turn: number; readonly sdp: string }
  | { readonly type: 'answer'; readonly of: string; readonly turn: number; readonly sdp: string }
  | { readonly type: 'candidate'; readonly of: string; readonly candidate: RTCIceCandidateInit }
  /** The other has left the call. */
  | { readonly type: 'bye'; readonly me: string };

const FIELDS: Record<Word['type'], Readonly<Record<string, string>>> = {
  hello: { me: 'string', asks: 'boolean', hears: 'boolean' },
  offer: { to: 'string', of: 'string', turn: 'number', sdp: 'string' },
  answer: { of: 'string', turn: 'number', sdp: 'string' },
  candidate: { of: 'string', candidate: 'object' },
  bye: { me: 'string' },
};

/** Reads what came from the other end, who may be anybody. Undefined where it is no word. */
export function readWord(value: unknown): Word | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const said = value as Readonly<Record<string, unknown>>;
  const { type } = said;
  if (typeof type !== 'string' || !Object.hasOwn(FIELDS, type)) return undefined;
  const isWhole = Object.entries(FIELDS[type as Word['type']]).every(([name, kind]) => typeof said[name] === kind && said[name] !== null);
  return isWhole ? (value as Word) : undefined;
}
