import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

const ENTRY = fileURLToPath(new URL('../../lib/verify/page/main.ts', import.meta.url));
/** Either would end or confuse the inline script element (HTML standard, “restrictions for contents of script elements”). */
const UNSAFE_INLINE = /<\/script|<!--/i;

/**
 * The script of the bundle's own verifier as one minified ES2017 text, for an inline `<script>` without modules. Rejects when the
 * result could not stand inside an HTML file.
 */
export async function buildVerifierScript(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2017',
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: ENTRY, output: { format: 'iife' } },
    },
  });
  const script = onlyChunk(output).code.trim();
  if (UNSAFE_INLINE.test(script)) throw new Error('The verifier script cannot be put inside an HTML file');
  return script;
}

function onlyChunk(output: Awaited<ReturnType<typeof build>>): Rolldown.OutputChunk {
  const files = 'output' in output ? output.output : [];
  const [chunk, ...more] = files;
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('The verifier must be one file');
  return chunk;
}
