import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { install } from './install.mjs';

try {
  install();
  if (!(await build())) throw new Error('The build failed; what it said stands above.');
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// A group of its own: a Ctrl+C goes to everything that the terminal runs, and the demo, its database and npm would each begin to end by
// themselves. So it reaches only this process, which passes it on once; and the leash ends the demo should this process be killed.
const wanted = process.argv.length > 2 ? process.argv.slice(2) : ['demo/main.ts'];
const demo = spawn(process.execPath, ['--import', 'tsx', '--import', './scripts/leash.mjs', '--conditions=deskbell-source', ...wanted], {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  detached: true,
});

let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!isEnding) demo.kill('SIGTERM');
    isEnding = true;
  });
}
demo.on('close', (code) => process.exit(code ?? 1));
