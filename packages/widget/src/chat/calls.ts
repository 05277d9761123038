import type { DeskbellChat } from './chat.js';

/** What a site's own script may ask for: `deskbell('open')`. */
export interface DeskbellCalls {
  open(): Promise<void>;
  close(): Promise<void>;
  toggle(): Promise<void>;
  /** Says who the customer is, by a JWT that the site's server signed. */
  identify(token: string): Promise<void>;
  setLocale(locale: string): void;
  setColorScheme(scheme: 'light' | 'dark' | 'auto'): void;
  /** Forgets the customer on this browser. */
  reset(): Promise<void>;
  destroy(): void;
  /** Calls back for `toggle`, `unread` and `conversation`; resolves with what ends it. */
  on(event: 'toggle' | 'unread' | 'conversation', listener: (event: Event) => void): () => void;
}

/** A call that was made before the script was there. */
export interface QueuedCall {
  readonly call: [string, ...unknown[]];
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** `window.deskbell`: a call by name. Rejects with a sentence for a name that there is not. */
export interface DeskbellFunction {
  (name: string, ...args: unknown[]): Promise<unknown>;
  q?: QueuedCall[];
}

const CALLS: Record<keyof DeskbellCalls, (chat: DeskbellChat, ...args: never[]) => unknown> = {
  open: (chat) => chat.open(),
  close: (chat) => chat.close(),
  toggle: (chat) => chat.toggle(),
  identify: (chat, token: string) => chat.identify(token),
  setLocale: (chat, locale: string) => chat.setAttribute('locale', locale),
  setColorScheme: (chat, scheme: string) => chat.setAttribute('color-scheme', scheme),
  reset: (chat) => chat.reset(),
  destroy: (chat) => chat.destroy(),
  on: (chat, event: string, listener: (event: Event) => void) => {
    const type = `deskbell-${event}`;
    chat.addEventListener(type, listener);
    return () => chat.removeEventListener(type, listener);
  },
};

export const callable =
  (chat: DeskbellChat): DeskbellFunction =>
  // eslint-disable-next-line @typescript-eslint/require-await -- whatever it throws becomes a rejection
  async (name, ...args) => {
    if (!Object.hasOwn(CALLS, name)) throw new Error(`Deskbell: there is no call "${name}". There are: ${Object.keys(CALLS).join(', ')}.`);
    return CALLS[name as keyof DeskbellCalls](chat, ...(args as never[]));
  };
