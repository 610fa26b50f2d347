// portcullis serve: the server, by stdio on a laptop or by HTTP on loopback.
import { Command, InvalidArgumentError, Option } from 'commander';
import { example, type Flags, Mistake, withFlags } from './flags.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

type Address = { readonly host: string; readonly port: number };
type ServeFlags = Flags & { readonly stdio?: boolean; readonly http?: Address };

/** The command. */
export function serveCommand(): Command {
  return withFlags(new Command('serve'))
    .description('serve MCP')
    .addOption(new Option('--stdio', 'over standard input and output').conflicts('http'))
    .addOption(new Option('--http <[host:]port>', 'over Streamable HTTP, on loopback').argParser(address))
    .addHelpText(
      'after',
      example('portcullis serve --stdio', 'portcullis serve --http 8642 --cluster demo --log decisions.log'),
    )
    .action(async (flags: ServeFlags) => {
      if (!flags.stdio && !flags.http) throw new Mistake('Say how to serve: --stdio or --http [HOST:]PORT.', 2);
      const { openWorld } = await import('./world.ts');
      const world = await openWorld(flags, { metrics: flags.http !== undefined, meanwhile: () => loadServer(flags) });
      if (flags.http) await overHttp(world, flags.http);
      else await overStdio(world);
    });
}

/** The protocol takes as long to load as all the rest. If it cannot be loaded, that is said when it is needed. */
function loadServer({ http }: ServeFlags): void {
  (http ? import('../mcp/http.ts') : import('../mcp/stdio.ts')).catch(() => {});
}

/** `8642`, `127.0.0.1:8642`, `[::1]:8642`. */
export function address(text: string): Address {
  const match = /^(?:(\[[0-9a-fA-F:.]+\]|[^:\s]+):)?(\d{1,5})$/.exec(text);
  const port = Number(match?.[2]);
  if (!match || port > 65535) throw new InvalidArgumentError('Write a port, or HOST:PORT.');
  return { host: (match[1] ?? '127.0.0.1').replace(/^\[|\]$/g, ''), port };
}

async function overStdio(world: World): Promise<void> {
  const { serveStdio } = await import('../mcp/stdio.ts');
  const server = serveStdio({ ...serving(world) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  await server.closed;
  await world.close();
  process.exit(0);
}

/** Serves until the process is told to end; gives the address of the endpoint once it listens. */
export async function overHttp(world: World, { host, port }: Address): Promise<string> {
  const { serveHttp } = await import('../mcp/http.ts');
  const server = await serveHttp({ ...serving(world), host, port, checks: world.checks, metrics: world.metrics }).catch(
    async (error) => {
      await world.close();
      throw error;
    },
  );
  process.stderr.write(`portcullis listens on ${server.url}\n`);
  const stop = async () => {
    await server.close();
    await world.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  return server.url;
}

function serving({ gate, subject, onPolicyChange, report }: World) {
  return { gate, subject, name: 'portcullis', version, onPolicyChange, onError: report };
}
