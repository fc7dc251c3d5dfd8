import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rulesDocument } from '../../../scripts/generate-rules-doc.ts';

it('docs/rules.md is what the data say (else run: node scripts/generate-rules-doc.ts)', () => {
  const file = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');
  expect(file === rulesDocument()).toBe(true);
});
