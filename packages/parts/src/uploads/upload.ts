import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { AddressOf } from '../attachments/address-of.js';

/** Why a file will not go, or did not yet. */
export type UploadFault = 'empty' | 'too-large' | 'wrong-type' | 'dangerous' | 'too-many' | 'offline' | 'unavailable';

/** A file on its way up, as it is shown. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
  /** `failed` can be tried again; `refused` is for good. */
  readonly phase: 'sending' | 'checking' | 'ready' | 'failed' | 'refused';
  /** Bytes that have arrived. */
  readonly sent: number;
  readonly why?: UploadFault;
  /** What a picture shows. */
  readonly alt: string;
  /** There when it is `ready`. */
  readonly attachment?: Attachment;
}

/** Where files go up, and come from: a session's, which the faces give. */
export interface UploadSource {
  uploads(place: string): readonly Upload[];
  subscribe(listener: () => void): () => void;
  add(place: string, files: readonly File[]): void;
  describe(id: string, alt: string): void;
  remove(id: string): void;
  retry(id: string): void;
  address: AddressOf;
}
