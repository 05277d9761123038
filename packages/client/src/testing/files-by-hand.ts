import { MAX_ATTACHMENTS, type Attachment, type FileLimits } from '@deskbell/protocol/attachments.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Files, Upload, UploadFault } from '../files.js';
import { nextId } from './scenes.js';

/** What the simulator takes unless it is told otherwise. */
export const FILE_LIMITS: FileLimits = { maxBytes: 25 * 1024 * 1024, types: [] };

interface Kept {
  readonly place: string;
  readonly file: File;
  readonly upload: Upload;
}

const matches = (type: string, pattern: string): boolean =>
  pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;

/** One person's files, with a relay in memory behind them: nothing moves before a test or a story says so. */
export class FilesByHand implements Files {
  /** How large a picture is taken to be, in pixels. */
  pictureSize = { width: 1_200, height: 800 };
  /** Every address that was asked for, in order, as `id/as`. */
  readonly asked: string[] = [];
  readonly #limits: FileLimits;
  readonly #listeners = new Set<() => void>();
  readonly #addresses = new Map<string, string>();
  #kept: readonly Kept[] = [];
  #unreachable = 0;

  constructor(limits: FileLimits = FILE_LIMITS) {
    this.#limits = limits;
  }

  uploads(place: string): readonly Upload[] {
    return this.#kept.filter((kept) => kept.place === place).map(({ upload }) => upload);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(place: string, files: readonly File[]): void {
    for (const file of files) {
      const why = this.#refusal(place, file);
      const { name, size, type } = file;
      const upload: Upload = { id: nextId(), name, size, type, alt: '', sent: 0, phase: why ? 'refused' : 'sending', ...(why && { why }) };
      this.#kept = [...this.#kept, { place, file, upload }];
    }
    this.#tell();
  }

  describe(id: string, alt: string): void {
    this.#change(id, ({ attachment }) => ({ alt, ...(attachment && { attachment: { ...attachment, alt } }) }));
  }

  remove(id: string): void {
    this.#kept = this.#kept.filter(({ upload }) => upload.id !== id);
    this.#tell();
  }

  retry(id: string): void {
    this.#change(id, () => ({ phase: 'sending' }), true);
  }

  address(attachment: string, as: 'whole' | 'thumbnail'): Promise<string> {
    this.asked.push(`${attachment}/${as}`);
    if (this.#unreachable-- > 0) return Promise.reject(new RelayError('unavailable'));
    this.#unreachable = 0;
    const found = this.#addresses.get(`${attachment}/${as}`) ?? this.#addresses.get(attachment);
    return found === undefined ? Promise.reject(new RelayError('not-found')) : Promise.resolve(found);
  }

  goOn(): void {
    // Nothing goes on by itself.
  }

  forget(): void {
    this.#kept = [];
  }

  close(): void {
    this.#listeners.clear();
  }

  /** What goes with a message of that place: it hangs there no longer. */
  take(place: string): Attachment[] {
    const taken = this.uploads(place).flatMap(({ phase, attachment }) => (phase === 'ready' && attachment ? [attachment] : []));
    this.#kept = this.#kept.filter(({ upload }) => !taken.some(({ id }) => id === upload.id));
    this.#tell();
    return taken;
  }

  /** The relay has so much of a file, from 0 to 1. */
  step(name: string, part: number): void {
    this.#change(this.#idOf(name), ({ size }) => ({ sent: Math.round(size * part) }));
  }

  /** All of it is there, and is looked at. */
  check(name: string): void {
    this.#change(this.#idOf(name), ({ size }) => ({ phase: 'checking', sent: size }));
  }

  /** It may go with a message; where it can be got is its own content. */
  finish(name: string): void {
    const id = this.#idOf(name);
    const file = this.#kept.find(({ upload }) => upload.id === id)?.file;
    if (file) this.serve(id, URL.createObjectURL(file));
    this.#change(id, ({ size, type, alt }) => {
      const isPicture = type.startsWith('image/');
      const attachment: Attachment = {
        id,
        name,
        size,
        type,
        thumbnail: isPicture,
        ...(alt && { alt }),
        ...(isPicture && this.pictureSize),
      };
      return { phase: 'ready', sent: size, attachment };
    });
  }

  /** It goes no further, till it is tried again. */
  fail(name: string, why: UploadFault = 'offline'): void {
    this.#change(this.#idOf(name), () => ({ phase: 'failed', why }));
  }

  /** It is refused once it was looked at. */
  refuse(name: string, why: UploadFault): void {
    this.#change(this.#idOf(name), () => ({ phase: 'refused', why }));
  }

  /** From where an attachment can be got, as `thumbnail`, as `whole`, or both. */
  serve(attachment: string, address: string, as?: 'whole' | 'thumbnail'): void {
    this.#addresses.set(as ? `${attachment}/${as}` : attachment, address);
  }

  /** The next so many questions for an address are not answered. */
  cutOff(times: number): void {
    this.#unreachable = times;
  }

  #refusal(place: string, { size, type }: File): UploadFault | undefined {
    const { maxBytes, types } = this.#limits;
    if (size === 0) return 'empty';
    if (size > maxBytes) return 'too-large';
    if (type === 'application/x-msdownload') return 'dangerous';
    if (types.length > 0 && !types.some((pattern) => matches(type, pattern))) return 'wrong-type';
    return this.uploads(place).filter(({ phase }) => phase !== 'refused').length >= MAX_ATTACHMENTS ? 'too-many' : undefined;
  }

  #idOf(name: string): string {
    const found = this.#kept.findLast(({ upload }) => upload.name === name);
    if (!found) throw new Error(`no file ${name} hangs anywhere`);
    return found.upload.id;
  }

  #change(id: string, change: (upload: Upload) => Partial<Upload>, isHealed = false): void {
    this.#kept = this.#kept.map((kept) => {
      if (kept.upload.id !== id) return kept;
      const { why, ...rest } = kept.upload;
      return { ...kept, upload: { ...rest, ...(why && !isHealed && { why }), ...change(kept.upload) } };
    });
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A session whose files are in the hands of a test or a story. */
export const withFiles = <T extends object>(session: T, files: FilesByHand): T => Object.defineProperty(session, 'files', { value: files });
