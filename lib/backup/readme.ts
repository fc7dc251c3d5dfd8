import type { BackupManifest } from './format.ts';

/** What the file is, for somebody who finds it years later. Like everything that leaves the extension, Chinese first. */
export function readmeText({ createdAt, tool }: Pick<BackupManifest, 'createdAt' | 'tool'>): string {
  return [
    `维权匣备份，${createdAt}，由 ${tool.name} ${tool.version} 写成。`,
    '',
    '恢复：在维权匣的设置页「备份和恢复」里选择这个文件。请不要解压后重新压缩，那样会被拒绝。',
    '里面有全部案件、采集的原始文件、采集日志和设置，包括个人信息，没有加密。请妥善保管，不要发给别人。',
    '里面没有签名密钥：密钥不能从浏览器读出。恢复到另一台电脑后会另建密钥；以前导出的证据包仍可核验。',
    '',
    'backup.json 记有格式版本和每个表的 SHA-256；tables/ 每行一条 JSON；files/ 是原始文件，名称和 SHA-256 在 tables/blobs.jsonl。',
    '',
    'A backup of Dispute Dossier. Restore it in its settings. It holds personal data and is not encrypted.',
    '',
  ].join('\r\n');
}
