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

/** What a person answered, and to the question about which approval. */
export type Answered = { readonly approval: string; readonly answer: Answer };

export type Questions = {
  /** The result that has the client ask its person, and call again with what they said. */
  readonly put: (waiting: Waiting, asked: Asked) => Promise<InputRequiredResult>;
  /**
   * The answer that a request carries, if it does; it is used up by reading. One that this server did not ask for, not
   * about this call, too long ago, or that was used before, is refused with -32602.
   */
  readonly read: (ctx: ServerContext, asked: Asked) => Promise<Answered | undefined>;
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
      if (text === undefined && inputResponses === undefined) return undefined;
      const state = text === undefined ? undefined : await verify(text, ctx).catch(() => undefined);
      if (state === undefined || state.call !== digest(asked) || !use(state, seconds())) throw foreign();
      const given = inputResponse(inputResponses, KEY);
      if (given.kind !== 'elicit') return undefined;
      return { approval: state.approval, answer: answerOf(given.action, given.content) };
    },
  };
}

/** As the SDK refuses such state: in a word that a client can know. */
function foreign(): ProtocolError {
  const why = 'this server did not ask that about this call, or too long ago, or the answer was used before';
  const now = 'Nothing was done. Make the call again without it; if a person must still be asked, it says so';
  const reason = { code: 'CONSENT_INVALID', reason: 'invalid_request_state' };
  return new ProtocolError(ProtocolErrorCode.InvalidParams, `Invalid or expired requestState: ${why}. ${now}.`, reason);
}

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
