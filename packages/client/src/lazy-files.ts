import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { Files, Upload } from './files.js';
import type { Uploads, UploadsOptions } from './uploads.js';

/** The files of one person, for whom what sends them is fetched with the first one: most messages are words. */
export class LazyFiles implements Files {
  readonly #options: Omit<UploadsOptions, 'changed'>;
  readonly #listeners = new Set<() => void>();
  /** What was asked for before that is there, in its order. */
  #waiting: ((uploads: Uploads) => void)[] = [];
  #uploads: Uploads | undefined;
  #loading: Promise<void> | undefined;

  constructor(options: Omit<UploadsOptions, 'changed'>) {
    this.#options = options;
  }

  uploads(place: string): readonly Upload[] {
    return this.#uploads?.at(place) ?? [];
  }

  subscribe(listener: () => void): () => void {
    const own = () => {
      listener();
    };
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  add(place: string, files: readonly File[]): void {
    // A list of an input empties itself when the input is.
    const chosen = [...files];
    this.#whenLoaded((uploads) => {
      uploads.add(place, chosen);
    });
  }

  describe(id: string, alt: string): void {
    this.#uploads?.describe(id, alt);
  }

  remove(id: string): void {
    this.#uploads?.remove(id);
  }

  retry(id: string): void {
    this.#uploads?.retry(id);
  }

  address(attachment: string, as: 'whole' | 'thumbnail'): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#whenLoaded((uploads) => {
        uploads.address(attachment, as).then(resolve, reject);
      });
    });
  }

  /** Takes what is ready at a place along with a message: it hangs there no longer. */
  take(place: string): readonly Attachment[] {
    return this.#uploads?.take(place) ?? [];
  }

  /** There is a connection again: what failed for want of one goes on. */
  goOn(): void {
    this.#uploads?.goOn();
    if (this.#waiting.length > 0) this.#load();
  }

  /** The person is somebody else from now on. */
  forget(): void {
    this.#waiting = [];
    this.#uploads?.clear();
  }

  close(): void {
    this.forget();
    this.#listeners.clear();
  }

  #whenLoaded(run: (uploads: Uploads) => void): void {
    if (this.#uploads) run(this.#uploads);
    else {
      this.#waiting.push(run);
      this.#load();
    }
  }

  #load(): void {
    this.#loading ??= import('./uploads.js')
      .then(({ Uploads: Made }) => {
        const changed = () => {
          for (const listener of this.#listeners) listener();
        };
        const uploads = (this.#uploads = new Made({ ...this.#options, changed }));
        for (const run of this.#waiting.splice(0)) run(uploads);
      })
      // The network is away: it is fetched when there is one again.
      .catch(() => (this.#loading = undefined));
  }
}
