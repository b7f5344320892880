import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Typed lint: what the compiler lets through but a reviewer would not. */
export default defineConfig(
  { ignores: ['node_modules/', '.proviso/'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'describe', 'it', 'suite', 'before', 'after'] },
          ],
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'One verb, one file, one named export.' },
        { selector: 'TSEnumDeclaration', message: 'Erasable syntax only: use a union of literals.' },
      ],
    },
  },
  { files: ['eslint.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // Scripts that a browser runs as they stand, and a stranger's program in a test, are not in the compiler's project.
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
);
