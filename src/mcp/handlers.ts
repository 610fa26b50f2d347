// The methods of MCP as questions to the gate. Knows no transport, and decides nothing.
import {
  type CompleteResult,
  type HandlerResultTypeMap,
  ProtocolError,
  ProtocolErrorCode,
  type RequestTypeMap,
  type ServerContext,
  type Tool,
} from '@modelcontextprotocol/server';
import type { Catalog } from '../gate/documents.ts';
import { asFault, type Fault } from '../gate/fault.ts';
import type { Card, Prompt } from '../gate/ports.ts';
import { callTool } from './call.ts';
import { fillPrompt } from './prompt.ts';
import type { Session } from './session.ts';

export type Method = 'tools/list' | 'tools/call' | 'prompts/list' | 'prompts/get' | 'completion/complete';

export type Handlers = {
  readonly [M in Method]: (request: RequestTypeMap[M], ctx: ServerContext) => Promise<HandlerResultTypeMap[M]>;
};

/** MCP allows 100 completions in one result. */
const MAX_COMPLETIONS = 100;
const MAX_PARTIAL = 256;

/** The handlers of one session. A fault becomes an answer with a code and a remedy; nothing else of it leaves. */
export function handlers(session: Session): Handlers {
  const catalog = (ctx: ServerContext) =>
    session.gate.catalog(session.subject, session.transport, ctx.mcpReq.signal).catch((thrown) => {
      throw asProtocolError(asFault(thrown));
    });
  return {
    'tools/list': async (request, ctx) => {
      refuseCursor(request.params?.cursor);
      return { tools: listed(await catalog(ctx)) };
    },
    'tools/call': (request, ctx) => callTool(session, request.params.name, request.params.arguments ?? {}, ctx),
    'prompts/list': async (request, ctx) => {
      refuseCursor(request.params?.cursor);
      return { prompts: byName((await catalog(ctx)).prompts).map(promptEntry) };
    },
    'prompts/get': async (request, ctx) => {
      const prompt = find(await catalog(ctx), request.params.name);
      const filled = fillPrompt(prompt, request.params.arguments ?? {});
      if ('problem' in filled) throw invalid(filled.problem);
      return {
        description: prompt.description,
        messages: [{ role: 'user', content: { type: 'text', text: filled.text } }],
      };
    },
    'completion/complete': async (request, ctx) => {
      const { ref, argument, context } = request.params;
      if (ref.type !== 'ref/prompt') throw invalid('Only the arguments of prompts can be completed.');
      const known = find(await catalog(ctx), ref.name).arguments.find(({ name }) => name === argument.name);
      if (known === undefined) throw invalid('The prompt has no such argument.');
      if (known.complete === undefined || argument.value.length > MAX_PARTIAL) return completion([]);
      const wanted = { prompt: ref.name, argument: argument.name, value: argument.value };
      const values = await session.gate
        .complete({ ...wanted, context: context?.arguments ?? {} }, session.subject, session.transport, {
          signal: ctx.mcpReq.signal,
        })
        .catch((thrown) => {
          throw asProtocolError(asFault(thrown));
        });
      return completion(values);
    },
  };
}

const lists = new WeakMap<Catalog, Tool[]>();

/** The tools as MCP shows them, by name; made once for each catalog, since a catalog lives as long as its policy. */
function listed(catalog: Catalog): Tool[] {
  const known = lists.get(catalog);
  if (known !== undefined) return known;
  const made = byName(catalog.tools).map(toolEntry);
  lists.set(catalog, made);
  return made;
}

function toolEntry({ name, title, description, arguments: schema, hints }: Card): Tool {
  return {
    name,
    title,
    description,
    inputSchema: { ...(listedSchema(schema) as typeof schema), type: 'object' },
    annotations: {
      title,
      readOnlyHint: hints.readOnly,
      destructiveHint: hints.destructive,
      idempotentHint: hints.idempotent,
      openWorldHint: hints.openWorld,
    },
  };
}

/** Bounds of a text: the gate judges calls by them, and says them to whoever breaks them. */
const unlisted: ReadonlySet<string> = new Set(['minLength', 'maxLength', 'pattern']);

/**
 * A schema of arguments as a model reads it. What keeps hostile text out takes a third of a catalog and tells no model
 * anything: it is left out here, and holds all the same.
 */
function listedSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(listedSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const isText = 'type' in schema && schema.type === 'string';
  const kept = Object.entries(schema).filter(([key]) => !(isText && unlisted.has(key)));
  return Object.fromEntries(kept.map(([key, value]) => [key, listedSchema(value)]));
}

function promptEntry({ name, title, description, arguments: args }: Prompt) {
  return {
    name,
    title,
    description,
    arguments: args.map((argument) => ({
      name: argument.name,
      description: argument.description,
      required: argument.required,
    })),
  };
}

function find(catalog: Catalog, name: string): Prompt {
  const prompt = catalog.prompts.find((candidate) => candidate.name === name);
  if (prompt === undefined) throw invalid('There is no such prompt. prompts/list shows those there are.');
  return prompt;
}

function completion(values: readonly string[]): CompleteResult {
  const shown = values.slice(0, MAX_COMPLETIONS);
  return { completion: { values: shown, total: values.length, hasMore: values.length > shown.length } };
}

function byName<T extends { readonly name: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Lists come whole, so no cursor is one of ours. */
function refuseCursor(cursor: string | undefined): void {
  if (cursor !== undefined) throw invalid('The list has one page: leave the cursor out.');
}

function invalid(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}

function asProtocolError(fault: Fault): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InternalError, `${fault.message} ${fault.remedy}`, { code: fault.code });
}
