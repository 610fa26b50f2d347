// One WASM instance with its data: the SDK's evaluation over imports of our own. It must not know workers or documents.
import { createRequire } from 'node:module';
import { type Builtin, builtins, keepsSets } from './builtins.ts';
import { fromDump, fromJson, toJson } from './builtins-value.ts';
import { Memory, WasmInstance, type WasmModule } from './wasm.ts';

/** What an instance is made from. Nothing of it changes: new data is a new instance. */
export type Blueprint = {
  readonly module: WasmModule;
  /** JSON text of the data document, in bytes. */
  readonly data: Uint8Array<ArrayBuffer>;
  /** Pages of 64 KiB that memory may grow to. */
  readonly maximumPages: number;
};

/** Evaluates entry points, until it throws once: then it must be thrown away, because each throw leaks its stack. */
export type Instance = {
  readonly entryPoints: readonly string[];
  readonly evaluate: (input: ArrayBuffer, entryPoint: string) => unknown;
};

type Exports = {
  readonly opa_malloc: (bytes: number) => number;
  readonly opa_json_parse: (address: number, bytes: number) => number;
  readonly opa_json_dump: (address: number) => number;
  readonly opa_value_dump: (address: number) => number;
  readonly builtins: () => number;
  readonly opa_wasm_abi_version: { readonly value: number };
  readonly opa_wasm_abi_minor_version: { readonly value: number };
};

// The SDK types its class but exports it from its CommonJS half only.
const sdk = createRequire(import.meta.url)('@open-policy-agent/opa-wasm') as {
  LoadedPolicy: new (
    instance: WasmInstance,
    memory: Memory,
    minorVersion: number,
  ) => {
    readonly entrypoints: Readonly<Record<string, number>>;
    readonly setData: (data: ArrayBuffer) => void;
    readonly evaluate: (input: ArrayBuffer, entryPoint: string) => unknown;
  };
};

/** What an instance begins with: its own texts must fit, and those of this policy take five pages and more. */
const firstPages = 32;

/** Makes an instance and gives it its data, once. Throws when the module wants a builtin that the host has not. */
export function createInstance({ module, data, maximumPages }: Blueprint): Instance {
  const memory = new Memory({ initial: Math.min(firstPages, maximumPages), maximum: maximumPages });
  let called: readonly string[] = [];
  const wasm = new WasmInstance(module, {
    env: imports(
      memory,
      () => exports,
      () => called,
    ),
  });
  const exports = wasm.exports as unknown as Exports;
  called = neededBuiltins(memory, exports);

  if (exports.opa_wasm_abi_version?.value !== 1)
    throw new Error('The WASM is not of an ABI version this server knows.');
  const policy = new sdk.LoadedPolicy(wasm, memory, exports.opa_wasm_abi_minor_version.value);
  policy.setData(data.slice().buffer);
  return {
    entryPoints: Object.keys(policy.entrypoints),
    evaluate: (input, entryPoint) => policy.evaluate(input, entryPoint),
  };
}

/** The builtins by the number the module calls them with; all of them must be ours. */
function neededBuiltins(memory: Memory, exports: Exports): string[] {
  const numbers = JSON.parse(textAt(memory, exports.opa_json_dump(exports.builtins()))) as Record<string, number>;
  const unknown = Object.keys(numbers).filter((name) => builtins[name] === undefined);
  if (unknown.length > 0)
    throw new Error(`The policy calls builtins this server does not have: ${unknown.join(', ')}.`);
  return Object.entries(numbers).reduce<string[]>((names, [name, number]) => {
    names[number] = name;
    return names;
  }, []);
}

// The SDK's own imports would print to standard output, prefer its JavaScript builtins to ours and round integers.
function imports(memory: Memory, exports: () => Exports, called: () => readonly string[]) {
  const call = (number: number, _context: number, ...operands: number[]): number => {
    const name = called()[number] ?? '';
    const builtin: Builtin | undefined = builtins[name];
    if (builtin === undefined) throw new Error('The policy called a builtin this server does not have.');
    const result = builtin(...operands.map((address) => read(name, address)));
    return result === undefined ? 0 : write(toJson(result));
  };
  const read = (name: string, address: number): unknown =>
    keepsSets.has(name)
      ? fromDump(textAt(memory, exports().opa_value_dump(address)))
      : fromJson(textAt(memory, exports().opa_json_dump(address)));
  const write = (json: string): number => {
    const bytes = new TextEncoder().encode(json);
    const address = exports().opa_malloc(bytes.length);
    new Uint8Array(memory.buffer).set(bytes, address);
    return exports().opa_json_parse(address, bytes.length);
  };
  return {
    memory,
    opa_abort: (address: number) => {
      throw new Error(textAt(memory, address));
    },
    // A policy has nothing to print to: standard output belongs to the protocol.
    opa_println: () => {},
    opa_builtin0: call,
    opa_builtin1: call,
    opa_builtin2: call,
    opa_builtin3: call,
    opa_builtin4: call,
  };
}

function textAt(memory: Memory, address: number): string {
  const bytes = new Uint8Array(memory.buffer);
  return Buffer.from(memory.buffer, address, bytes.indexOf(0, address) - address).toString('utf8');
}
