import type { Deps } from '../deps.js';

/** Puts something to an AI agent in the next moment. Where that cannot be, it stays due, and whichever relay looks next comes to it. */
export function askSoon({ askBot }: Pick<Deps, 'askBot'>, workspace: string, conversation: string): void {
  askBot(workspace, conversation).catch(() => undefined);
}
