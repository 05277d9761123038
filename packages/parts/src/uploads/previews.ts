import { isPicture } from '../attachments/is-picture.js';
import type { Upload, UploadSource } from './upload.js';

// A picture stays for its message once it was sent; of older ones the relay has one as small.
const KEPT = 40;

const ofSource = new WeakMap<UploadSource, Previews>();

/** Pictures as the browser has them already, by the id of their upload. */
export class Previews {
  private readonly addresses = new Map<string, string>();
  private handed: readonly File[] = [];

  /** The ones of a session; everything that shows its files shares them. */
  static of(source: UploadSource): Previews {
    const found = ofSource.get(source) ?? new Previews();
    ofSource.set(source, found);
    return found;
  }

  /** Takes what is handed to the session, to be found again among its uploads. */
  take(files: readonly File[]): void {
    this.handed = [...this.handed, ...files.filter(({ type }) => isPicture(type))];
  }

  /** Finds which upload is whose. */
  find(uploads: readonly Upload[]): void {
    for (const { id, size, type } of this.handed.length ? uploads : []) {
      const file = this.addresses.has(id) ? undefined : this.handed.find((each) => each.size === size && each.type === type);
      if (!file) continue;
      this.handed = this.handed.filter((each) => each !== file);
      this.addresses.set(id, URL.createObjectURL(file));
      this.probe(id);
      const [oldest = ''] = this.addresses.keys();
      if (this.addresses.size > KEPT) this.drop(oldest);
    }
  }

  addressOf(id: string): string | undefined {
    return this.addresses.get(id);
  }

  drop(id: string): void {
    URL.revokeObjectURL(this.addresses.get(id) ?? '');
    this.addresses.delete(id);
  }

  // A broken picture is none, and a page may not let any show from here: the relay's is shown then.
  private probe(id: string): void {
    const picture = new Image();
    picture.onerror = () => this.drop(id);
    picture.src = this.addresses.get(id) ?? '';
  }
}
