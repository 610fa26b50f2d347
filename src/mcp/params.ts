// The outer shape of a message's parameters, in words a person can act on. What is inside the arguments is the gate's.
import type { JSONRPCMessage } from '@modelcontextprotocol/server';

type Params = Readonly<Record<string, unknown>>;

/** The SDK checks the same, but answers with a dump of its validator, and not always with the right code. */
const checks: Readonly<Record<string, (params: Params) => string>> = {
  'tools/call': (params) => named(params) || object(params, 'arguments'),
  'prompts/get': (params) => named(params) || object(params, 'arguments') || texts(params, 'arguments'),
  'tools/list': cursor,
  'prompts/list': cursor,
};

/** What is wrong with a request's parameters, in one sentence; empty when nothing is. */
export function paramsProblem(message: JSONRPCMessage): string {
  if (!('method' in message) || !Object.hasOwn(checks, message.method)) return '';
  return checks[message.method]!(message.params ?? {});
}

function named(params: Params): string {
  return typeof params.name === 'string' ? '' : 'params.name must be a string.';
}

function object(params: Params, key: string): string {
  const value = params[key];
  return value === undefined || isObject(value) ? '' : `params.${key} must be an object.`;
}

function texts(params: Params, key: string): string {
  const wrong = Object.values(params[key] ?? {}).some((value) => typeof value !== 'string');
  return wrong ? `Every value in params.${key} must be a string.` : '';
}

function cursor(params: Params): string {
  const value = params.cursor;
  return value === undefined || typeof value === 'string' ? '' : 'params.cursor must be a string.';
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
