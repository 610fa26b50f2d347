// tools/call: a question to the gate, and, when it waits for a person, a form for the one at this client. Decides nothing.
import {
  type CallToolResult,
  type InputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  SdkError,
  SdkErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { asFault, type Fault } from '../gate/fault.ts';
import type { Call, Result, Waiting, Watch } from '../gate/ports.ts';
import { type Answer, answerOf, canAsk, formOf, isTooLong } from './form.ts';
import { type Progress, progress } from './progress.ts';
import type { Session } from './session.ts';

/** Where a result says how it was decided (`_meta`, reverse DNS as MCP asks). */
export const DECISION_META = 'dev.portcullis/decision';

/** A timer of Node holds no more milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * One call. A person is asked once at most, and only by a form that this server made for this very call; what they said
 * goes to the gate as a consent, and everything else without one.
 */
export async function callTool(
  session: Session,
  tool: string,
  args: unknown,
  ctx: ServerContext,
): Promise<CallToolResult | InputRequiredResult> {
  const told = progress(ctx);
  const running = whileRunning(ctx.mcpReq.signal);
  try {
    return await answer(session, tool, args, ctx, { signal: running.signal, told });
  } catch (thrown) {
    if (thrown instanceof ProtocolError) throw thrown;
    session.report(thrown);
    return faultResult(asFault(thrown));
  } finally {
    running.over();
    await told.settled();
  }
}

type Running = { readonly signal: AbortSignal; readonly told: Progress };

async function answer(session: Session, tool: string, args: unknown, ctx: ServerContext, { signal, told }: Running) {
  const watch: Watch = { signal, progress: told.report };
  const { gate, subject, transport, era, questions } = session;
  const asker = { ...subject, agent: session.agent() || subject.agent };
  const decide = async (consent?: Call['consent']): Promise<Result> => {
    const result = await gate.call({ tool, arguments: args, subject: asker, transport, consent }, watch);
    if (result.outcome !== 'usage' || result.code !== 'UNKNOWN_TOOL') return result;
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, result.text);
  };
  const asked = { tool, arguments: args, subject: subject.id };
  const answered = era === 'modern' ? await questions.read(ctx, asked) : undefined;
  if (answered) return toolResult(await decide(consentOf(answered.approval, answered.answer)));

  const result = await decide();
  const { approval } = result;
  if (!approval || !canAsk(approval, session.capabilities(ctx), Date.now())) return toolResult(result);
  if (isTooLong(approval)) return toolResult({ ...result, text: `${result.text}\n${TOO_LONG}` });
  if (era === 'modern') return questions.put(approval, asked);
  told.say('Waiting for your answer');
  const consent = consentOf(approval.id, await askNow(session, approval, ctx, signal));
  return toolResult(consent ? await decide(consent) : result);
}

const TOO_LONG =
  'It is too much to be shown in a form of your client: change less at once, or have it answered elsewhere.';

function consentOf(approval: string, answer: Answer): Call['consent'] {
  return answer && { approval, ...answer };
}

/** Asks while the call waits (2025-11-25 and older), no longer than the approval is open and the call wanted. */
async function askNow({ report }: Session, waiting: Waiting, ctx: ServerContext, signal: AbortSignal): Promise<Answer> {
  const timeout = Math.min(waiting.expiresAt * 1000 - Date.now(), LONGEST_TIMER);
  try {
    const { action, content } = await ctx.mcpReq.send(
      { method: 'elicitation/create', params: formOf(waiting) },
      { timeout, signal },
    );
    return answerOf(action, content);
  } catch (thrown) {
    const late = thrown instanceof SdkError && thrown.code === SdkErrorCode.RequestTimeout;
    if (!late && !signal.aborted) report(thrown);
    return undefined;
  }
}

/** Over HTTP the SDK aborts the signal of every request, answered ones too; a call that is over cannot be cancelled. */
function whileRunning(signal: AbortSignal): { readonly signal: AbortSignal; readonly over: () => void } {
  const call = new AbortController();
  const cancel = (): void => call.abort(signal.reason);
  if (signal.aborted) cancel();
  else signal.addEventListener('abort', cancel, { once: true });
  return { signal: call.signal, over: () => signal.removeEventListener('abort', cancel) };
}

/** A call that waits is an error to a model, too: nothing was done. */
function toolResult(result: Result): CallToolResult {
  const { code, classification, revision, outcome, approval } = result;
  const decisionIds = result.decisions.map(({ id }) => id);
  const waiting = approval ? { approval: approval.id } : {};
  return {
    content: [{ type: 'text', text: result.text }],
    isError: outcome !== 'allow',
    _meta: { [DECISION_META]: { outcome, code, decisionIds, classification, revision, ...waiting } },
  };
}

/** The gate answers its own faults; this is for one that got past it. */
function faultResult(fault: Fault): CallToolResult {
  const decision = { outcome: 'fault', code: fault.code, decisionIds: [], classification: '', revision: '' };
  return {
    content: [{ type: 'text', text: `${fault.code}: ${fault.message}\n${fault.remedy}` }],
    isError: true,
    _meta: { [DECISION_META]: decision },
  };
}
