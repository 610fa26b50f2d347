// A compiled policy as the gate sees it: five entry points and the cards' argument schemas. It must not know files.
import { Fault } from '../gate/fault.ts';
import type { Policy } from '../gate/ports.ts';
import { createAccept } from './accept.ts';
import { boundedJson, inputLimits } from './bounds.ts';
import { entryPoints } from './bundle.ts';
import type { Task } from './engine-worker.ts';
import { createPool } from './pool.ts';
import { type ValidateFunction, validator } from './schemas.ts';
import { selfTest } from './self-test.ts';
import { compile, type WasmModule } from './wasm.ts';

/** A policy that can be let go: `retire` lets what still uses it finish, `close` does not. */
export type OpenPolicy = Policy & {
  readonly retire: () => void;
  readonly close: () => Promise<void>;
};

export type PolicyOptions = {
  readonly revision: string;
  /** Milliseconds a decision on one input may take; a batch gets more, in proportion, and a plan ten times that. 100 unless told. */
  readonly deadlineMs?: number;
  /** Threads. Two, so that one answers while the other is replaced. */
  readonly workers?: number;
  /** Bytes that one instance's memory may grow to. JSON data costs about twelve times its size. 128 MiB unless told. */
  readonly memoryBytes?: number;
  /** Whether cards and their examples are tried too, which a policy that has just been written needs. */
  readonly thorough?: boolean;
  /** What else this process has to do to start: called while it would only wait for the policy's thread. */
  readonly meanwhile?: (() => void) | undefined;
};

const pageBytes = 65_536;
/** Entry points that see a whole call at once. */
const planned: ReadonlySet<string> = new Set(['main/plan', 'main/answer']);

/**
 * Loads a compiled policy with its data and tries it out; only a policy that passes is returned. Rejects with a
 * {@link Fault} (POLICY_FAILED, POLICY_INVALID, POLICY_TIMEOUT) whose cause says what was wrong.
 */
export async function createPolicy(
  wasm: Uint8Array,
  data: Readonly<Record<string, unknown>>,
  options: PolicyOptions,
): Promise<OpenPolicy> {
  const blueprint = {
    module: await compiled(wasm),
    data: new TextEncoder().encode(JSON.stringify(data)),
    maximumPages: Math.ceil((options.memoryBytes ?? 128 * 1024 * 1024) / pageBytes),
  };
  const pool = createPool(blueprint, { workers: options.workers ?? 2, deadlineMs: options.deadlineMs ?? 100 });
  options.meanwhile?.();

  const ask = async <Document>(
    entryPoint: string,
    inputs: readonly object[],
    isValid: (value: unknown) => value is Document,
    signal?: AbortSignal,
  ): Promise<Document[]> => {
    if (inputs.length === 0) return [];
    const most = planned.has(entryPoint) ? inputLimits.planBytes : inputLimits.bytes;
    const patience = planned.has(entryPoint) ? 10 : 1;
    const task: Task = { entryPoint, inputs: inputs.map((input) => boundedJson(input, most)), patience };
    const results = await pool.run(task, signal);
    if (results.length !== inputs.length) throw invalid(entryPoint, 'not one result for each input');
    return results.map((result) => onlyDocument(entryPoint, result, isValid));
  };
  const askOne = async <Document>(
    entryPoint: string,
    input: object,
    isValid: (value: unknown) => value is Document,
    signal?: AbortSignal,
  ): Promise<Document> => (await ask(entryPoint, [input], isValid, signal))[0]!;

  const [isCatalog, isPlan] = [validator('catalog'), validator('plan')];
  const [isDecision, isAnswer] = [validator('decision'), validator('answer')];

  const policy: OpenPolicy = {
    revision: options.revision,
    catalog: (planning, signal) => askOne('main/catalog', planning, isCatalog, signal),
    plan: (planning, signal) => askOne('main/plan', planning, isPlan, signal),
    decide: (inputs, signal) => ask('main/decision', inputs, isDecision, signal),
    answer: (planning, signal) => askOne('main/answer', planning, isAnswer, signal),
    mask: (event, signal) => askOne('system/log/mask', event as object, isMask, signal),
    accept: createAccept(),
    retire: pool.retire,
    close: pool.close,
  };

  try {
    const found = await pool.ready;
    if ([...found].sort().join() !== [...entryPoints].sort().join()) throw wrongEntryPoints(found);
    await selfTest(policy, options.thorough === true);
    return policy;
  } catch (fault) {
    await pool.close();
    throw fault;
  }
}

async function compiled(wasm: Uint8Array): Promise<WasmModule> {
  try {
    return await compile(wasm);
  } catch (cause) {
    throw new Fault('POLICY_FAILED', '', cause);
  }
}

/** Exactly one result, and valid by its schema: undefined, two results and wrong shapes are all the same to us. */
function onlyDocument<Document>(
  entryPoint: string,
  results: unknown,
  isValid: (value: unknown) => value is Document,
): Document {
  if (!Array.isArray(results) || results.length !== 1) throw invalid(entryPoint, 'not exactly one result');
  const document: unknown = results[0]?.result;
  if (!isValid(document)) throw invalid(entryPoint, problemsOf(isValid));
  return document;
}

function problemsOf(isValid: unknown): string {
  const [first] = (isValid as Partial<ValidateFunction>).errors ?? [];
  return first ? `${first.instancePath || 'the document'} ${first.message ?? 'is not valid'}` : 'a wrong shape';
}

function isMask(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((rule) => typeof rule === 'string' || isMaskRule(rule));
}

function isMaskRule(rule: unknown): boolean {
  return typeof rule === 'object' && rule !== null && 'op' in rule && 'path' in rule && typeof rule.path === 'string';
}

function invalid(entryPoint: string, what: string): Fault {
  return new Fault('POLICY_INVALID', '', new Error(`${entryPoint} gave ${what}.`));
}

function wrongEntryPoints(found: readonly string[]): Fault {
  return new Fault(
    'POLICY_INVALID',
    '',
    new Error(`The entry points must be ${entryPoints.join(', ')}, but are ${found.join(', ')}.`),
  );
}
