// Who may import whom: one table, from which each room gets exactly one rule (in a flat config a later rule replaces an earlier one).

const OURS = ['protocol', 'client', 'calls', 'cobrowse', 'parts', 'widget', 'console', 'relay'];

const FACE = ['parts', 'client', 'calls', 'cobrowse', 'protocol'];

const ROOMS = {
  protocol: { may: [], not: ['node:*'], why: 'protocol is the language: plain data, no DOM, no Node, that everyone else stands on.' },
  client: { may: ['protocol'], not: ['lit', 'lit/**'], why: 'client is headless: it knows the language and no element.' },
  calls: { may: ['protocol'], not: ['lit', 'lit/**', 'node:*'], why: 'calls run in both faces’ browsers, and know neither.' },
  cobrowse: { may: ['protocol'], not: ['lit', 'lit/**', 'node:*'], why: 'the mirror is loaded by both faces, and knows neither.' },
  parts: { may: ['protocol'], why: 'parts are furniture for both faces: no session inside.' },
  widget: { may: FACE, why: 'the customer never loads anything of the console or the relay.' },
  console: { may: FACE, why: 'the desk and the door share the furniture, never each other.' },
  relay: { may: ['protocol'], why: 'the relay runs without a browser, and nobody but demo, e2e and bench runs it.' },
};

// Inside the relay, by folder: what may not be imported, and why.
const DRIVERS = [
  '**/store/postgres-store.js',
  '**/store/group-commit.js',
  '**/hub/local-hub.js',
  '**/hub/nats-hub.js',
  '**/database/**',
  '**/files/*-files.js',
  '**/files/*-scanner.js',
];
const INTERFACES = 'the interfaces of store and hub; only main, start and tests name a driver.';
const RELAY_ROOMS = {
  domain: { not: ['../**', 'node:*', 'hono', 'ws', 'pg'], why: 'domain is pure: tables and functions over the language alone.' },
  actions: { not: [...DRIVERS, '**/http/**', '**/sockets/**'], why: `actions know ${INTERFACES}` },
  routing: { not: [...DRIVERS, '**/http/**', '**/sockets/**'], why: `routing knows ${INTERFACES}` },
  timers: { not: [...DRIVERS, '**/http/**', '**/sockets/**'], why: `timers know ${INTERFACES}` },
  http: { not: DRIVERS, why: `http knows actions and ${INTERFACES}` },
  sockets: { not: DRIVERS, why: `sockets know actions and ${INTERFACES}` },
};

const TESTS = ['**/*.test.ts', '**/testing/**', '**/contract*.ts'];

// From the language, furniture takes types and these pure functions: how time stamps stack and reactions add up, what a text may be, and what
// a form: the same as on the other side of the wire.
const PURE = ['addresses', 'check-fields', 'fields', 'forms', 'reactions', 'stacking', 'text', 'version'];

const rule = (patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const ELSEWHERE = {
  group: ['**/src/**', '../../../*'],
  message: 'Another package is imported by its name (@deskbell/protocol/commands.js), never by a path into its folder.',
};

/** What everyone in a room keeps to, tests too. */
function lawOf(room) {
  const { may, why } = ROOMS[room];
  const foreign = OURS.filter((other) => other !== room && !may.includes(other)).flatMap((other) => [
    `@deskbell/${other}`,
    `@deskbell/${other}/**`,
  ]);
  return [{ group: foreign, message: `${room} may import ${may.join(', ') || 'nothing of ours'}: ${why}` }, ELSEWHERE];
}

const TYPES_ONLY = {
  group: ['@deskbell/protocol/**', ...PURE.map((file) => `!@deskbell/protocol/${file}.js`)],
  allowTypeImports: true,
  message: `parts takes types from protocol, and the pure functions of ${PURE.join(', ')}: no session, no validation inside.`,
};

/** What a room keeps to besides, where it is not a test. */
function limitsOf(room) {
  const { not, why } = ROOMS[room];
  if (room === 'parts') return [TYPES_ONLY];
  return not ? [{ group: not, message: why }] : [];
}

const STORIES = {
  group: ['@deskbell/relay', '@deskbell/relay/**'],
  message: 'Stories show elements in states; no relay runs behind them.',
};

/** For each file exactly one rule holds; the narrower rooms of the relay come last. */
export const importLaw = [
  ...Object.keys(ROOMS).flatMap((room) => [
    { files: [`packages/${room}/src/**/*.ts`], rules: rule(lawOf(room)) },
    { files: [`packages/${room}/src/**/*.ts`], ignores: TESTS, rules: rule([...lawOf(room), ...limitsOf(room)]) },
  ]),
  ...Object.entries(RELAY_ROOMS).map(([room, { not, why }]) => ({
    files: [`packages/relay/src/${room}/**/*.ts`],
    ignores: TESTS,
    rules: rule([...lawOf('relay'), { group: not, message: why }]),
  })),
  { files: ['stories/**/*.ts'], rules: rule([STORIES]) },
];
