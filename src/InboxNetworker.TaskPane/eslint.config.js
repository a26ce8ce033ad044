import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const networkGlobals = ['fetch', 'EventSource', 'XMLHttpRequest', 'WebSocket'].map((name) => ({
  name,
  message: 'Only src/api/ talks to the Api.',
}));
const officeGlobals = ['Office', 'OfficeRuntime'].map((name) => ({
  name,
  message: 'Only src/office/ talks to Office.js.',
}));
const throughWindow = [...networkGlobals, ...officeGlobals].flatMap(({ name, message }) =>
  ['window', 'globalThis', 'self'].map((object) => ({ object, property: name, message })),
);
const apiPackage = { group: ['openapi-fetch'], message: 'Only src/api/ talks to the Api.' };
const fluentPackages = { group: ['@fluentui/*'], message: 'Only src/ui/ chooses Fluent components.' };

/** The folders that each folder must not import from, besides the packages it must not use. */
function walls(files, folders, packages) {
  const patterns = folders.map((folder) => ({
    regex: `^(\\.\\./)+${folder}(/|$)`,
    message: `This folder knows nothing of src/${folder}/.`,
  }));
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, ...packages] }] } };
}

const features = readdirSync(new URL('src/features', import.meta.url));

export default tseslint.config(
  { ignores: ['dist/', 'src/api/schema.d.ts', 'eslint.config.js'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
      // A line in the console could carry a name or an address.
      'no-console': 'error',
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
      'no-restricted-globals': ['error', ...networkGlobals, ...officeGlobals],
      'no-restricted-properties': ['error', ...throughWindow],
    },
  },
  walls(['src/app/**'], ['testing'], [apiPackage, fluentPackages]),
  walls(['src/app/**/*.test.{ts,tsx}'], [], [apiPackage, fluentPackages]),
  walls(['src/ui/**'], ['app', 'features', 'office', 'testing', 'api/client', 'api/events', 'api/syncEvents', 'api/alertEvents'], [apiPackage]),
  walls(['src/api/**'], ['app', 'features', 'office', 'ui'], [fluentPackages]),
  walls(['src/office/**'], ['app', 'features', 'api', 'ui'], [apiPackage, fluentPackages]),
  walls(['src/testing/**'], ['app', 'features', 'office', 'ui'], [apiPackage, fluentPackages]),
  ...features.map((feature) =>
    walls(
      [`src/features/${feature}/**`],
      ['app', ...features.filter((other) => other !== feature).flatMap((other) => [other, `features/${other}`])],
      [apiPackage, fluentPackages],
    ),
  ),
  // Tables of texts: one file a language is easier to translate than several.
  { files: ['src/ui/strings/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['src/api/**'],
    rules: { 'no-restricted-globals': ['error', ...officeGlobals], 'no-restricted-properties': 'off' },
  },
  {
    files: ['src/office/**'],
    rules: { 'no-restricted-globals': ['error', ...networkGlobals], 'no-restricted-properties': 'off' },
  },
  {
    files: ['src/**/*.test.{ts,tsx}', 'src/testing/**', 'vite.config.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
);
