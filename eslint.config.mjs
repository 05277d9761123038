import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { importLaw } from './eslint/imports.mjs';
import { IN_SOURCES, IN_TESTS, refuse } from './eslint/syntax.mjs';
import { templates } from './eslint/templates.mjs';

const FACES = ['packages/{parts,widget,console}/src/**/*.ts'];
const TESTS = ['**/*.test.ts', 'e2e/**/*.ts', '**/testing/**/*.ts', '**/contract*.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/cdn/**',
      '**/node_modules/**',
      'storybook-static/**',
      '.deskbell/**',
      'packages/parts/src/locales/**',
      'bench/peers/**',
    ],
  },
  { files: ['**/*.{ts,tsx,mjs}'], rules: { 'max-lines': ['error', { max: 250 }], ...refuse() } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/parameter-properties': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-template-expression': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      // With noUncheckedIndexedAccess a cast or an assertion is often the honest way to say what the line before made sure of.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  { files: ['packages/*/src/**/*.ts'], rules: refuse(IN_SOURCES) },
  {
    files: FACES,
    plugins: { lit, wc },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/recommended'].rules,
      'lit/no-template-map': 'off',
      'wc/guard-super-call': 'off',
      'wc/no-constructor-params': 'off',
    },
  },
  {
    files: FACES,
    ignores: TESTS,
    plugins: { 'lit-a11y': litA11y, templates },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Inserted later it does nothing but in a dialog, and there it is how the dialog says where to begin.
      'lit-a11y/no-autofocus': 'off',
      'templates/literal-text': 'error',
      'templates/inline-style': 'error',
    },
  },
  {
    // Chai's assertions are expressions, node:test gives promises that it awaits itself, and tests reach for what must be there.
    files: [...TESTS, 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  { files: TESTS, rules: refuse(IN_TESTS) },
  { files: ['packages/*/src/**/*.test.ts', 'packages/*/src/**/testing/**'], rules: refuse(IN_SOURCES, IN_TESTS) },
  { files: ['bench/**/*.{ts,tsx}'], extends: [tseslint.configs.disableTypeChecked] },
  ...importLaw,
);
