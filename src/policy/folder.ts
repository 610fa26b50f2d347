// A policy folder as it is on disk: Rego, and the data of `config`. It must not compile anything.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packageProblem, regoRoots } from './bundle.ts';
import { type Layer, layerOf, mergeConfig, readLayer } from './config.ts';
import { nearest, PolicyError, type Problem } from './problems.ts';

/** What a policy folder holds. */
export type Folder = {
  /** Rego by its path below the folder. */
  readonly rego: ReadonlyMap<string, string>;
  /** What `config` says, without its presets. */
  readonly base: readonly Layer[];
  readonly presets: ReadonlyMap<string, Layer>;
};

/** Bounds of a folder. */
const limits = { files: 5_000, bytes: 32 << 20, depth: 16 } as const;

/**
 * Reads a policy folder. Throws a {@link PolicyError} when data stands under a Rego root, or Rego under `config`, since
 * either could overwrite the other.
 */
export async function readFolder(dir: string): Promise<Folder> {
  const files = await readFiles(dir);
  const problems = [...files].flatMap(([path, text]) => misplaced(path, text));
  if (![...files.keys()].some((path) => path.endsWith('.rego'))) problems.push(empty(dir));
  if (problems.length > 0) throw new PolicyError(problems);
  const layers = [...files].filter(([path]) => isData(path)).map(([path, text]) => readLayer(path, text));
  const isPreset = ({ file }: Layer) => file.startsWith('config/presets/');
  return {
    rego: new Map([...files].filter(([path]) => path.endsWith('.rego'))),
    base: layers.filter((layer) => !isPreset(layer)).map(inPlace),
    presets: new Map(layers.filter(isPreset).map((layer) => [layer.file.split('/')[2] ?? '', layer])),
  };
}

/** The layers that make up the configuration: the base, then the preset, then the operator's own. */
export function layersOf(base: readonly Layer[], presets: ReadonlyMap<string, Layer>, chosen: Chosen): Layer[] {
  const { preset, operator } = chosen;
  if (preset === undefined) return [...base, ...(operator ? [operator] : [])];
  const found = presets.get(preset);
  // The policy's own data is the default preset, whether or not it has a file of that name.
  if (!found && preset !== 'default') throw new PolicyError([unknownPreset(preset, [...presets.keys()])]);
  return [...base, ...(found ? [found] : []), ...(operator ? [operator] : [])];
}

/** What the operator chose. */
export type Chosen = { readonly preset?: string | undefined; readonly operator?: Layer | undefined };

function empty(dir: string): Problem {
  return { file: dir, row: 0, col: 0, message: 'There is no policy in this folder: it holds no Rego.' };
}

function unknownPreset(preset: string, known: string[]): Problem {
  const names = [...new Set(['default', ...known])].sort();
  const meant = nearest(preset, names);
  const message = `There is no preset of this name${meant ? `; did you mean ${meant}?` : '.'}`;
  return { file: '', row: 0, col: 0, path: '--preset', message, allowed: names };
}

/** A digest of everything the compiler reads. */
export function regoDigest(rego: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const path of [...rego.keys()].sort()) {
    const text = rego.get(path) ?? '';
    hash.update(`${path.length}:${path}${text.length}:${text}`);
  }
  return hash.digest('hex');
}

async function readFiles(dir: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  let bytes = 0;
  const walk = async (below: string, depth: number): Promise<void> => {
    if (depth > limits.depth) throw tooLarge(below);
    for (const name of (await readdir(join(dir, below))).sort()) {
      // Kubernetes mounts and editors keep their own things under names with a dot.
      if (name.startsWith('.') || name.endsWith('~')) continue;
      const path = below === '' ? name : `${below}/${name}`;
      const found = await stat(join(dir, path));
      if (found.isDirectory()) await walk(path, depth + 1);
      else if (found.isFile() && (path.endsWith('.rego') || isDataLike(path))) {
        bytes += found.size;
        if (files.size >= limits.files || bytes > limits.bytes) throw tooLarge(path);
        files.set(path, await readFile(join(dir, path), 'utf8'));
      }
    }
  };
  await walk('', 0);
  return files;
}

/** What OPA, or this server, might take for data. */
function isDataLike(path: string): boolean {
  return /\.(json|ya?ml)$/.test(path) && path.includes('/');
}

function isData(path: string): boolean {
  return /^config\/(.+\/)?data\.(json|ya?ml)$/.test(path);
}

function misplaced(path: string, text: string): Problem[] {
  const [root = ''] = path.split('/');
  const problem = (message: string): Problem[] => [{ file: path, row: 0, col: 0, message }];
  if (path.endsWith('.rego')) {
    const why = root === 'config' ? 'config holds data; it may hold no Rego.' : packageProblem(text);
    return why ? problem(why) : [];
  }
  if (isData(path)) return [];
  if (root === 'config')
    return problem('Only files named data.yaml or data.json are read here: rename it or move it away.');
  return regoRoots.includes(root) ? problem(`${root} holds Rego and may hold no data: data belongs under config.`) : [];
}

/** `config/fields/data.yaml` says what stands under `fields`. */
function inPlace(layer: Layer): Layer {
  const keys = dirname(layer.file).split('/').slice(1);
  if (keys.length === 0) return layer;
  const value = keys.reduceRight<unknown>((held, key) => ({ [key]: held }), layer.value);
  return { ...layer, value: value as Layer['value'], locate: (path) => layer.locate(path.slice(keys.length)) };
}

/** The base and the presets of data that came in one piece, as in a bundle. */
export function splitConfig(file: string, config: Readonly<Record<string, unknown>>): Pick<Folder, 'base' | 'presets'> {
  const { presets = {}, ...base } = config as { presets?: Record<string, Record<string, unknown>> };
  return {
    base: [layerOf(file, mergeConfig({}, base))],
    presets: new Map(Object.entries(presets).map(([name, value]) => [name, layerOf(`${file}: preset ${name}`, value)])),
  };
}

function tooLarge(path: string): PolicyError {
  return new PolicyError([{ file: path, row: 0, col: 0, message: 'The policy folder is too large.' }]);
}
