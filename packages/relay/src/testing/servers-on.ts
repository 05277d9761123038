import { readFileSync, readdirSync } from 'node:fs';
import { findBinaries } from '../database/binaries.js';

/** What a process was started with, and by whom; nothing where it is gone. */
function processOf(pid: string): { pid: string; parent: string; command: string } | undefined {
  try {
    const [, parent = ''] = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return { pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
  } catch {
    return undefined;
  }
}

const { postgres } = await findBinaries({});

/** The servers that run on a folder, by the command lines of all processes. What a server has just forked still has its own. */
export function serversOn(folder: string): string[] {
  const known = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (processOf(name) ?? []) : []));
  const all = known.filter(({ command }) => command.startsWith(`${postgres}\0-D\0${folder}/database/cluster\0`));
  return all.filter(({ parent }) => !all.some(({ pid }) => pid === parent)).map(({ pid }) => pid);
}
