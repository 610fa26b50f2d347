// What the conformance suite asks a server to have, beyond text: media, resources, and questions back to the client.
import {
  type CallToolResult,
  createRequestStateCodec,
  type GetPromptResult,
  type InputRequest,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceTemplate,
  type ServerContext,
} from '@modelcontextprotocol/server';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const WAV = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';

const text = (value: string) => ({ type: 'text' as const, text: value });
const image = { type: 'image' as const, data: PNG, mimeType: 'image/png' };
const audio = { type: 'audio' as const, data: WAV, mimeType: 'audio/wav' };
const embedded = (uri: string, mimeType: string, value: string) => ({
  type: 'resource' as const,
  resource: { uri, mimeType, text: value },
});

const states = createRequestStateCodec<string>({ key: 'conformance-fixture-key-of-32-bytes!' });

const ask = (message: string, properties: Record<string, { type: 'string' } | { type: 'boolean' }>): InputRequest =>
  inputRequired.elicit({
    message,
    requestedSchema: { type: 'object', properties, required: Object.keys(properties) },
  });
const askName = ask('What is your name?', { name: { type: 'string' } });
const askOk = ask('Please confirm', { ok: { type: 'boolean' } });
const sample = (prompt: string): InputRequest =>
  inputRequired.createMessage({ messages: [{ role: 'user', content: text(prompt) }], maxTokens: 100 });

type Answer = CallToolResult | InputRequiredResult;

const answered = (ctx: ServerContext, ...keys: string[]): boolean =>
  keys.every((key) => inputResponse(ctx.mcpReq.inputResponses, key).kind !== 'missing');

/** The state the client brought back; what was tampered with is refused, as `-32602`. */
async function stateOf(ctx: ServerContext): Promise<string> {
  const state = ctx.mcpReq.requestState();
  if (typeof state !== 'string') return '';
  try {
    return await states.verify(state, ctx);
  } catch {
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'Invalid or expired requestState');
  }
}

const once =
  (key: string, request: InputRequest) =>
  (ctx: ServerContext): Answer =>
    answered(ctx, key)
      ? { content: [text(`Thank you: ${JSON.stringify(ctx.mcpReq.inputResponses?.[key])}`)] }
      : inputRequired({ inputRequests: { [key]: request } });

const withState =
  (inputRequests: Record<string, InputRequest>) =>
  async (ctx: ServerContext): Promise<Answer> => {
    const state = await stateOf(ctx);
    if (state === 'asked' && answered(ctx, ...Object.keys(inputRequests))) return { content: [text('state-ok')] };
    return inputRequired({ inputRequests, requestState: await states.mint('asked') });
  };

/** Tools whose results the gate has no words for. Everything else goes through it. */
export const richTools: Record<
  string,
  (ctx: ServerContext, args: Record<string, unknown>) => Answer | Promise<Answer>
> = {
  test_image_content: () => ({ content: [image] }),
  test_audio_content: () => ({ content: [audio] }),
  test_embedded_resource: () => ({
    content: [embedded('test://embedded-resource', 'text/plain', 'This is an embedded resource content.')],
  }),
  test_multiple_content_types: () => ({
    content: [
      text('Multiple content types test:'),
      image,
      embedded('test://mixed-content-resource', 'application/json', '{"test":"data","value":123}'),
    ],
  }),
  test_tool_with_logging: async (ctx) => {
    for (const line of ['started', 'processing', 'completed']) await ctx.mcpReq.log('info', `Tool ${line}`);
    return { content: [text('Logged three times')] };
  },
  test_logging_tool: async (ctx) => {
    await ctx.mcpReq.log('info', 'A line');
    return { content: [text('Logged')] };
  },
  test_input_required_result_elicitation: once('user_name', askName),
  test_input_required_result_sampling: once('capital_question', sample('What is the capital of France?')),
  test_input_required_result_list_roots: once('client_roots', inputRequired.listRoots()),
  test_input_required_result_request_state: withState({ confirm: askOk }),
  test_input_required_result_tampered_state: withState({ confirm: askOk }),
  test_input_required_result_multiple_inputs: withState({
    user_name: askName,
    greeting: sample('Generate a greeting'),
    client_roots: inputRequired.listRoots(),
  }),
  test_input_required_result_multi_round: async (ctx) => {
    const state = await stateOf(ctx);
    if (state === 'step2' && answered(ctx, 'step2')) return { content: [text('Both answered')] };
    const [step, request] =
      state === 'step1' && answered(ctx, 'step1')
        ? (['step2', ask('Step 2: What is your favorite color?', { color: { type: 'string' } })] as const)
        : (['step1', ask('Step 1: What is your name?', { name: { type: 'string' } })] as const);
    return inputRequired({ inputRequests: { [step]: request }, requestState: await states.mint(step) });
  },
  test_input_required_result_capabilities: (ctx) => {
    const declared = capabilities(ctx);
    return inputRequired({
      inputRequests: {
        ...(declared.elicitation ? { user_name: askName } : {}),
        ...(declared.sampling ? { greeting: sample('Generate a greeting') } : {}),
      },
    });
  },
  test_missing_capability: once('greeting', sample('Generate a greeting')),
  test_streaming_elicitation: once('user_name', askName),
  test_sampling: once('answer', sample('Test prompt for sampling')),
  test_elicitation: once('answer', ask('Please', { username: { type: 'string' }, email: { type: 'string' } })),
  test_elicitation_sep1034_defaults: once('answer', askName),
  test_elicitation_sep1330_enums: once('answer', askName),
};

function capabilities(ctx: ServerContext): { elicitation?: unknown; sampling?: unknown } {
  const envelope = ctx.mcpReq.envelope as Record<string, unknown> | undefined;
  return (envelope?.['io.modelcontextprotocol/clientCapabilities'] ?? {}) as Record<string, unknown>;
}

/** Prompts of more than text. */
export const richPrompts: Record<
  string,
  (ctx: ServerContext, args: Record<string, string>) => GetPromptResult | InputRequiredResult
> = {
  test_prompt_with_embedded_resource: (_, args) => ({
    messages: [
      {
        role: 'user',
        content: embedded(args.resourceUri ?? '', 'text/plain', 'Embedded resource content for testing.'),
      },
      { role: 'user', content: text('Please process the embedded resource above.') },
    ],
  }),
  test_prompt_with_image: () => ({
    messages: [
      { role: 'user', content: image },
      { role: 'user', content: text('Please analyze the image above.') },
    ],
  }),
  test_input_required_result_prompt: (ctx) =>
    answered(ctx, 'user_context')
      ? { messages: [{ role: 'user', content: text('With context') }] }
      : inputRequired({
          inputRequests: { user_context: ask('What context should the prompt use?', { context: { type: 'string' } }) },
        }),
};

/** Resources, which the product itself does not offer. */
export function addResources(mcp: McpServer): void {
  const read = (uri: string, body: { text: string } | { blob: string }, mimeType: string) => () => ({
    contents: [{ uri, mimeType, ...body }],
  });
  const add = (name: string, uri: string, mimeType: string, body: { text: string } | { blob: string }) =>
    mcp.registerResource(name, uri, { description: name, mimeType }, read(uri, body, mimeType));
  add('static-text', 'test://static-text', 'text/plain', { text: 'This is the content of the static text resource.' });
  add('static-binary', 'test://static-binary', 'image/png', { blob: PNG });
  add('watched', 'test://watched-resource', 'text/plain', { text: 'Watched' });
  mcp.registerResource(
    'template',
    new ResourceTemplate('test://template/{id}/data', { list: undefined }),
    { description: 'template', mimeType: 'application/json' },
    (uri, { id }) => ({
      contents: [
        { uri: uri.href, mimeType: 'application/json', text: JSON.stringify({ id, data: `Data for ID: ${id}` }) },
      ],
    }),
  );
}
