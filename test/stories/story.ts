// A story as a file: a Markdown document of prose and fenced blocks, read and written. Knows no policy and no gate.

/** What happens besides calls: people vote, others change the cluster, the operator the policy, time goes by. */
export type Act = Block & { readonly kind: 'approve' | 'moves' | 'config' | 'failures' | 'rbac' | 'later' };

/** One call and what must come of it. `undefined` where the story does not say. */
export type Step = {
  /** What happens between the call before and this one. */
  readonly acts: readonly Act[];
  /** `list {"kind": "pods"}`, or `the call named above`. */
  readonly call: Block;
  /** Who calls, where it is not the story's caller: `bob`, or `bob (sre)`. */
  readonly caller: string;
  /** One line for each request that is sent, in order; `none`. */
  readonly requests: Block | undefined;
  readonly answer: Block;
  /** One line for each decision that is logged. */
  readonly log: Block | undefined;
  /** Regular expressions, one a line, that fit the beginning of the answer, where the cause stands. */
  readonly cause: readonly string[];
  /** Regular expressions that do not: what an answer must not lead with. */
  readonly herring: readonly string[];
};

/** The text of a fenced block, and where it stands: the line of its opening fence, counted from 0. */
export type Block = { readonly text: string; readonly at: number };

export type Story = {
  readonly title: string;
  /** `- Preset: strict` and its like, before the first call. */
  readonly settings: Readonly<Record<string, string>>;
  /** Manifests; '' is the demo. */
  readonly manifests: string;
  /** Log texts by `namespace/pod/container[.previous]`. */
  readonly logs: Readonly<Record<string, string>>;
  /** Config data laid over the policy's own. */
  readonly config: string;
  /** `list pods in shop: CLUSTER_FORBIDDEN its words`, one a line. */
  readonly failures: string;
  /** `patch deployments.apps`, one a line: requests that the cluster's own RBAC refuses. */
  readonly rbac: string;
  /** Texts that no answer and no line of the log may hold. */
  readonly never: readonly string[];
  readonly steps: readonly Step[];
};

/** What every block may be called; anything else is a slip of the pen. */
const blocks = new Set([
  ...['cluster', 'logs', 'config', 'failures', 'rbac', 'never'],
  ...['approve', 'moves', 'later'],
  ...['call', 'requests', 'answer', 'log', 'cause', 'herring'],
]);
/** Blocks that are the beginning when they stand before the first call, and a change when they stand behind one. */
const beginnings: ReadonlySet<string> = new Set(['config', 'failures', 'rbac']);
const acts: ReadonlySet<string> = new Set(['approve', 'moves', 'later', ...beginnings]);
/** `Broken` says why the story does not happen yet. */
const settings = new Set(['Cluster', 'Preset', 'Caller', 'Time', 'Broken']);
/** Words that only tell an editor how to colour a block. */
const colours = new Set(['yaml', 'json', 'text']);

type Fenced = Block & { readonly kind: string; readonly rest: string };

/** Reads a story. Throws with the line of the first mistake. */
export function readStory(markdown: string): Story {
  const lines = markdown.split('\n');
  const fenced = fences(lines);
  const calls = fenced.filter(({ kind }) => kind === 'call');
  const first = calls[0]?.at ?? lines.length;
  const of = (kind: string) => fenced.filter((one) => one.kind === kind && one.at < first);
  const title = /^# (.+)$/.exec(lines[0] ?? '')?.[1];
  if (!title) throw new Error('line 1: a story begins with # and a sentence.');
  if (calls.length === 0) throw new Error('a story has a call.');
  return {
    title,
    settings: settingsOf(lines.slice(0, first)),
    manifests: of('cluster')
      .map(({ text }) => text)
      .join('\n---\n'),
    logs: Object.fromEntries(of('logs').map(({ rest, text }) => [rest, `${unescaped(text)}\n`])),
    config: of('config')[0]?.text ?? '',
    failures: of('failures')[0]?.text ?? '',
    rbac: of('rbac')[0]?.text ?? '',
    never: listed(of('never')),
    steps: calls.map((call, index) => ({
      ...stepOf(call, calls[index + 1]?.at ?? lines.length, fenced),
      acts: actsBetween(calls[index - 1]?.at, call.at, fenced),
    })),
  };
}

function fences(lines: readonly string[]): readonly Fenced[] {
  const found: Fenced[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, fence, info] = /^(`{3,})(.*)$/.exec(lines[at] ?? '') ?? [];
    if (fence === undefined || info === undefined) continue;
    const end = lines.findIndex((line, index) => index > at && line === fence);
    if (end === -1) throw new Error(`line ${at + 1}: this block never ends.`);
    const words = info.trim().split(/\s+/);
    if (colours.has(words[0] ?? '')) words.shift();
    const [kind = '', ...rest] = words;
    if (!blocks.has(kind)) throw new Error(`line ${at + 1}: there is no block called "${kind}".`);
    found.push({ kind, rest: rest.join(' '), at, text: lines.slice(at + 1, end).join('\n') });
    at = end;
  }
  return found;
}

function settingsOf(lines: readonly string[]): Readonly<Record<string, string>> {
  const pairs = lines.flatMap((line) => {
    const [, key, value] = /^- ([A-Z][a-z]+): (.+)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) return [];
    if (!settings.has(key)) throw new Error(`there is no setting called "${key}".`);
    return [[key, value] as const];
  });
  return Object.fromEntries(pairs);
}

function actsBetween(before: number | undefined, end: number, fenced: readonly Fenced[]): readonly Act[] {
  return fenced.filter((one): one is Fenced & Act => {
    const begins = before === undefined && beginnings.has(one.kind);
    return acts.has(one.kind) && one.at > (before ?? -1) && one.at < end && !begins;
  });
}

function stepOf(call: Fenced, end: number, fenced: readonly Fenced[]): Omit<Step, 'acts'> {
  const mine = fenced.filter(({ at }) => at > call.at && at < end);
  const only = (kind: string) => {
    const [one, more] = mine.filter((block) => block.kind === kind);
    if (more) throw new Error(`line ${more.at + 1}: this call has a block called "${kind}" already.`);
    return one;
  };
  const answer = only('answer');
  if (!answer) throw new Error(`line ${call.at + 1}: this call has no answer.`);
  return {
    call,
    caller: call.rest,
    requests: only('requests'),
    answer,
    log: only('log'),
    cause: linesOf(only('cause')?.text ?? ''),
    herring: linesOf(only('herring')?.text ?? ''),
  };
}

/** `\u001b` as the character it stands for: no story holds a character that cannot be seen. */
function unescaped(text: string): string {
  return text.replaceAll(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

function listed(found: readonly Block[]): readonly string[] {
  return found.flatMap(({ text }) => linesOf(text));
}

/** The lines of a block, but for empty ones. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** The same document with other texts in some of its blocks. */
export function rewrite(
  markdown: string,
  changes: readonly { readonly block: Block; readonly text: string }[],
): string {
  const lines = markdown.split('\n');
  for (const { block, text } of [...changes].sort((one, other) => other.block.at - one.block.at)) {
    const length = block.text === '' && lines[block.at + 1] !== '' ? 0 : block.text.split('\n').length;
    lines.splice(block.at + 1, length, ...text.split('\n'));
  }
  return lines.join('\n');
}
