import { HELLO, type FromView, type ToView, type ViewMode } from '../replay/view-port.js';
import type { CustomerWord } from '../words.js';
import type { Tool } from './state.js';
import type { View, ViewListener } from './view.js';

export interface PortViewOptions {
  /** The window of the view document, which has loaded. */
  readonly window: Window;
  /** The origin that it is at: nobody else gets the port. */
  readonly origin: string;
  readonly listener: ViewListener;
  /** What it is called for those who do not see it. */
  readonly label: string;
  /** Escape was pressed in it, where nothing else wants that. */
  readonly left?: () => void;
}

/** The view document, over its port. What is said before it listens waits in the port. */
export class PortView implements View {
  readonly #port: MessagePort;

  constructor({ window, origin, listener, label, left }: PortViewOptions) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<FromView>) => {
      if (data.type === 'shown') listener.shown(data.frame, data.parts);
      else if (data.type === 'lost') listener.lost();
      else if (data.type === 'paged') listener.paged(data.page);
      else if (data.type === 'did') listener.did(data.word);
      else if (data.type === 'left') left?.();
    };
    window.postMessage({ type: HELLO }, origin, [port2]);
    this.#tell({ type: 'label', label });
  }

  begin(): void {
    this.#tell({ type: 'begin' });
  }

  mirror(part: Uint8Array): void {
    // A copy of its own, which goes over without being copied again.
    const { buffer } = part.slice();
    this.#port.postMessage({ type: 'mirror', part: buffer } satisfies ToView, [buffer]);
  }

  use(tool: Tool): void {
    this.#tell({ type: 'use', tool });
  }

  erase(): void {
    this.#tell({ type: 'erase' });
  }

  hear(word: CustomerWord): void {
    this.#tell({ type: 'heard', word });
  }

  scale(mode: ViewMode): void {
    this.#tell({ type: 'scale', mode });
  }

  close(): void {
    this.#port.close();
  }

  #tell(word: ToView): void {
    this.#port.postMessage(word);
  }
}
