import { parse } from './json.js';
import type { Act, AgentWord } from './words.js';

// What `agentWordSchema` says, by hand: the customer's browser loads no library for it. The tests hold the two against each other.

type Bag = Record<string, unknown>;
type KeyAct = Extract<Act, { kind: 'key' }>;

const KEYS: readonly string[] = ['Enter', 'Tab', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] satisfies KeyAct['key'][];
const FAR = 100_000;
/** No word is longer, in UTF-8 bytes: the longest text, each sign of it escaped. */
const MAX_WORD = 65_536;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;
const isBetween = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && value >= low && value <= high;
const isWhole = (value: unknown, low: number): value is number => Number.isInteger(value) && (value as number) >= low;
const isPx = (value: unknown): value is number => isBetween(value, -FAR, FAR);
const isListOf = <T>(value: unknown, most: number, is: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.length <= most && value.every(is);
const isIndex = (value: unknown): value is number => isWhole(value, 0);

function readAct({ kind, node, x, y, text, key, options }: Bag): Act | undefined {
  if (!isWhole(node, 1)) return undefined;
  switch (kind) {
    case 'click':
      return isBetween(x, 0, 1) && isBetween(y, 0, 1) ? { kind, node, x, y } : undefined;
    case 'type':
      return typeof text === 'string' && text.length <= 10_000 ? { kind, node, text } : undefined;
    case 'key':
      return KEYS.includes(key as string) ? { kind, node, key: key as KeyAct['key'] } : undefined;
    case 'choose':
      return isListOf(options, 1_000, isIndex) ? { kind, node, options } : undefined;
    case 'scroll':
      return isPx(x) && isPx(y) ? { kind, node, x, y } : undefined;
    default:
      return undefined;
  }
}

/** What the agent's side said, and nothing besides; undefined where it is no word. */
export function readAgentWord(said: unknown): AgentWord | undefined {
  if (!isBag(said)) return undefined;
  const { type, frame, x, y, stroke, points, node, id } = said;
  switch (type) {
    case 'resync':
    case 'point-away':
    case 'erase':
    case 'control-ask':
    case 'control-leave':
      return { type };
    case 'ack':
      return isWhole(frame, 0) ? { type, frame } : undefined;
    case 'point':
      return isPx(x) && isPx(y) ? { type, x, y } : undefined;
    case 'draw':
      return isWhole(stroke, -Infinity) && isListOf(points, 512, isPx) ? { type, stroke, points } : undefined;
    case 'highlight':
      return isWhole(node, 1) ? { type, node } : undefined;
    case 'act': {
      const act = isBag(said.act) && readAct(said.act);
      return isWhole(id, 0) && act ? { type, id, act } : undefined;
    }
    default:
      return undefined;
  }
}

/** Reads the words that come in, and counts what was none: an agent's side that is what it says sends none of those. */
export class AgentWords {
  dropped = 0;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  /** `bytes`: JSON in UTF-8, as it stands in a frame behind its first byte. */
  read(bytes: Uint8Array): AgentWord | undefined {
    const word = bytes.length > MAX_WORD ? undefined : readAgentWord(this.#parse(bytes));
    if (!word) this.dropped++;
    return word;
  }

  #parse(bytes: Uint8Array): unknown {
    try {
      return parse(this.#decoder.decode(bytes));
    } catch {
      return undefined;
    }
  }
}
