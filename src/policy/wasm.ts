// The part of the platform's WebAssembly the engine needs, typed: the Node types leave it to the browser's.
import type { WasmModule } from './compiler-wasm.ts';

export type { WasmModule };

/** Memory of an instance; pages are 64 KiB. */
export type Memory = { readonly buffer: ArrayBuffer };

export type WasmInstance = { readonly exports: unknown };

type Platform = {
  readonly compile: (bytes: Uint8Array) => Promise<WasmModule>;
  readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => Memory;
  readonly Instance: new (module: WasmModule, imports: object) => WasmInstance;
};

export const {
  compile,
  Memory,
  Instance: WasmInstance,
} = (globalThis as unknown as { WebAssembly: Platform }).WebAssembly;
