// Who may import whom: one table, from which each room gets exactly one rule (in a flat config a later rule replaces an earlier one).

const OURS = ['protocol', 'client', 'calls', 'cobrowse', 'parts', 'widget', 'console', 'relay'];

const ROOMS = {
  protocol: { may: [], why: 'protocol is the language: plain data that everyone else stands on.' },
  client: { may: ['protocol'], why: 'client is headless: it knows the language and no element.' },
  parts: { may: ['protocol'], why: 'parts are furniture for both faces: no session inside.' },
  widget: {
    may: ['parts', 'client', 'calls', 'cobrowse', 'protocol'],
    why: 'the customer never loads anything of the console or the relay.',
  },
  console: {
    may: ['parts', 'client', 'calls', 'cobrowse', 'protocol'],
    why: 'the desk and the door share the furniture, never each other.',
  },
  relay: { may: ['protocol'], why: 'the relay runs without a browser, and nobody but demo, e2e and bench runs it.' },
};

// Inside the relay, by folder: patterns that may not be imported, and why.
const DRIVERS = ['**/store/postgres-store.js', '**/hub/local-hub.js', '**/hub/nats-hub.js', '**/database/**'];
const RELAY_ROOMS = {
  domain: { not: ['../**', 'node:*', 'hono', 'ws', 'postgres'], why: 'domain is pure: tables and functions over the language alone.' },
  actions: {
    not: [...DRIVERS, '**/http/**', '**/sockets/**'],
    why: 'actions know the interfaces of store and hub; only start and tests name a driver.',
  },
  routing: {
    not: [...DRIVERS, '**/http/**', '**/sockets/**'],
    why: 'routing knows the interfaces of store and hub; only start and tests name a driver.',
  },
  timers: {
    not: [...DRIVERS, '**/http/**', '**/sockets/**'],
    why: 'timers know the interfaces of store and hub; only start and tests name a driver.',
  },
  http: { not: DRIVERS, why: 'http calls actions and the interfaces; only start and tests name a driver.' },
  sockets: { not: DRIVERS, why: 'sockets call actions and the interfaces; only start and tests name a driver.' },
};

const TESTING = ['**/*.test.ts', '**/testing/**', '**/contract.ts'];

const rule = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const foreign = (room) => ({
  group: OURS.filter((other) => other !== room && !ROOMS[room].may.includes(other)).map((other) => `@deskbell/${other}/**`),
  message: `${room} may import ${ROOMS[room].may.join(', ') || 'nothing of ours'}: ${ROOMS[room].why}`,
});

/** One flat-config entry a room, the narrower rooms of the relay last. */
export const importLaw = [
  ...Object.keys(ROOMS).map((room) => ({ files: [`packages/${room}/src/**/*.ts`], rules: rule([foreign(room)]) })),
  ...Object.entries(RELAY_ROOMS).map(([room, { not, why }]) => ({
    files: [`packages/relay/src/${room}/**/*.ts`],
    ignores: TESTING,
    rules: rule([foreign('relay'), { group: not, message: why }]),
  })),
];
