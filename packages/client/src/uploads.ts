import { MAX_ALT, MAX_ATTACHMENTS, addressSchema, type Attachment, type FileLimits } from '@deskbell/protocol/attachments.js';
import { cleanFileName } from '@deskbell/protocol/file-name.js';
import { cleanLine } from '@deskbell/protocol/text.js';
import { askAs, sendAs, type BearerHttp } from './bearer-http.js';
import type { Clock } from './clock.js';
import type { Upload, UploadFault } from './files.js';
import { pathOf } from './http.js';
import { Notifier } from './notifier.js';
import { sendFile } from './send-file.js';

export interface UploadsOptions {
  readonly clock: Clock;
  /** Whether the relay is connected. */
  readonly isOpen: () => boolean;
  readonly newId: () => string;
  readonly http: () => Promise<BearerHttp>;
  /** What may be attached, as the relay said it: null where nothing may, undefined where it has not said yet. */
  readonly limits: () => FileLimits | null | undefined;
  readonly changed: () => void;
}

/** So many files go up at a time; the others wait for their turn. */
const AT_ONCE = 2;

type Change = { readonly [K in keyof Upload]?: Upload[K] | undefined };

interface Task {
  readonly place: string;
  readonly file: File;
  upload: Upload;
  /** There while it is on its way. */
  sending?: AbortController | undefined;
}

// Pictures, films and sounds are known by their types everywhere; of the rest systems tell different stories, and the relay looks itself.
const TOLD = /^(?:image|video|audio)\//;

const takes = (type: string, { types }: FileLimits): boolean =>
  types.length === 0 ||
  !TOLD.test(type) ||
  types.some((each) => each === type || (each.endsWith('/*') && type.startsWith(each.slice(0, -1))));

const faultIn = ({ size, type }: File, limits: FileLimits | null | undefined): UploadFault | undefined => {
  if (limits === null) return 'unavailable';
  if (size === 0) return 'empty';
  if (!limits) return undefined;
  return size > limits.maxBytes ? 'too-large' : takes(type, limits) ? undefined : 'wrong-type';
};

/** What somebody attaches: brings files up, a few at a time, and goes on where it stopped. */
export class Uploads {
  readonly #options: UploadsOptions;
  readonly #tasks = new Map<string, Task>();
  readonly #notifier = new Notifier(() => null);

  constructor(options: UploadsOptions) {
    this.#options = options;
    this.#notifier.subscribe(() => {
      options.changed();
    });
  }

  at(place: string): readonly Upload[] {
    return [...this.#tasks.values()].filter((task) => task.place === place).map(({ upload }) => upload);
  }

  add(place: string, files: readonly File[]): void {
    for (const file of files) {
      const { newId, limits } = this.#options;
      const full = this.at(place).filter(({ phase }) => phase !== 'refused').length >= MAX_ATTACHMENTS;
      const why = faultIn(file, limits()) ?? (full ? 'too-many' : undefined);
      const said = { id: newId(), name: cleanFileName(file.name), size: file.size, type: file.type, sent: 0, alt: '' };
      const upload: Upload = why ? { ...said, phase: 'refused', why } : { ...said, phase: 'sending' };
      this.#tasks.set(upload.id, { place, file, upload });
    }
    this.#changed();
  }

  describe(id: string, alt: string): void {
    const task = this.#tasks.get(id);
    if (task) this.#set(task, { alt: cleanLine(alt).slice(0, MAX_ALT).toWellFormed() });
  }

  remove(id: string): void {
    const task = this.#tasks.get(id);
    if (!task) return;
    this.#tasks.delete(id);
    task.sending?.abort();
    this.#changed();
    // What is not told now is cleared away by the relay after a day.
    if (task.upload.phase !== 'refused') void this.#tellRemoved(id).catch(() => undefined);
  }

  retry(id: string): void {
    const task = this.#tasks.get(id);
    if (task?.upload.phase === 'failed') this.#set(task, { phase: 'sending', why: undefined });
  }

  goOn(): void {
    for (const { upload } of this.#tasks.values()) this.retry(upload.id);
  }

  take(place: string): readonly Attachment[] {
    const ready = this.at(place).filter(({ phase }) => phase === 'ready');
    for (const { id } of ready) this.#tasks.delete(id);
    if (ready.length > 0) this.#changed();
    return ready.flatMap(({ attachment, alt }) => (attachment ? [{ ...attachment, ...(alt && { alt }) }] : []));
  }

  async address(attachment: string, as: 'whole' | 'thumbnail'): Promise<string> {
    const http = await this.#options.http();
    const { address } = await askAs(http, `/v1/files/${attachment}/address?as=${as}`, addressSchema);
    return address.startsWith('/') ? pathOf(http.relay, address) : address;
  }

  clear(): void {
    for (const { sending } of this.#tasks.values()) sending?.abort();
    this.#tasks.clear();
    this.#changed();
  }

  async #tellRemoved(id: string): Promise<void> {
    await sendAs(await this.#options.http(), `/v1/files/${id}`, { method: 'DELETE' });
  }

  #set(task: Task, change: Change): void {
    const { why, attachment, ...rest } = { ...task.upload, ...change };
    task.upload = { ...rest, ...(why && { why }), ...(attachment && { attachment }) } as Upload;
    this.#changed();
  }

  #changed(): void {
    const tasks = [...this.#tasks.values()];
    // What is being looked at needs no line: the next one goes up meanwhile.
    const busy = tasks.filter(({ sending, upload }) => sending && upload.phase === 'sending').length;
    const next = tasks.filter(({ sending, upload }) => !sending && upload.phase === 'sending');
    for (const task of next.slice(0, Math.max(0, AT_ONCE - busy))) void this.#run(task);
    this.#notifier.touch();
  }

  async #run(task: Task): Promise<void> {
    const { clock, isOpen, http } = this.#options;
    const sending = (task.sending = new AbortController());
    const { signal } = sending;
    const tell = (change: Change) => {
      if (!signal.aborted) this.#set(task, change);
    };
    try {
      const found = await sendFile({ http: await http(), clock, signal, file: task.file, upload: task.upload, tell });
      task.sending = undefined;
      tell(found.attachment ? { phase: 'ready', sent: task.file.size, name: found.attachment.name, attachment: found.attachment } : found);
    } catch {
      task.sending = undefined;
      if (signal.aborted) return;
      tell({ phase: 'failed', why: isOpen() ? 'unavailable' : 'offline' });
      // Its other parts end with it.
      sending.abort();
    }
  }
}
