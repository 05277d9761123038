import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { run } from './run.mjs';

// The packages as strangers get them: packed, unpacked beside their dependencies, without the sources' condition. Expects a build.

const ROOMS = ['protocol', 'client', 'calls', 'cobrowse', 'parts', 'widget', 'console', 'relay'];
const FACES = ['parts', 'widget', 'console'];

mkdirSync('node_modules/.cache', { recursive: true });
const home = mkdtempSync(resolve('node_modules/.cache', 'strangers-'));
const installed = (room) => join(home, 'node_modules/@deskbell', room);

const well = async (command, args, options) => {
  const { code, output } = await run(command, args, { quiet: true, ...options });
  assert.equal(code, 0, output);
  return output;
};

/** Every module that a package gives away, by the name it is imported by. */
const modulesOf = (room) =>
  readdirSync(join(installed(room), 'dist'), { recursive: true })
    .filter((file) => file.endsWith('.js'))
    .map((file) => `@deskbell/${room}/${file}`);

before(async () => {
  await well('npm', ['pack', '--workspaces', '--pack-destination', home, '--loglevel=error']);
  for (const room of ROOMS) {
    const archive = readdirSync(home).find((file) => file.startsWith(`deskbell-${room}-`));
    assert.ok(archive, `${room} was not packed`);
    mkdirSync(installed(room), { recursive: true });
    await well('tar', ['-xzf', join(home, archive), '-C', installed(room), '--strip-components=1']);
  }
});

after(() => rmSync(home, { recursive: true, force: true }));

test('what is packed is what strangers need, and no more', () => {
  for (const room of ROOMS) {
    const files = readdirSync(installed(room), { recursive: true });
    assert.deepEqual(
      files.filter((file) => /\.test\.|(^|\/)testing\/|contract[\w-]*\./.test(file)),
      [],
      room,
    );
    assert.ok(existsSync(join(installed(room), 'LICENSE')), `${room} has no licence`);
  }
  for (const room of FACES) assert.ok(existsSync(join(installed(room), 'custom-elements.json')), room);
  assert.ok(existsSync(join(installed('widget'), 'cdn/deskbell.js')));
  assert.ok(existsSync(join(installed('cobrowse'), 'cdn/view.js')));
  assert.ok(existsSync(join(installed('relay'), 'dist/store/migrations/0001-start.sql')));
});

for (const [module, moduleResolution] of [
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
]) {
  test(`every module has its types, resolved as ${moduleResolution} does`, async () => {
    const lines = ROOMS.flatMap(modulesOf).map((name, index) => `export type Module${index} = typeof import('${name}');`);
    writeFileSync(join(home, 'index.ts'), lines.join('\n'));
    const compilerOptions = {
      ...{ module, moduleResolution, target: 'es2022', lib: ['es2024', 'dom', 'dom.iterable'], types: ['node'] },
      ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true },
    };
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['index.ts'] }));

    const { output } = await run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', home, '--pretty', 'false'], {
      quiet: true,
    });

    // What dependencies get wrong in their own types is not ours to mend.
    const ours = output.split('\n').filter((line) => /@deskbell|index\.ts/.test(line));
    assert.deepEqual(ours, []);
  });
}

test('what runs without a browser loads in Node', async () => {
  const names = ['protocol', 'client', 'relay'].flatMap(modulesOf).filter((name) => !name.endsWith('/main.js'));
  const script = names.map((name) => `await import('${name}');`).join('\n');

  writeFileSync(join(home, 'load.mjs'), script);

  await well(process.execPath, [join(home, 'load.mjs')], { cwd: home });
});
