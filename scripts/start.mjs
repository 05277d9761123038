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

const demo = spawn(process.execPath, ['--import', 'tsx', '--conditions=deskbell-source', 'demo/main.ts'], { stdio: 'inherit' });

// A Ctrl+C reaches the whole group of processes by itself; a signal to this one alone is handed on. Either way the demo ends in its own time.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => demo.kill('SIGTERM'));
process.on('SIGHUP', () => demo.kill('SIGTERM'));
demo.on('close', (code) => process.exit(code ?? 1));
