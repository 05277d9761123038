import type { Readable } from 'node:stream';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { SAFE_HEADERS, disposition } from './delivery.js';
import type { Delivered, FilesDoor, Range, Whole } from './port.js';
import type { Signatures } from './signatures.js';

/** What the door needs of the folder behind it. */
interface Folder {
  receive(id: string, part: number, length: number, bytes: Readable): Promise<void>;
  length(id: string, what: Whole): Promise<number | undefined>;
  read(id: string, what: Whole, range?: Range): Promise<Readable>;
}

const RANGE = /^bytes=(\d*)-(\d*)$/;

/** The bytes that are asked for: all of them where nothing is, or nothing that is understood; null where there are none such. */
function rangeOf(header: string | undefined, length: number): Range | undefined | null {
  const [, first = '', last = ''] = RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  return from <= to ? { from, to } : null;
}

/** The relay's own addresses for files in a folder. Whoever has one may use it, for as long as it is good: nothing else is asked. */
export class LocalDoor implements FilesDoor {
  readonly #folder: Folder;
  readonly #signatures: Signatures;

  constructor(folder: Folder, signatures: Signatures) {
    this.#folder = folder;
    this.#signatures = signatures;
  }

  async put(id: string, part: string, query: Readonly<Record<string, string>>, length: number | undefined, bytes: Readable): Promise<void> {
    const expected = Number(this.#signatures.check(['put', id, part], query).bytes);
    if (length !== expected) throw new RelayError('malformed', `the part has to have ${String(expected)} bytes`);
    await this.#folder.receive(id, Number(part), expected, bytes);
  }

  async get(id: string, what: string, query: Readonly<Record<string, string>>, asked: string | undefined): Promise<Delivered> {
    const { type = '', name = '', inline } = this.#signatures.check(['get', id, what], query);
    const whole = what as Whole;
    const length = await this.#folder.length(id, whole);
    if (length === undefined) throw new RelayError('not-found');
    const headers = {
      ...SAFE_HEADERS,
      'Content-Type': type,
      'Content-Disposition': disposition(name, inline === '1'),
      'Cache-Control': 'private, max-age=300',
      'Accept-Ranges': 'bytes',
    };
    const range = rangeOf(asked, length);
    if (range === null) return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${String(length)}` }, bytes: null };
    const { from, to } = range ?? { from: 0, to: length - 1 };
    return {
      status: range ? 206 : 200,
      headers: {
        ...headers,
        'Content-Length': String(to - from + 1),
        ...(range && { 'Content-Range': `bytes ${String(from)}-${String(to)}/${String(length)}` }),
      },
      bytes: await this.#folder.read(id, whole, range),
    };
  }
}
