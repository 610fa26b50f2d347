// The page on a port of its own, beside stdio: this machine only, bounded. Knows no route but those it is given.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, BlockList, isIP } from 'node:net';
import type { Desk } from './desk.ts';
import { protect, type Route, send } from './http.ts';
import { type PageOptions, pages } from './pages.ts';

export type PageServer = {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
};

export type ServeOptions = PageOptions & {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
};

const BOUNDS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 60_000,
  connectionsCheckingInterval: 5000,
  noDelay: true,
};
const CONNECTIONS = 128;
const HEADERS = 64;

const local = new BlockList();
local.addSubnet('127.0.0.0', 8, 'ipv4');
local.addAddress('::1', 'ipv6');

/** Listens, or refuses with a message for the operator: an address that others can reach, or a port that is taken. */
export async function servePage(desk: Desk, options: ServeOptions): Promise<PageServer> {
  const host = loopback(options.host);
  const shown = host.includes(':') ? `[${host}]` : host;
  const names = ['localhost', '127.0.0.1', '[::1]', shown];
  const routes: Readonly<Record<string, Route>> = pages(desk, options);
  const server = createServer(BOUNDS, (req, res) => {
    protect(res);
    if (!names.includes(hostname(req))) return send(res, 403, TEXT, 'This address is not one of this server.\n');
    const path = (req.url ?? '').split('?', 1)[0]!;
    const route = Object.entries(routes).find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`));
    if (route === undefined) return send(res, 404, TEXT, 'Not found. The approvals are at /approvals.\n');
    void route[1](req, res);
  });
  server.maxConnections = CONNECTIONS;
  server.maxHeadersCount = HEADERS;
  const port = await listen(server, host, options.port);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://${shown}:${port}`, close };
}

const TEXT = 'text/plain; charset=utf-8';

/** The name by which the browser reached us (DNS rebinding); '' when it is not a name and a port. */
function hostname(req: IncomingMessage): string {
  const [, name = ''] = /^([a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i.exec(req.headers.host ?? '') ?? [];
  return name.toLowerCase();
}

function loopback(host: string): string {
  const address = host === 'localhost' ? '127.0.0.1' : host.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(address);
  if (family !== 0 && local.check(address, family === 6 ? 'ipv6' : 'ipv4')) return address;
  throw new Error(
    `Refused to show the approvals on ${host === '' ? 'every address' : host}: only this machine may reach them. ` +
      'Listen on 127.0.0.1, and come from elsewhere through a tunnel that authenticates (ssh -L).',
  );
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'another program listens there' : `the system says ${error.code}`;
      reject(
        new Error(`Could not show the approvals on ${host}:${port}: ${why}. Choose another port.`, { cause: error }),
      );
    });
    server.listen({ host, port, exclusive: true }, () => {
      server.removeAllListeners('error');
      server.on('error', () => {});
      resolve((server.address() as AddressInfo).port);
    });
  });
}
