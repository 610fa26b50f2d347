// portcullis call: one tool call through the same line as any client's, for scripts and for finding out why.
import { Command } from 'commander';
import type { Decided, Result } from '../gate/ports.ts';
import { example, type Flags, Mistake, withFlags } from './flags.ts';

type CallFlags = Flags & { readonly why?: boolean; readonly json?: boolean };

/** Exit codes that scripts can use. */
const exits: Readonly<Record<Result['outcome'], number>> = { allow: 0, fault: 1, usage: 2, deny: 3, approve: 4 };

/** The command. */
export function callCommand(): Command {
  return withFlags(new Command('call'))
    .description('make one tool call through the line; the answer goes to stdout')
    .argument('<tool>', 'the tool')
    .argument('[arguments]', 'its arguments, as JSON', '{}')
    .option('--why', 'say on stderr what was decided, and why')
    .option('--json', 'print the whole result as JSON')
    .addHelpText(
      'after',
      `\nExit codes: 0 allowed, 3 denied, 4 approval needed, 1 fault, 2 usage.\n${example(`portcullis call list '{"kind":"pods","namespace":"shop"}' --cluster demo --why`)}`,
    )
    .action(call);
}

async function call(tool: string, text: string, flags: CallFlags): Promise<void> {
  const args = parsed(text);
  const { openWorld } = await import('./world.ts');
  const world = await openWorld(flags, { quiet: true });
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.once('SIGINT', abort);
  try {
    const result = await world.gate.call(
      { tool, arguments: args, subject: world.subject, transport: 'cli' },
      { signal: stop.signal },
    );
    if (flags.why) process.stderr.write(`${result.decisions.map(why).join('\n')}\n`);
    process.stdout.write(flags.json ? `${JSON.stringify(scripted(result), null, 2)}\n` : `${result.text}\n`);
    process.exitCode = exits[result.outcome];
  } finally {
    process.off('SIGINT', abort);
    await world.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Mistake(
      'The arguments are not JSON. Write them in single quotes: \'{"kind":"pods","namespace":"shop"}\'.',
      2,
    );
  }
}

function why({ id, request, decision }: Decided): string {
  const what = `${request.verb} ${request.resource}${request.subresource === '' ? '' : `/${request.subresource}`}${request.group === '' ? '' : `.${request.group}`}`;
  const where = [
    request.namespace === '' ? '' : `namespace ${request.namespace}`,
    request.name === '' ? '' : `name ${request.name}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
  const reasons = decision.reasons.map(
    ({ code, message, subject }) => `  ${code}: ${message}${subject === '' ? '' : ` (${subject})`}`,
  );
  const obligations = decision.obligations.map((obligation) => `  must: ${JSON.stringify(obligation, brief)}`);
  return [`${decision.effect}  ${what}${where === '' ? '' : ` (${where})`}  ${id}`, ...reasons, ...obligations].join(
    '\n',
  );
}

/** A long list is counted. */
function brief(_: string, value: unknown): unknown {
  return Array.isArray(value) && value.length > 8 ? `${value.length} of them` : value;
}

function scripted({ outcome, code, text, data, classification, decisions, revision }: Result): unknown {
  const made = decisions.map(({ id, request, decision }) => ({ id, request, decision }));
  return { outcome, code, text, ...(data === undefined ? {} : { data }), classification, revision, decisions: made };
}
