// The conformance suite's own catalog and answers on our real server: transport, handlers and door are those we ship.

import type { McpServer } from '@modelcontextprotocol/server';
import type { Card, Gate, Prompt } from '../../../src/gate/ports.ts';
import type { Handlers } from '../../../src/mcp/handlers.ts';
import type { HttpOptions } from '../../../src/mcp/http.ts';
import { card, result, serving } from '../gate.ts';
import { addResources, richPrompts, richTools } from './content.ts';

const prompt = (name: string, args: readonly string[], text: string): Prompt => ({
  name,
  title: name,
  description: `Prompt ${name}`,
  arguments: args.map((argument) => ({
    name: argument,
    description: argument,
    required: true,
    complete: { tool: 'x', arguments: {} },
  })),
  text,
});

const schema2020: Card = {
  ...card('json_schema_2020_12_tool'),
  arguments: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    $defs: {
      address: {
        $anchor: 'addressDef',
        type: 'object',
        properties: { street: { type: 'string' }, city: { type: 'string' } },
      },
    },
    properties: {
      name: { type: 'string' },
      address: { $ref: '#/$defs/address' },
      contactMethod: { type: 'string', enum: ['phone', 'email'] },
      phone: { type: 'string' },
      email: { type: 'string' },
    },
    allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
    if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['phone'] },
    else: { required: ['email'] },
    additionalProperties: false,
  },
};

const headerTool = card('test_header_mirror', {
  region: { type: 'string', 'x-mcp-header': 'Region' },
});

/** Options for our HTTP server under the suite. */
export function fixture(): Pick<HttpOptions, 'gate' | 'subject' | 'name' | 'version' | 'onPolicyChange' | 'extend'> {
  const listeners = new Set<() => void>();
  const texts: Record<string, Gate['call']> = {
    test_simple_text: async () => result('allow', 'This is a simple text response for testing.'),
    test_error_handling: async () =>
      result('fault', 'This tool intentionally returns an error for testing', 'INTERNAL'),
    test_tool_with_progress: async (_, watch) => {
      for (const done of [0, 50, 100]) watch?.progress?.(done, 100, '');
      return result('allow', 'Progressed');
    },
    test_trigger_tool_change: async () => changed(),
    test_trigger_prompt_change: async () => changed(),
    json_schema_2020_12_tool: async (call) => result('allow', JSON.stringify(call.arguments)),
    test_header_mirror: async (call) => result('allow', JSON.stringify(call.arguments)),
  };
  const changed = () => {
    for (const listener of listeners) listener();
    return result('allow', 'Changed');
  };
  const own = new Set([headerTool.name, schema2020.name]);
  const names = [...Object.keys(texts), ...Object.keys(richTools)].filter((name) => !own.has(name));
  const catalog = {
    tools: [...names.map((name) => card(name)), schema2020, headerTool],
    prompts: [
      prompt('test_simple_prompt', [], 'This is a simple prompt for testing.'),
      prompt('test_prompt_with_arguments', ['arg1', 'arg2'], 'Prompt with arguments: arg1={{arg1}}, arg2={{arg2}}'),
      prompt('test_prompt_with_embedded_resource', ['resourceUri'], ''),
      prompt('test_prompt_with_image', [], ''),
      prompt('test_input_required_result_prompt', [], ''),
    ],
    instructions: 'A fixture.',
  };
  const gate: Gate = {
    call: async (call, watch) =>
      Object.hasOwn(texts, call.tool)
        ? texts[call.tool]!(call, watch)
        : result('usage', 'Unknown tool.', 'UNKNOWN_TOOL'),
    catalog: async () => catalog,
    complete: async () => ['testValue1'],
    settle: async () => {},
  };
  const onPolicyChange = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { ...serving, gate, onPolicyChange, extend };
}

function extend(mcp: McpServer, own: Handlers): Partial<Handlers> {
  mcp.server.registerCapabilities({ logging: {}, resources: { subscribe: true } });
  addResources(mcp);
  mcp.server.setRequestHandler('resources/subscribe', () => ({}));
  mcp.server.setRequestHandler('resources/unsubscribe', () => ({}));
  return {
    'tools/call': async (request, ctx) => {
      const { name, arguments: args = {} } = request.params;
      return Object.hasOwn(richTools, name) ? richTools[name]!(ctx, args) : own['tools/call'](request, ctx);
    },
    'prompts/get': async (request, ctx) => {
      const { name, arguments: args = {} } = request.params;
      return Object.hasOwn(richPrompts, name) ? richPrompts[name]!(ctx, args) : own['prompts/get'](request, ctx);
    },
  };
}
