import type { FileFault } from '@deskbell/protocol/attachments.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { settingsOf } from '../actions/settings-of.js';
import { fileLimits } from '../settings/file-limits.js';
import type { FileChange, FileRow } from '../store/files-store.js';
import { PICTURES } from './delivery.js';
import { honestName } from './honest-name.js';
import { MAX_PICTURE, pictureOf } from './picture.js';
import type { FilesPort } from './port.js';
import { faultOfType } from './takes.js';
import { HEAD, typeOfBytes } from './type-of-bytes.js';

/** How long one relay has to look at a file before another may, ms: a large one may go through a scanner. */
const LEASE = 600_000;

async function headOf(port: FilesPort, { id, size }: FileRow): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await port.read(id, 'whole', { from: 0, to: Math.min(size, HEAD) - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Looks at files that have come whole: what they are, whether they may be sent, and what they look like (rules U3 to U6). */
export class FileChecks {
  readonly #deps: Deps;
  readonly #running = new Map<string, Promise<FileRow>>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * Looks at a file, once however often it is asked to meanwhile, and says what came of it. Rejects with `wrong-phase` where parts are
   * missing, and with `unavailable` where the scanner, or what keeps the file, is away: it can be asked again then.
   */
  check(port: FilesPort, row: FileRow): Promise<FileRow> {
    const running = this.#running.get(row.id);
    if (running) return running;
    const checking = this.#check(port, row).finally(() => this.#running.delete(row.id));
    this.#running.set(row.id, checking);
    return checking;
  }

  /** Settles when nothing is being looked at. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#running.values());
  }

  async #check(port: FilesPort, row: FileRow): Promise<FileRow> {
    const { store, now } = this.#deps;
    const taken = await store.changeFile(row, { state: 'checking', leasedUntil: now() + LEASE });
    // Another relay looks at it, or it was taken off.
    if (!taken) return (await store.file(row.workspace, row.id)) ?? row;
    try {
      if (!(await port.finish(taken))) throw new RelayError('wrong-phase', 'parts of the file are missing');
      const found = await this.#look(port, taken);
      if (found.state === 'refused') await port.remove(taken);
      return (await store.changeFile(taken, { ...found, leasedUntil: 0 })) ?? taken;
    } catch (fault) {
      await store.changeFile(taken, { state: 'sending', leasedUntil: 0 });
      if (fault instanceof RelayError) throw fault;
      this.#deps.log.error({ err: fault, file: row.id }, 'a file could not be looked at');
      throw new RelayError('unavailable', 'The file could not be looked at. Send the same again.', { retryAfter: 5_000 });
    }
  }

  async #look(port: FilesPort, row: FileRow): Promise<FileChange> {
    const { scanner } = this.#deps;
    const { id, size, workspace } = row;
    const type = await typeOfBytes(await headOf(port, row), row.name);
    const why: FileFault | undefined = faultOfType(type, fileLimits(settingsOf(this.#deps, workspace)));
    if (why) return { state: 'refused', why };
    const name = honestName(row.name, type);
    if (scanner && !(await scanner.isClean({ id, name, size, type }, await port.read(id, 'whole'))))
      return { state: 'refused', why: 'dangerous' };
    return { state: 'ready', name, ...(PICTURES.has(type) ? await this.#picture(port, row, type) : { type }) };
  }

  /** What cannot be decoded here is no picture for anybody else either: it goes as a file. */
  async #picture(port: FilesPort, { id, size }: FileRow, type: string): Promise<FileChange> {
    const picture = size > MAX_PICTURE ? undefined : await pictureOf(() => port.read(id, 'whole'));
    if (!picture) return { type: 'application/octet-stream' };
    await port.writeThumbnail(id, picture.thumbnail);
    return { type, width: picture.width, height: picture.height, thumbnail: true };
  }
}
