import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { browserReporter } from './scripts/browser-reporter.mjs';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';

export default {
  files: ['packages/{client,calls,cobrowse}/src/**/*.browser.test.ts', 'packages/{parts,widget,console}/src/**/*.test.ts'],
  nodeResolve: { exportConditions: ['deskbell-source', 'browser', 'production'] },
  plugins: [esbuildPlugin({ ts: true, tsconfig: 'tsconfig.base.json', target: 'es2022' })],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: findChromium(), args: CHROMIUM_FLAGS },
      // Nothing moves, so that what is measured (contrast above all) is what stays.
      createBrowserContext: ({ browser }) => browser.newContext({ reducedMotion: 'reduce' }),
    }),
  ],
  concurrentBrowsers: 1,
  concurrency: 2,
  reporters: [browserReporter()],
  testFramework: { config: { timeout: 20_000 } },
};
