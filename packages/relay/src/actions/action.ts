import type { CommandOf, CommandType } from '@deskbell/protocol/commands.js';
import type { Deps } from '../deps.js';
import type { Caller } from './caller.js';

/** Performs one command. Throws, or rejects with, a RelayError to refuse it; returns nothing where nothing has to be waited for. */
export type Action<T extends CommandType> = (deps: Deps, caller: Caller, command: CommandOf<T>) => Promise<void> | undefined;
