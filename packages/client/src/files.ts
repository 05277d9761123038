import type { Attachment } from '@deskbell/protocol/attachments.js';

/**
 * How far a file is: `sending`; `checking`, while the relay looks what it is and has it scanned; `ready`, to go with a message; `failed`, where it
 * can be tried again and goes on where it stopped; `refused` for good.
 */
export type UploadPhase = 'sending' | 'checking' | 'ready' | 'failed' | 'refused';

/** Why a file was refused, or failed. */
export type UploadFault = 'empty' | 'too-large' | 'wrong-type' | 'dangerous' | 'too-many' | 'offline' | 'unavailable';

/** A file on its way up. A new object with every change. */
export interface Upload {
  /** Made here; the attachment's id in the end. */
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly phase: UploadPhase;
  /** Bytes that the relay has. */
  readonly sent: number;
  readonly why?: UploadFault;
  /** What a picture shows, in its sender's words. */
  readonly alt: string;
  /** There when it is `ready`. */
  readonly attachment?: Attachment;
}

/** The files of one person: what goes up with the next message, by the place where it is written (a conversation's id; a customer has one place), and what is to be seen. */
export interface Files {
  /** What hangs at the next message there. */
  uploads(place: string): readonly Upload[];
  /** Calls back after every change; returns what ends it. */
  subscribe(listener: () => void): () => void;
  /** Begins to send files up. What may not go is there too, as `refused`. */
  add(place: string, files: readonly File[]): void;
  /** Says what a picture shows. */
  describe(id: string, alt: string): void;
  /** Takes a file off again, and ends its sending. */
  remove(id: string): void;
  /** Goes on where it stopped. */
  retry(id: string): void;
  /** Where a file can be got for some minutes, by this person alone. Rejects with the RelayError that the relay answered. */
  address(attachment: string, as: 'whole' | 'thumbnail'): Promise<string>;
}
