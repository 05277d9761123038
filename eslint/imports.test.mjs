import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { importLaw } from './imports.mjs';

const linter = new Linter({ configType: 'flat' });
const language = { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, plugins: { '@typescript-eslint': tseslint.plugin } };

const refusals = (filename, code) => linter.verify(code, [language, ...importLaw], { filename }).map(({ message }) => message);

const REFUSED = [
  ['packages/protocol/src/x.ts', "import { x } from '@deskbell/client/x.js';", /protocol may import nothing of ours/],
  ['packages/protocol/src/x.ts', "import { x } from 'node:fs';", /no Node/],
  ['packages/client/src/x.ts', "import { x } from '@deskbell/parts/x.js';", /client may import protocol/],
  ['packages/client/src/x.ts', "import { html } from 'lit';", /headless/],
  ['packages/calls/src/x.ts', "import { x } from '@deskbell/client/x.js';", /calls may import protocol/],
  ['packages/parts/src/x/x.ts', "import { x } from '@deskbell/client/x.js';", /parts may import protocol/],
  ['packages/parts/src/x/x.ts', "import { parse } from '@deskbell/protocol/parse.js';", /takes types/],
  ['packages/widget/src/x.ts', "import { x } from '@deskbell/console';", /widget may import/],
  ['packages/widget/src/x.ts', "import { x } from '../../console/src/x.js';", /by its name/],
  ['packages/console/src/x.ts', "import { x } from '@deskbell/widget/x.js';", /never each other/],
  ['packages/console/src/x.test.ts', "import { x } from '@deskbell/relay/x.js';", /console may import/],
  ['packages/relay/src/x.ts', "import { x } from '@deskbell/client/x.js';", /relay may import protocol/],
  ['packages/relay/src/domain/x.ts', "import { x } from '../store/store.js';", /domain is pure/],
  ['packages/relay/src/actions/x.ts', "import { x } from '../store/postgres-store.js';", /only main, start and tests name a driver/],
  ['packages/relay/src/actions/x.ts', "import { x } from '@deskbell/client/x.js';", /relay may import protocol/],
  ['packages/relay/src/http/x.ts', "import { x } from '../hub/local-hub.js';", /only main, start and tests name a driver/],
  ['packages/relay/src/sockets/x.ts', "import { x } from '../database/embedded.js';", /only main, start and tests name a driver/],
  ['stories/x.stories.ts', "import { x } from '@deskbell/relay/x.js';", /no relay runs/],
];

for (const [filename, code, why] of REFUSED) {
  test(`${filename} refuses ${code}`, () => {
    const messages = refusals(filename, code);

    assert.equal(messages.length, 1);
    assert.match(messages[0], why);
  });
}

const ALLOWED = [
  ['packages/client/src/x.ts', "import { parse } from '@deskbell/protocol/parse.js';"],
  ['packages/parts/src/x/x.ts', "import type { SeenEvent } from '@deskbell/protocol/events.js';"],
  ['packages/parts/src/x/x.ts', "import { stacksOn } from '@deskbell/protocol/stacking.js';"],
  ['packages/parts/src/x/x.ts', "import { base } from '../base.js';"],
  ['packages/widget/src/x.ts', "import { x } from '@deskbell/parts/x.js';"],
  ['packages/relay/src/actions/x.ts', "import type { Store } from '../store/store.js';"],
  ['packages/relay/src/actions/x.test.ts', "import { x } from '../store/postgres-store.js';"],
  ['packages/relay/src/start.ts', "import { x } from './store/postgres-store.js';"],
  ['packages/protocol/src/x.test.ts', "import { test } from 'node:test';"],
];

for (const [filename, code] of ALLOWED) {
  test(`${filename} may ${code}`, () => {
    assert.deepEqual(refusals(filename, code), []);
  });
}
