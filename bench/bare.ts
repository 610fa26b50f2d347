// What the SDK and the cluster cost by themselves: three tools, no policy, no redaction, no log. Only for comparison.
// node bench/bare.ts KUBECONFIG [PORT]: over standard input and output, or over HTTP.
import { createServer } from 'node:http';
import { type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, fromJsonSchema, McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { api } from '../test/cluster/api.ts';
import { connectionOf } from './connection.ts';

type Args = { readonly namespace: string; readonly name?: string };
type Pod = {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly nodeName?: string };
  readonly status: {
    readonly phase?: string;
    readonly podIP?: string;
    readonly containerStatuses?: readonly { readonly restartCount: number }[];
  };
};
type List = { readonly metadata: { readonly continue?: string }; readonly items: readonly Pod[] };
type Table = { readonly rows: readonly { readonly cells: readonly unknown[] }[] };

const [kubeconfig = '', port] = process.argv.slice(2);
const ask = api(connectionOf(kubeconfig));
const path = ({ namespace, name }: Args): string =>
  `/api/v1/namespaces/${namespace}/pods${name === undefined ? '' : `/${name}`}`;

const tools: Readonly<Record<string, (args: Args) => Promise<string>>> = {
  get: async (args) => JSON.stringify((await ask('GET', path(args))).json),
  columns: async (args) => {
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io';
    const { json } = await ask('GET', `${path(args)}?includeObject=None`, { accept });
    return (json as Table).rows.map(({ cells }) => cells.slice(0, 7).join('\t')).join('\n');
  },
  objects: async (args) => {
    const lines: string[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const { json } = await ask('GET', `${path(args)}?limit=500&continue=${next}`);
      const { metadata, items } = json as List;
      for (const { metadata, spec, status } of items) {
        const restarts = status.containerStatuses?.map(({ restartCount }) => restartCount).join(',');
        lines.push([metadata.name, status.phase, status.podIP, spec.nodeName, restarts].join('\t'));
      }
      next = metadata.continue || undefined;
    }
    return lines.join('\n');
  },
};

const text = { type: 'string' } as const;
const inputSchema = fromJsonSchema({ type: 'object', properties: { namespace: text, name: text } });
const create = (): McpServer => {
  const mcp = new McpServer({ name: 'bare', version: '1' });
  for (const [name, tool] of Object.entries(tools))
    mcp.registerTool(name, { inputSchema }, async (args) => ({
      content: [{ type: 'text', text: await tool(args as Args) }],
    }));
  return mcp;
};

if (port === undefined) serveStdio(create);
else {
  const handle = toNodeHandler(createMcpHandler(create));
  createServer((req, res) => void handle(req as NodeIncomingMessageLike, res)).listen(Number(port), '127.0.0.1');
}
