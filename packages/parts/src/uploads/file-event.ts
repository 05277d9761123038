/** Something is to be done with a file on its way up: it is to go on, to be taken off, or its picture shows what `alt` says. */
export class DeskbellFileEvent extends Event {
  readonly file: string;
  readonly change: 'retry' | 'remove' | 'describe';
  readonly alt: string;

  constructor(file: string, change: DeskbellFileEvent['change'], alt = '') {
    super('deskbell-file');
    this.file = file;
    this.change = change;
    this.alt = alt;
  }
}

declare global {
  interface HTMLElementEventMap {
    'deskbell-file': DeskbellFileEvent;
  }
}
