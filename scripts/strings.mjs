import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, step, tool } from './run.mjs';

const CACHE = 'node_modules/.cache';
const settings = () => JSON.parse(readFileSync('lit-localize.json', 'utf8'));

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Messages of an XLIFF file that have no translation. */
export const untranslated = (xliff) =>
  [...xliff.matchAll(/<trans-unit[^>]*>([^]*?)<\/trans-unit>/g)]
    .filter(([, unit]) => !/<target>[^]*\S[^]*<\/target>/.test(unit))
    .map(([, unit]) => (/<source>([^]*?)<\/source>/.exec(unit)?.[1] ?? '').trim());

/** What would be different if the catalogues were made anew from the sources: in a folder of their own, so that nothing is touched. */
async function outdated({ interchange, output, targetLocales, ...rest }) {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(resolve(CACHE, 'strings-'));
  try {
    if (existsSync(interchange.xliffDir)) cpSync(interchange.xliffDir, join(folder, 'strings'), { recursive: true });
    const config = {
      ...rest,
      $schema: undefined,
      targetLocales,
      inputFiles: rest.inputFiles.map((pattern) => resolve(pattern)),
      interchange: { ...interchange, xliffDir: join(folder, 'strings') },
      output: { ...output, outputDir: join(folder, 'locales') },
    };
    writeFileSync(join(folder, 'lit-localize.json'), JSON.stringify(config));
    for (const command of ['extract', 'build']) {
      const { code, output: said } = await run(
        process.execPath,
        ['node_modules/.bin/lit-localize', command, '--config', join(folder, 'lit-localize.json')],
        { quiet: true },
      );
      if (code !== 0) return [said];
    }
    const pairs = [
      ...targetLocales.map((locale) => [join(interchange.xliffDir, `${locale}.xlf`), join(folder, 'strings', `${locale}.xlf`)]),
      ...readdirSync(join(folder, 'locales')).map((file) => [join(output.outputDir, file), join(folder, 'locales', file)]),
    ];
    return pairs
      .filter(([ours, fresh]) => read(ours) !== read(fresh))
      .map(([ours]) => `${ours} is not what the sources say: npm run strings`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether every sentence that people see is there in every language, and the generated catalogues are those of the sources. */
export const checkStrings = () =>
  step('translations', async () => {
    const config = settings();
    const missing = config.targetLocales.flatMap((locale) => {
      const file = join(config.interchange.xliffDir, `${locale}.xlf`);
      if (!existsSync(file)) return [`${file} is missing: npm run strings`];
      return untranslated(read(file)).map((source) => `${basename(file)}: no translation of "${source}"`);
    });
    return [...(await outdated(config)), ...missing].join('\n');
  });

/** Brings the XLIFF files up to date with the sources, and the catalogues with the XLIFF files. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isDone = (await tool('extract', 'lit-localize', ['extract'])) && (await tool('build', 'lit-localize', ['build']));
  process.exitCode = isDone && (await checkStrings()) ? 0 : 1;
}
