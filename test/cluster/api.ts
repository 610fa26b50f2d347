// The tests' own small way to speak to an API server. Knows nothing of the product, so that it can check it.
import { Agent, type RequestOptions, request } from 'node:https';

/** What a test needs to reach a cluster: plain data, so that it passes from one process to another. */
export type Connection = {
  url: string;
  /** The serving certificate's chain, PEM. */
  ca: string;
  caFile: string;
  /** Of a member of system:masters. */
  token: string;
  /** A file whose context `test` is the administrator; every other user has a context of their name. */
  kubeconfig: string;
  users: User[];
  /** The folder the fake kubelet reads: `<namespace>/<pod>/<container>[.previous].log`. */
  logs: string;
  /** Where a Node object must point for its logs to come; null without a kubelet. */
  kubelet: { node: string; port: number } | null;
};

export type User = { name: string; token: string; groups: string[] };

export type Answer = { status: number; headers: Record<string, string>; text: string; json: unknown };

export type Ask = { token?: string; body?: unknown; type?: string; accept?: string };

export type Api = ((method: string, path: string, ask?: Ask) => Promise<Answer>) & { close: () => void };

/** One kept-alive way to an API server. An HTTP error status is an answer; only a broken connection rejects. */
export const api = (to: Pick<Connection, 'url' | 'ca' | 'token'>, sockets = 16): Api => {
  const agent = new Agent({ ca: to.ca, keepAlive: true, maxSockets: sockets });
  const call = (method: string, path: string, ask: Ask = {}): Promise<Answer> => {
    const headers: Record<string, string> = { accept: ask.accept ?? 'application/json' };
    const token = ask.token ?? to.token;
    if (token) headers.authorization = `Bearer ${token}`;
    const body = ask.body === undefined ? undefined : Buffer.from(JSON.stringify(ask.body));
    if (body) {
      headers['content-type'] = ask.type ?? 'application/json';
      headers['content-length'] = String(body.length);
    }
    return exchange(new URL(path, to.url), { agent, method, headers }, body);
  };
  return Object.assign(call, { close: () => agent.destroy() });
};

const exchange = (url: URL, options: RequestOptions, body: Buffer | undefined): Promise<Answer> =>
  new Promise((done, fail) => {
    const sent = request(url, options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', fail);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, `${value}`]));
        done({ status: response.statusCode ?? 0, headers, text, json: parsed(text) });
      });
    });
    sent.on('error', fail);
    sent.end(body);
  });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
