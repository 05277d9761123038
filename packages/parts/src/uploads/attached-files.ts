import { msg } from '@lit/localize';
import type { Attachment, FileLimits } from '@deskbell/protocol/attachments.js';
import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { AddressOf } from '../attachments/address-of.js';
import { needFiles } from '../attachments/need.js';
import type { DeskbellAttachEvent } from '../events.js';
import type { DeskbellFileEvent } from './file-event.js';
import { Previews } from './previews.js';
import type { Upload, UploadSource } from './upload.js';

/** Whose files, and the place where they hang; undefined where there is none yet. */
export interface Wanted {
  readonly source: UploadSource | undefined;
  readonly place: string | undefined;
}

/** How a composer is to show them. */
export interface Attaching {
  readonly limits: FileLimits;
  readonly disabled: boolean;
  /** Over which files can be dropped. */
  readonly over: Element;
  /** The keys that let files be chosen: as they are shown, and as `aria-keyshortcuts` has them. */
  readonly keys?: readonly [shown: string, aria: string];
}

// One object, so that it is not taken for a change.
const NONE: readonly Upload[] = [];

/** Where an attachment can be got: here, where it was sent from here, else from whoever `source` gives. */
export const addressesFrom =
  (source: () => UploadSource | undefined): AddressOf =>
  (attachment, as) => {
    const files = source();
    if (!files) return Promise.reject(new Error('there is no session to ask'));
    const own = as === 'thumbnail' ? Previews.of(files).addressOf(attachment) : undefined;
    return own === undefined ? files.address(attachment, as) : Promise.resolve(own);
  };

/** What hangs at the next message of an element that has a composer: whether that can be sent, and how it shows. */
export class AttachedFiles implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly wanted: () => Wanted;
  private source: UploadSource | undefined;
  private leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, wanted: () => Wanted) {
    this.host = host;
    this.wanted = wanted;
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const { source } = this.wanted();
    if (source === this.source) return;
    this.hostDisconnected();
    this.source = source;
    this.leave = source?.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.leave?.();
    this.leave = this.source = undefined;
  }

  get uploads(): readonly Upload[] {
    const { source, place } = this.wanted();
    return source && place !== undefined ? source.uploads(place) : NONE;
  }

  /** What goes with the message. */
  get ready(): Attachment[] {
    return this.uploads.flatMap(({ phase, attachment }) => (phase === 'ready' && attachment ? [attachment] : []));
  }

  /** Why the message cannot go yet, in the reader's language; empty where it can. */
  get waits(): string {
    const { uploads } = this;
    if (uploads.some(({ phase }) => phase === 'sending' || phase === 'checking')) return msg('Files are still being sent');
    return uploads.some(({ phase }) => phase === 'failed') ? msg('A file was not sent. Try it again, or remove it.') : '';
  }

  add(files: readonly File[]): void {
    const { source, place } = this.wanted();
    if (!source || place === undefined) return;
    Previews.of(source).take(files);
    source.add(place, files);
  }

  /** The message was given to the session, which has taken what goes with it: what was refused goes too. */
  settle(): void {
    for (const { id, phase } of this.uploads) if (phase === 'refused') this.wanted().source?.remove(id);
  }

  /** For the slots `tools` and `uploads` of a composer. */
  view({ limits, disabled, over, keys = ['', ''] }: Attaching) {
    return html`<deskbell-attach
        slot="tools"
        exportparts="attach"
        .limits=${limits}
        .disabled=${disabled}
        .over=${over}
        .keys=${keys[0]}
        .ariaKeys=${keys[1]}
        @deskbell-attach=${({ files }: DeskbellAttachEvent) => this.add(files)}
      ></deskbell-attach>
      ${this.list(limits)}`;
  }

  /** What hangs there, for wherever it is to stand; in a composer for the slot `uploads`. `most`: how many there may be. */
  list(limits: FileLimits, most = 20) {
    needFiles();
    const { uploads } = this;
    const { source } = this.wanted();
    const previews = source && Previews.of(source);
    previews?.find(uploads);
    return html`<deskbell-uploads
      slot="uploads"
      exportparts="upload"
      .uploads=${uploads}
      .limits=${limits}
      .most=${most}
      .pictureOf=${(id: string) => previews?.addressOf(id)}
      @deskbell-file=${this.change}
    ></deskbell-uploads>`;
  }

  private readonly change = ({ file, change, alt }: DeskbellFileEvent): void => {
    const { source } = this.wanted();
    if (!source) return;
    if (change === 'describe') source.describe(file, alt);
    else source[change](file);
    if (change === 'remove') Previews.of(source).drop(file);
  };
}
