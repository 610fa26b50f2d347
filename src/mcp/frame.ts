// One JSON-RPC message out of bytes, or the error that answers them. Knows nothing of transports, methods or the gate.
import { type JSONRPCMessage, parseJSONRPCMessage } from '@modelcontextprotocol/server';
import { paramsProblem } from './params.ts';

type Id = string | number | null;

/** A JSON-RPC error response, ready to be written. */
export type Refusal = {
  readonly jsonrpc: '2.0';
  readonly id: Id;
  readonly error: { readonly code: number; readonly message: string };
};

export type Frame = { readonly message: JSONRPCMessage } | { readonly refusal: Refusal };

/** How deep a message may nest. The gate bounds arguments more tightly, and says so by name. */
const MAX_DEPTH = 100;

export const PARSE_ERROR = -32700;
export const INVALID_REQUEST = -32600;
export const INVALID_PARAMS = -32602;
export const INTERNAL_ERROR = -32603;
export const BUSY = -32000;

/** A JSON-RPC error response (JSON-RPC 2.0, section 5.1); `id` is null when the request could not be told. */
export function refusal(code: number, message: string, id: Id = null): Refusal {
  return { jsonrpc: '2.0', id, error: { code, message } };
}

/** Reads exactly one JSON-RPC message. Bytes must be UTF-8; a byte order mark in front is ignored (RFC 8259, section 8.1). */
export function readFrame(bytes: Uint8Array): Frame {
  const text = decode(bytes);
  if (text === undefined) return refuse(PARSE_ERROR, 'The message is not UTF-8.');
  if (tooDeep(bytes)) return refuse(INVALID_REQUEST, `The message nests deeper than ${MAX_DEPTH} levels.`);
  const value = parse(text);
  if (value === undefined) return refuse(PARSE_ERROR, 'The message is not JSON.');
  if (Array.isArray(value)) return refuse(INVALID_REQUEST, 'Batches are not served: send one message at a time.');
  if (hasProtoKey(text)) return refuse(INVALID_REQUEST, 'A key named __proto__ is not allowed.', idOf(value));
  return asMessage(value);
}

function refuse(code: number, message: string, id: Id = null): Frame {
  return { refusal: refusal(code, message, id) };
}

function asMessage(value: unknown): Frame {
  try {
    const message = parseJSONRPCMessage(value);
    const problem = paramsProblem(message);
    return problem === '' ? { message } : refuse(INVALID_PARAMS, problem, idOf(value));
  } catch {
    return refuse(INVALID_REQUEST, 'The message is not a JSON-RPC 2.0 request, notification or response.', idOf(value));
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Counted before parsing, so that a hostile message costs one look at its first bytes. */
function tooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (quoted) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return false;
}

/** The schemas of the SDK drop such a key silently; what was sent would not be what was judged. */
function hasProtoKey(text: string): boolean {
  if (!text.includes('__proto__') && !text.includes('\\u')) return false;
  let found = false;
  JSON.parse(text, (key, value: unknown) => {
    if (key === '__proto__') found = true;
    return value;
  });
  return found;
}

function idOf(value: unknown): Id {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  const { id } = value;
  return typeof id === 'string' || (typeof id === 'number' && Number.isSafeInteger(id)) ? id : null;
}
