// portcullis demo (npm start): the server with the embedded demo cluster, and four real calls run through the line.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import type { Result } from '../gate/ports.ts';
import { example, type Flags, withFlags } from './flags.ts';
import { address, overHttp } from './serve.ts';
import { openWorld } from './world.ts';

type DemoFlags = Flags & { readonly http: ReturnType<typeof address> };
type DemoCall = { readonly title: string; readonly tool: string; readonly arguments: Record<string, unknown> };

/** The command. */
export function demoCommand(): Command {
  return withFlags(new Command('demo'))
    .description('serve the embedded demo cluster over HTTP, and show four calls')
    .addOption(
      new Option('--http <[host:]port>', 'where to listen')
        .argParser(address)
        .default(address('8642'), '127.0.0.1:8642'),
    )
    .addHelpText('after', example('portcullis demo --http 9000'))
    .action(demo);
}

async function demo(flags: DemoFlags): Promise<void> {
  const log = flags.log ?? (await demoLog());
  const world = await openWorld({ cluster: 'demo', ...flags, log }, { metrics: true });
  const url = await overHttp(world, flags.http, true);
  const calls: DemoCall[] = JSON.parse(await readFile(new URL('demo.json', import.meta.url), 'utf8'));
  print(connecting(url));
  for (const { title, tool, arguments: args } of calls) {
    const result = await world.gate.call({ tool, arguments: args, subject: world.subject, transport: 'cli' });
    print(`── ${title}\n> ${tool} ${JSON.stringify(args)}\n${indented(result)}\n`);
  }
  print(`A change, for you to try
  scale ${JSON.stringify(tried)}
  It waits for a person. The line on stderr then has a link to the page; or: ${command('approvals', 'list')}
  Make the same call again: it is done, once. Every decision is in ${log}
  Check it: ${command('audit', 'verify', log)}
`);
  print('Serving until Ctrl-C.');
}

/** A healthy workload of the demo, for a client to change. */
const tried = { kind: 'deployment', namespace: 'shop', name: 'search', replicas: 3 };

/** Nothing is changed without a log, not even in a cluster that is a toy: one for each start, where the system cleans up. */
async function demoLog(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'portcullis-demo-')), 'decisions.log');
}

function connecting(url: string): string {
  const stdio = [...starting(), 'serve', '--stdio', '--cluster', 'demo'];
  return `
Connect a client
  Claude Code, HTTP    claude mcp add --transport http portcullis ${url}
  Claude Code, stdio   claude mcp add portcullis -- ${stdio.join(' ')}
  Any client, HTTP     ${JSON.stringify({ mcpServers: { portcullis: { type: 'http', url } } })}
  Any client, stdio    ${JSON.stringify({ mcpServers: { portcullis: { command: stdio[0], args: stdio.slice(1) } } })}
  Your own cluster     the same without --cluster demo: it is found as kubectl finds it; with --log FILE it may change things

Four calls, just made
`;
}

function command(...words: readonly string[]): string {
  return [...starting(), ...words].join(' ');
}

/** What starts the command line, from anywhere: out of a checkout by npm, which knows the Node to use; else as it is. */
function starting(): string[] {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  if (import.meta.url.endsWith('.ts')) return ['npm', '--prefix', root, 'run', '-s', 'portcullis', '--'];
  return [process.execPath, join(root, 'dist', 'main.js')];
}

function indented({ text }: Result): string {
  return text.replace(/^/gm, '  ');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
