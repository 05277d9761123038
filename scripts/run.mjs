import { spawn } from 'node:child_process';

/** Runs a command with its output going through, and resolves with its exit code and what it printed. */
export const run = (command, args, { quiet = false, env = {} } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        if (!quiet) process.stdout.write(text);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${String(error)}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

const npx = (name, args) => [process.execPath, [`node_modules/.bin/${name}`, ...args]];

/** Runs a tool that is installed in the repository, quietly, and shows what it said only where it failed. Returns whether it went well. */
export async function tool(title, name, args, options = {}) {
  const start = performance.now();
  const [command, all] = npx(name, args);
  const { code, output } = await run(command, all, { quiet: true, ...options });
  if (code !== 0) process.stdout.write(`${output}\n`);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return code === 0;
}
