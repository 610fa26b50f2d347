// Who sits at this terminal, and how they are shown things and asked. The operating system says who; nothing else can.
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { type Out, terminal } from '../out.ts';

export type Person = Out & {
  /** What goes wrong beside the matter itself. */
  readonly warn: (text: string) => void;
  readonly colour: boolean;
  /** Puts a question; absent where nobody can answer. '' when the answer never comes. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  readonly who: () => { readonly approver: string; readonly groups: readonly string[] };
  /** Ends what would go on for ever. */
  readonly signal?: AbortSignal | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => Date;
};

/** The one who started the process. */
export function person(): Person {
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  return {
    ...terminal,
    warn: (text) => void process.stderr.write(`portcullis: ${text}\n`),
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    ask: interactive ? ask : undefined,
    who: systemUser,
    env: process.env,
    now: () => new Date(),
  };
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const { promise, resolve } = Promise.withResolvers<string>();
  lines.once('close', () => {
    // Ended without an answer: what is said next begins on a line of its own.
    if (!answered) process.stdout.write('\n');
    resolve('');
  });
  let answered = false;
  lines.question(question).then(
    (answer) => {
      answered = true;
      resolve(answer);
    },
    () => resolve(''),
  );
  try {
    return await promise;
  } finally {
    lines.close();
  }
}

/** Environment variables are not asked: they say whatever somebody wants. */
function systemUser(): ReturnType<Person['who']> {
  const uid = String(process.getuid?.() ?? '');
  try {
    const { username } = userInfo();
    return { approver: username, groups: groupNames() };
  } catch {
    return { approver: `uid ${uid}`, groups: [] };
  }
}

/** Names of the groups that the process has, as far as this machine's own file names them. */
function groupNames(): string[] {
  try {
    const ids = new Set([...(process.getgroups?.() ?? []), process.getgid?.()].map(String));
    const lines = readFileSync('/etc/group', 'utf8').split('\n');
    const rows = lines.map((line) => line.split(':'));
    return rows.flatMap(([name, , id]) => (name && id && ids.has(id) ? [name] : []));
  } catch {
    return [];
  }
}
