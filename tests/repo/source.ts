import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** As it is written. */
  request: string;
  /** Path of our own file from the root, or null for a package. */
  file: string | null;
  /** Vanishes when the types are taken away. */
  isType: boolean;
}

/** A node of the syntax tree; every kind has its own further members. */
export interface Node {
  type: string;
  start: number;
  // biome-ignore lint/suspicious/noExplicitAny: the tree has a hundred kinds of nodes, and the rules look at a few members.
  [member: string]: any;
}

export interface Source {
  /** From the root, with forward slashes. */
  path: string;
  code: string;
  imports: Import[];
  /** Every node of the tree with its parent. */
  nodes: { node: Node; parent: Node | null }[];
}

/** Paths below the root that match; the same on every system. */
export function files(...patterns: string[]): string[] {
  return patterns
    .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

const parsed = new Map<string, Source>();

/** The syntax of one of our files. */
export function source(path: string): Source {
  const known = parsed.get(path) ?? parse(path);
  parsed.set(path, known);
  return known;
}

export function sources(...patterns: string[]): Source[] {
  return files(...patterns).map(source);
}

/** What the extension is made of. */
export const OWN_CODE = ['lib/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}'];

function parse(path: string): Source {
  const code = read(path);
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const nodes = [...walk(program as unknown as Node, null)];
  return { path, code, imports: nodes.flatMap(({ node }) => importOf(node, path)), nodes };
}

function* walk(node: Node, parent: Node | null): Generator<{ node: Node; parent: Node | null }> {
  yield { node, parent };
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child, node);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function importOf(node: Node, path: string): Import[] {
  const request = requestOf(node);
  if (request === null) return [];
  const file = request.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), request)) : null;
  return [{ request, file, isType: isTypeOnly(node) }];
}

function requestOf({ type, source: from, argument }: Node): string | null {
  if (type === 'ImportExpression' || /^(?:Import|ExportNamed|ExportAll)Declaration$/.test(type))
    return from?.value ?? null;
  if (type === 'TSImportType') return (argument?.literal ?? argument)?.value ?? null;
  return null;
}

function isTypeOnly({ type, importKind, exportKind, specifiers }: Node): boolean {
  if (type === 'TSImportType' || importKind === 'type' || exportKind === 'type') return true;
  const kinds = (specifiers ?? []).map((one: Node) => one.importKind ?? one.exportKind);
  return kinds.length > 0 && kinds.every((kind: string) => kind === 'type');
}

/** `path:line`, for messages that lead somewhere. */
export function place({ path, code }: Source, { start }: Node): string {
  return `${path}:${code.slice(0, start).split('\n').length}`;
}

/** Every file that comes with `entry` when it is loaded, and the packages they import. */
export function reach(entry: string): { files: Set<string>; packages: Map<string, string> } {
  const found = { files: new Set<string>(), packages: new Map<string, string>() };
  const visit = (path: string) => {
    if (found.files.has(path)) return;
    found.files.add(path);
    if (!/\.tsx?$/.test(path)) return;
    for (const { request, file, isType } of source(path).imports) {
      if (isType) continue;
      if (file) visit(file);
      else if (!found.packages.has(request)) found.packages.set(request, path);
    }
  };
  visit(entry);
  return found;
}
