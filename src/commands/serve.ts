// portcullis serve: the server, by stdio on a laptop or by HTTP on loopback.
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Route } from '../mcp/endpoint.ts';
import { example, type Flags, Mistake, withFlags } from './flags.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

type Address = { readonly host: string; readonly port: number };
type ServeFlags = Flags & { readonly stdio?: boolean; readonly http?: Address; readonly page?: boolean };

/** The command. */
export function serveCommand(): Command {
  return withFlags(new Command('serve'))
    .description('serve MCP')
    .addOption(new Option('--stdio', 'over standard input and output').conflicts('http'))
    .addOption(new Option('--http <[host:]port>', 'over Streamable HTTP, on loopback').argParser(address))
    .addOption(new Option('--no-page', 'without the page on which people approve'))
    .addHelpText(
      'after',
      example('portcullis serve --stdio', 'portcullis serve --http 8642 --cluster demo --log decisions.log'),
    )
    .action(async (flags: ServeFlags) => {
      if (!flags.stdio && !flags.http) throw new Mistake('Say how to serve: --stdio or --http [HOST:]PORT.', 2);
      const { openWorld } = await import('./world.ts');
      const world = await openWorld(flags, { metrics: flags.http !== undefined, meanwhile: () => loadServer(flags) });
      if (flags.http) await overHttp(world, flags.http, flags.page !== false);
      else await overStdio(world, flags.page !== false);
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

async function overStdio(world: World, page: boolean): Promise<void> {
  const { serveStdio } = await import('../mcp/stdio.ts');
  if (page)
    // A port of its own, opened when the first approval waits.
    world.approving.show(async () => {
      const { servePage } = await import('../web/serve.ts');
      const { origin } = await servePage(world.approving.desk, { host: '127.0.0.1', port: 0, onError: world.report });
      return `${origin}/approvals`;
    });
  const server = serveStdio({ ...serving(world) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  await server.closed;
  await world.close();
  process.exit(0);
}

/** Serves until the process is told to end; gives the address of the endpoint once it listens. */
export async function overHttp(world: World, { host, port }: Address, page: boolean): Promise<string> {
  const { serveHttp } = await import('../mcp/http.ts');
  const routes = page ? { '/approvals': pageOf(world) } : {};
  const options = { ...serving(world), host, port, routes, checks: world.checks, metrics: world.metrics };
  const server = await serveHttp(options).catch(async (error) => {
    await world.close();
    throw error;
  });
  if (page) world.approving.show(async () => new URL('/approvals', server.url).href);
  process.stderr.write(`portcullis listens on ${server.url}\n`);
  // Not waited for: who only reads needs no folder for approvals.
  if (page) void world.approving.announce();
  const stop = async () => {
    await server.close();
    await world.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  return server.url;
}

/** The approvals page, loaded when somebody comes. */
function pageOf({ approving, report }: World): Route {
  let route: Promise<Route> | undefined;
  return async (req, res) => {
    route ??= import('../web/pages.ts').then(({ pages }) => pages(approving.desk, { onError: report })['/approvals']);
    await (await route)(req, res);
  };
}

function serving({ gate, subject, onPolicyChange, report }: World) {
  return { gate, subject, name: 'portcullis', version, onPolicyChange, onError: report };
}
