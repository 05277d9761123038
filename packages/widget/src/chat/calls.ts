import type { DeskbellChat } from './chat.js';

const CALLS = ['open', 'close', 'toggle', 'identify', 'setLocale', 'setColorScheme', 'reset', 'destroy', 'on'] as const;
type CallName = (typeof CALLS)[number];

/** What every call comes to: a promise of what the method of that name gives. */
export type DeskbellCalls = {
  [Name in CallName]: (...args: Parameters<DeskbellChat[Name]>) => Promise<Awaited<ReturnType<DeskbellChat[Name]>>>;
};

/** `window.deskbell`: the chat's methods, called by name. Rejects with a sentence where there is no such call. */
export interface DeskbellFunction {
  <Name extends CallName>(name: Name, ...args: Parameters<DeskbellCalls[Name]>): ReturnType<DeskbellCalls[Name]>;
  (name: string, ...args: unknown[]): Promise<unknown>;
  /** What was called before the script was there. */
  q?: [string, ...unknown[]][];
  /** The chat that is called. */
  chat?: DeskbellChat;
}

export function callable(chat: DeskbellChat): DeskbellFunction {
  // Whatever is thrown becomes a rejection.
  // eslint-disable-next-line @typescript-eslint/require-await
  const call = async (name: string, ...args: unknown[]): Promise<unknown> => {
    if (!CALLS.includes(name as CallName)) throw new Error(`Deskbell has no call "${name}", only ${CALLS.join(', ')}.`);
    return (chat[name as CallName] as (...args: unknown[]) => unknown)(...args);
  };
  return Object.assign(call, { chat });
}
