// The walls of the house (DESIGN §6): who may import whom, one door for each package, and no tool, kind list or namespace in src.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const sources = globSync('src/**/*.ts', { cwd: root }).sort();
const text = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

type Import = { readonly from: string; readonly what: string; readonly typesOnly: boolean };

/** Every import of a file: static, dynamic, re-exports. */
function importsOf(file: string): readonly Import[] {
  const source = (text.get(file) ?? '').replace(/\/\*[\s\S]*?\*\//g, '');
  const fixed = [...source.matchAll(/^\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'/gm)].map(
    ([, type, what = '']) => ({ from: file, what, typesOnly: type !== undefined }),
  );
  const bare = [...source.matchAll(/^\s*import\s+'([^']+)'/gm)].map(([, what = '']) => ({
    from: file,
    what,
    typesOnly: false,
  }));
  const dynamic = [...source.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)].map(([, what = '']) => ({
    from: file,
    what,
    typesOnly: false,
  }));
  return [...fixed, ...bare, ...dynamic];
}

const imports = sources.flatMap(importsOf);
const room = (file: string): string => (file.split('/').length > 2 ? (file.split('/')[1] ?? '') : 'main');
const target = ({ from, what }: Import): string => relative(root, join(root, dirname(from), what));
const isLocal = ({ what }: Import): boolean => what.startsWith('.');
const packageOf = (what: string): string =>
  what
    .split('/')
    .slice(0, what.startsWith('@') ? 2 : 1)
    .join('/');

/** Which rooms a room may import from. */
const walls: Readonly<Record<string, readonly string[]>> = {
  gate: ['gate'],
  yaml: ['yaml'],
  policy: ['policy', 'gate', 'yaml'],
  cluster: ['cluster', 'gate', 'yaml'],
  log: ['log', 'gate'],
  mcp: ['mcp', 'gate'],
  approvals: ['approvals', 'gate'],
  web: ['web', 'gate'],
  commands: ['commands', 'gate', 'policy', 'cluster', 'log', 'mcp', 'approvals', 'web', 'yaml'],
  main: ['commands'],
};

/** What the islands may use of the gate besides its types. */
const shared = ['src/gate/fault.ts', 'src/gate/ports.ts', 'src/gate/documents.ts', 'src/gate/glob.ts'];

describe('walls', () => {
  it('each room imports only from the rooms it may know', () => {
    const through = imports
      .filter(isLocal)
      .filter((one) => target(one).startsWith('src/') && !walls[room(one.from)]?.includes(room(target(one))));
    expect(through.map((one) => `${one.from} imports ${target(one)}`)).toEqual([]);
  });

  it('the gate imports no package and nothing of Node', () => {
    expect(
      imports
        .filter((one) => room(one.from) === 'gate' && !isLocal(one))
        .map((one) => `${one.from} imports ${one.what}`),
    ).toEqual([]);
  });

  it('islands take only documents, ports and faults from the gate', () => {
    const islands = ['policy', 'cluster', 'log', 'mcp', 'approvals', 'web'];
    const deep = imports
      .filter(isLocal)
      .filter(
        (one) => islands.includes(room(one.from)) && room(target(one)) === 'gate' && !shared.includes(target(one)),
      );
    expect(deep.map((one) => `${one.from} imports ${target(one)}`)).toEqual([]);
  });

  it('there are no cycles', () => {
    const graph = new Map(
      sources.map((file) => [
        file,
        importsOf(file)
          .filter((one) => isLocal(one) && !one.typesOnly)
          .map(target),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('each package has one door', () => {
    const doors = new Map<string, Set<string>>();
    for (const one of imports.filter((each) => !isLocal(each) && !each.what.startsWith('node:'))) {
      const name = packageOf(one.what);
      const door = room(one.from) === 'main' ? 'commands' : room(one.from);
      doors.set(name, (doors.get(name) ?? new Set()).add(door));
    }
    const open = [...doors]
      .filter(([, rooms]) => rooms.size > 1)
      .map(([name, rooms]) => `${name}: ${[...rooms].sort().join(', ')}`);
    expect(open).toEqual([]);
  });

  it('only the mcp room imports the MCP SDK', () => {
    expect(imports.filter((one) => one.what.startsWith('@modelcontextprotocol/') && room(one.from) !== 'mcp')).toEqual(
      [],
    );
  });
});

describe('knowledge that belongs into policies', () => {
  const code = sources.map(
    (file) => [file, (text.get(file) ?? '').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')] as const,
  );
  const strings = code.flatMap(([file, source]) =>
    [...source.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, single, back]) => [file, single ?? back ?? ''] as const),
  );
  const config = parse(readFileSync(join(root, 'policies/config/data.yaml'), 'utf8'));

  it('no tool is named in src', () => {
    const tools = globSync('policies/tools/*.rego', { cwd: root }).map((file) => file.replace(/.*\/(.*)\.rego$/, '$1'));
    expect(tools.length).toBeGreaterThan(1);
    // Verbs and patches of Kubernetes, commands of ours, a package; the cluster speaks of logs and events.
    const words = ['get', 'list', 'delete', 'apply', 'check', 'approvals', 'diff'];
    const forbidden = new Set(tools.filter((name) => !words.includes(name)));
    expect(strings.filter(([file, value]) => room(file) !== 'cluster' && forbidden.has(value))).toEqual([]);
  });

  it('no closed namespace and no namespace pattern is named in src', () => {
    const named = [...config.namespaces.deny, 'kube-system', 'kube-public', 'kube-node-lease'].map((name: string) =>
      name.replaceAll('*', ''),
    );
    expect(strings.filter(([, value]) => named.some((name) => name !== '' && value.includes(name)))).toEqual([]);
  });

  it('no list of kinds stands in src', () => {
    const kinds = [
      'pods',
      'deployments',
      'secrets',
      'configmaps',
      'serviceaccounts',
      'services',
      'statefulsets',
      'daemonsets',
      'rolebindings',
      'clusterroles',
    ];
    // Made from the schemas, whose keys are the configuration's own: some are called as a kind is.
    const lists = code
      .filter(([file]) => file !== 'src/policy/validators.ts')
      .map(([file, source]) => [file, kinds.filter((kind) => new RegExp(`['"]${kind}['"]`, 'i').test(source))] as const)
      .filter(([, found]) => found.length > 1);
    expect(lists).toEqual([]);
  });

  it('no verb that changes something decides anything in src', () => {
    const verbs = /\b(?:includes|has|===)\s*\(?\s*'(?:create|update|patch|delete)'/;
    expect(code.filter(([, source]) => verbs.test(source)).map(([file]) => file)).toEqual([]);
  });
});

describe('the top level', () => {
  it('holds what the README promises', () => {
    const names = [
      'package.json',
      'src',
      'policies',
      'schemas',
      'test',
      'policy-tests',
      'README.md',
      'opa',
      'bench',
      'docs',
      '.ci/run',
      'LICENSE',
      'SECURITY.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
    ];
    expect(names.filter((name) => globSync(name, { cwd: root }).length === 0)).toEqual([]);
  });

  it('documents.ts is what the schemas say', async () => {
    const { documents } = await import('../scripts/types.ts');
    expect(readFileSync(join(root, 'src/gate/documents.ts'), 'utf8')).toBe(await documents());
  });

  it('validators.ts is what the schemas say', async () => {
    const { validators } = await import('../scripts/validators.ts');
    expect(readFileSync(join(root, 'src/policy/validators.ts'), 'utf8')).toBe(await validators());
  });
});
