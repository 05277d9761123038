// What may not be written, with the reason. `refuse` makes the one rule of a set of files: in a flat config a later rule replaces an earlier one.

const EVERYWHERE = [
  { selector: 'TSEnumDeclaration', message: 'No enums: a const map or a union says the same and leaves nothing behind.' },
];

export const IN_SOURCES = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports, so that a thing has one name everywhere.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import the file that has it.' },
];

const SLEEP = 'No sleeps in tests: wait for what is to happen, or turn an injected clock.';

export const IN_TESTS = [
  { selector: "CallExpression[callee.name='setTimeout'][arguments.1.value>0]", message: SLEEP },
  { selector: 'CallExpression[callee.name=/^(setTimeout|sleep|delay|aTimeout)$/][arguments.0.value>0]', message: SLEEP },
  { selector: "CallExpression[callee.property.name='waitForTimeout']", message: SLEEP },
  {
    selector: 'MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(only|skip|todo)$/]',
    message: 'Every test runs, always.',
  },
];

export const refuse = (...lists) => ({ 'no-restricted-syntax': ['error', ...EVERYWHERE, ...lists.flat()] });
