// A question that travels through the client and back (2026-07-28), and the proof that an answer belongs to it. Knows no gate.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  createRequestStateCodec,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Waiting } from '../gate/ports.ts';
import { type Answer, answerOf, formOf } from './form.ts';

/** The call a question is about. An answer is good for the very same call of the very same subject. */
export type Asked = { readonly tool: string; readonly arguments: unknown; readonly subject: string };

/** What a request carries besides its arguments: nothing, no answer yet, an answer, or one that belongs to nothing here. */
export type Carried =
  | { readonly type: 'nothing' | 'unanswered' | 'foreign' }
  | { readonly type: 'answered'; readonly approval: string; readonly answer: Answer };

export type Questions = {
  /** The result that has the client ask its person, and call again with what they said. */
  readonly put: (waiting: Waiting, asked: Asked) => Promise<InputRequiredResult>;
  /** Reads an answer and uses it up. State that this server did not make, or made too long ago, is refused with -32602. */
  readonly read: (ctx: ServerContext, asked: Asked) => Promise<Carried>;
};

type State = { readonly approval: string; readonly call: string; readonly nonce: string; readonly until: number };

const KEY = 'approval';
/** Seconds. A form that stays open longer is asked anew, even when the approval itself lives on. */
const LONGEST = 3600;
/** How many answers are remembered as used, each until its question is over; beyond that no further one is taken. */
const MOST = 10_000;

/** The questions of one process: their key never leaves it, so neither does what they are good for. */
export function openQuestions(): Questions {
  const key = randomBytes(32);
  const { verify } = createRequestStateCodec<State>({ key });
  const used = new Map<string, number>();

  /** True for the first of all who come with this nonce. */
  const use = ({ nonce, until }: State, now: number): boolean => {
    if (used.has(nonce)) return false;
    if (used.size >= MOST) for (const [old, end] of used) if (end < now) used.delete(old);
    if (used.size >= MOST) return false;
    used.set(nonce, until);
    return true;
  };

  return {
    put: async (waiting, asked) => {
      const now = seconds();
      const ttlSeconds = Math.min(waiting.expiresAt - now, LONGEST);
      const { mint } = createRequestStateCodec<State>({ key, ttlSeconds });
      const state = { approval: waiting.id, call: digest(asked), nonce: randomUUID(), until: now + ttlSeconds };
      return inputRequired({
        inputRequests: { [KEY]: inputRequired.elicit(formOf(waiting)) },
        requestState: await mint(state),
      });
    },
    read: async (ctx, asked) => {
      const { inputResponses, requestState } = ctx.mcpReq;
      const text = requestState<string>();
      if (text === undefined) return { type: inputResponses === undefined ? 'nothing' : 'foreign' };
      const state = await verify(text, ctx).catch(() => {
        throw new ProtocolError(ProtocolErrorCode.InvalidParams, NOT_OURS, { reason: 'invalid_request_state' });
      });
      if (state.call !== digest(asked) || !use(state, seconds())) return { type: 'foreign' };
      const given = inputResponse(inputResponses, KEY);
      if (given.kind !== 'elicit') return { type: 'unanswered' };
      return { type: 'answered', approval: state.approval, answer: answerOf(given.action, given.content) };
    },
  };
}

const NOT_OURS =
  'Invalid or expired requestState: this server did not ask that, or too long ago. Nothing was done. ' +
  'Make the call again without requestState and inputResponses; if a person must still be asked, it says so.';

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

function digest({ tool, arguments: args, subject }: Asked): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted([tool, args, subject])))
    .digest('base64url');
}

/** The same JSON with the keys of every object in order: a client may send them in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [key, sorted(each)]);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
