import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * Runs a command. Resolves with its exit code and what it printed; passes the output through as it comes unless it is to be quiet.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, cwd?: string }} options
 */
export const run = (command, args, { quiet = false, cwd } = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        if (!quiet) process.stdout.write(text);
      });
    }
    child.on('error', (error) => done({ code: 1, output: `${output}\n${String(error)}` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Does a piece of work that resolves with what went wrong ('' for nothing). Prints one line when it went well, all of it when it did not. */
export async function step(title, work) {
  const start = performance.now();
  const wrong = await work();
  if (wrong) console.log(wrong.trimEnd());
  console.log(`${wrong ? 'FAIL' : 'ok  '} ${title} (${seconds(start)})`);
  return !wrong;
}

/** Runs a tool that is installed in the repository, as a step. Resolves with whether it went well. */
export const tool = (title, name, args, options = {}) =>
  step(title, async () => {
    const { code, output } = await run(process.execPath, [resolve('node_modules/.bin', name), ...args], { quiet: true, ...options });
    return code === 0 ? '' : output || `${name} ended with ${code}.`;
  });
