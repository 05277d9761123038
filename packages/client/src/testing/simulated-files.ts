import type { Attaching, Attachment, FileFault, FileLimits, FileState } from '@deskbell/protocol/attachments.js';
import type { Person } from '@deskbell/protocol/people.js';
import { REFUSALS, RelayError } from '@deskbell/protocol/refusals.js';

/** What may be attached at a simulated relay unless it is told otherwise. */
export const LIMITS: FileLimits = { maxBytes: 20_971_520, types: [] };

interface Kept {
  readonly owner: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly alt?: string;
  readonly parts: Map<number, Blob>;
  state: FileState['state'];
  why?: FileFault;
  sent?: boolean;
}

interface Body {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly alt?: string;
}

const json = (body: unknown, status = 200): Response => new Response(status === 204 ? null : JSON.stringify(body), { status });

const refusal = ({ code, message }: RelayError): Response => json({ error: { code, detail: message } }, REFUSALS[code].status);

/** The files of the simulated relay: what was sent to it is kept in memory, and is what it is said to be. */
export class SimulatedFiles {
  /** Bytes of each part but the last. */
  partSize = 4;
  /** What becomes of a file that is complete: `checking` stays so until a script says otherwise. */
  outcome: FileFault | 'ready' | 'checking' = 'ready';
  readonly kept = new Map<string, Kept>();
  /** Every part that was begun to be sent, as `name/number`, in order. */
  readonly parts: string[] = [];
  /** The parts that are on their way at most, at any time. */
  most = 0;
  /** While it is there, parts wait for it to settle. */
  gate: Promise<void> | undefined;
  #underWay = 0;

  /** What the relay answers to whoever asks for files. */
  answer(person: Person, pathname: string, { method = 'GET', body }: RequestInit): Response {
    try {
      const [, , , id = '', what, part] = pathname.split('/');
      if (id === '') return json(this.#begin(person, JSON.parse(body as string) as Body));
      const kept = this.#find(id, person);
      if (what === 'address') return json({ address: `/v1/blobs/${id}/whole?reader=${person.id}` });
      if (kept.owner !== person.id) throw new RelayError('not-found');
      if (method === 'DELETE') return json(this.kept.delete(id), 204);
      if (what === 'parts') return json({ address: `/v1/blobs/${id}/${String(part)}` });
      if (what === 'complete') this.#complete(kept);
      return json(this.#stateOf(id, kept));
    } catch (fault) {
      if (fault instanceof RelayError) return refusal(fault);
      throw fault;
    }
  }

  /** A part is PUT. */
  async put(pathname: string, { body, signal }: RequestInit): Promise<Response> {
    const [, , , id = '', part] = pathname.split('/');
    const kept = this.kept.get(id);
    if (!kept) return refusal(new RelayError('not-found'));
    this.parts.push(`${kept.name}/${String(part)}`);
    this.most = Math.max(this.most, ++this.#underWay);
    try {
      await this.gate;
    } finally {
      this.#underWay--;
    }
    signal?.throwIfAborted();
    kept.parts.set(Number(part), body as Blob);
    return json(null, 204);
  }

  /** What goes with a message. */
  take(person: Person, attachments: readonly Attaching[]): Attachment[] {
    const files = attachments.map(({ id, alt }) => ({ id, alt, kept: this.kept.get(id) }));
    return files.map(({ id, alt, kept }) => {
      if (kept?.owner !== person.id || kept.state !== 'ready' || kept.sent) throw new RelayError('not-found');
      kept.sent = true;
      return { ...this.#face(id, kept), ...(alt && { alt }) };
    });
  }

  #begin(person: Person, { id, ...said }: Body): FileState {
    const kept = this.kept.get(id) ?? { ...said, owner: person.id, parts: new Map<number, Blob>(), state: 'sending' as const };
    this.kept.set(id, kept);
    return this.#stateOf(id, kept);
  }

  #complete(kept: Kept): void {
    if (kept.state !== 'sending') return;
    if (kept.parts.size < Math.ceil(kept.size / this.partSize)) throw new RelayError('wrong-phase');
    const { outcome } = this;
    kept.state = outcome === 'ready' || outcome === 'checking' ? outcome : 'refused';
    if (outcome !== 'ready' && outcome !== 'checking') kept.why = outcome;
  }

  #find(id: string, person: Person): Kept {
    const kept = this.kept.get(id);
    if (!kept || (kept.owner !== person.id && !kept.sent)) throw new RelayError('not-found');
    return kept;
  }

  #face(id: string, { name, size, type, alt }: Kept): Attachment {
    return { id, name, size, type: type || 'application/octet-stream', ...(alt && { alt }), thumbnail: false };
  }

  #stateOf(id: string, kept: Kept): FileState {
    const { state, why, parts, size } = kept;
    return {
      state,
      ...(why && { why }),
      partSize: this.partSize,
      parts: Math.ceil(size / this.partSize),
      have: [...parts.keys()].sort((a, b) => a - b),
      ...(state === 'ready' && { attachment: this.#face(id, kept) }),
    };
  }
}
