// One MCP server over the gate, for both eras of the protocol. Knows no transport, no cluster and no policy.
import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  fromJsonSchema,
  type JsonSchemaType,
  type JsonSchemaValidator,
  type jsonSchemaValidator,
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Catalog } from '../gate/documents.ts';
import { asFault } from '../gate/fault.ts';
import type { Card, Gate, Subject } from '../gate/ports.ts';
import { type Handlers, handlers, type Method } from './handlers.ts';
import type { Session } from './session.ts';

/** What every transport needs to serve MCP. */
export type Serving = {
  readonly gate: Gate;
  readonly subject: Subject;
  readonly name: string;
  readonly version: string;
  /** Calls the listener whenever the policy has changed; gives a function that stops it. */
  readonly onPolicyChange: (listener: () => void) => () => void;
  /** What went wrong on the wire, for the operator's log; nothing of it reaches a caller. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Puts other handlers over ours, or more features beside them: the door for a test fixture. */
  readonly extend?: ((mcp: McpServer, own: Handlers) => Partial<Handlers>) | undefined;
};

/** How long a client may keep a list without asking again, in milliseconds. A policy may change at any time. */
const TTL = { ttlMs: 5000, cacheScope: 'private' } as const;

/** Arguments are judged by the gate, which says what is wrong in its own words; the SDK must not judge before it. */
const unjudged: jsonSchemaValidator = {
  getValidator<T>(): JsonSchemaValidator<T> {
    return (input) => ({ valid: true, data: input as T, errorMessage: undefined });
  },
};

const EMPTY: Catalog = { tools: [], prompts: [], instructions: '' };

/**
 * A server for one stdio connection or one HTTP request. Without a policy it still comes up: the lists then fail with
 * the fault's remedy, and so does each call.
 */
export async function createMcp(
  serving: Serving & Pick<Session, 'transport' | 'era' | 'questions'>,
): Promise<McpServer> {
  const { gate, subject, transport, era, questions, name, version } = serving;
  const catalog = await gate.catalog(subject, transport).catch(() => EMPTY);
  const mcp = new McpServer(
    { name, version },
    {
      capabilities: { tools: { listChanged: true }, prompts: { listChanged: true }, completions: {} },
      instructions: catalog.instructions,
      cacheHints: { 'tools/list': TTL, 'prompts/list': TTL, 'server/discover': TTL },
      jsonSchemaValidator: unjudged,
    },
  );
  // Registered so that the SDK can check the headers that mirror arguments, then taken over by one handler: the gate.
  for (const card of catalog.tools) mcp.registerTool(card.name, { inputSchema: schemaOf(card) }, unreachable);
  const report = serving.onError ?? (() => {});
  const capabilities = (ctx: ServerContext) => capabilitiesOf(mcp, era, ctx);
  const own = handlers({ gate, subject, transport, era, questions, capabilities, agent: () => agentName(mcp), report });
  const all: Handlers = { ...own, ...serving.extend?.(mcp, own) };
  mount(mcp, all, 'tools/list');
  mount(mcp, all, 'tools/call');
  mount(mcp, all, 'prompts/list');
  mount(mcp, all, 'prompts/get');
  mount(mcp, all, 'completion/complete');
  return mcp;
}

function mount<M extends Method>(mcp: McpServer, all: Handlers, method: M): void {
  const handler: Handlers[M] = all[method];
  mcp.server.setRequestHandler(method, async (request, ctx: ServerContext) => {
    try {
      return await handler(request, ctx);
    } catch (thrown) {
      throw thrown instanceof ProtocolError ? thrown : asInternal(thrown);
    }
  });
}

/** The SDK sends the message of whatever is thrown; only the fixed words of a fault may be such a message. */
function asInternal(thrown: unknown): ProtocolError {
  const fault = asFault(thrown);
  return new ProtocolError(ProtocolErrorCode.InternalError, `${fault.message} ${fault.remedy}`, { code: fault.code });
}

const schemas = new WeakMap<Card, ReturnType<typeof fromJsonSchema>>();

/** Made once for each card: over HTTP every request gets a new server. */
function schemaOf(card: Card): ReturnType<typeof fromJsonSchema> {
  const known = schemas.get(card);
  if (known !== undefined) return known;
  const made = fromJsonSchema(card.arguments as JsonSchemaType, unjudged);
  schemas.set(card, made);
  return made;
}

function unreachable(): never {
  throw new ProtocolError(ProtocolErrorCode.InternalError, 'Not served.');
}

/** Said with each request, or once at the beginning of a connection; over HTTP a client of the older era has none. */
function capabilitiesOf(mcp: McpServer, era: Session['era'], ctx: ServerContext): ClientCapabilities | undefined {
  if (era === 'legacy') return mcp.server.getClientCapabilities();
  // The SDK has checked it, and says less of its type than it knows.
  const envelope: Readonly<Record<string, unknown>> = ctx.mcpReq.envelope ?? {};
  return envelope[CLIENT_CAPABILITIES_META_KEY] as ClientCapabilities | undefined;
}

/** What the client calls itself, short and printable: it is written to logs, and believed by nobody. */
function agentName(mcp: McpServer): string {
  return (mcp.server.getClientVersion()?.name ?? '').replaceAll(/[^\p{L}\p{N} ._/@:+-]/gu, '').slice(0, 64);
}
