// The part of the platform's WebAssembly the compiler needs, typed: the Node types leave it to the browser's.
declare const moduleBrand: unique symbol;

/** Compiled code, which may be handed to a worker without compiling it again. */
export type WasmModule = { readonly [moduleBrand]: true };

type Platform = {
  compile: (bytes: Uint8Array) => Promise<WasmModule>;
  instantiate: (module: WasmModule, imports: object) => Promise<object>;
};

export const { compile, instantiate } = (globalThis as unknown as { WebAssembly: Platform }).WebAssembly;
