import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticeServer } from './server.ts';

/** `node scripts/practice/serve.ts [port]`: the practice marketplace to look at, until Ctrl+C. */
const practice = await startPracticeServer({ port: Number(process.argv[2] ?? 0) });

const profile = join(tmpdir(), 'practice-profile');
console.log(`练习市场 · practice marketplace on 127.0.0.1:${practice.port}\n`);
console.log('Start Chromium with:');
console.log(`  chromium --user-data-dir=${profile} --ignore-certificate-errors --disable-quic \\`);
console.log(`    --host-resolver-rules="${practice.hostRules}" \\`);
console.log(`    ${practice.urls.home}\n`);
for (const [name, url] of Object.entries(practice.urls)) console.log(`${name.padEnd(20)} ${url}`);

process.once('SIGINT', () => void practice.close());
process.once('SIGTERM', () => void practice.close());
