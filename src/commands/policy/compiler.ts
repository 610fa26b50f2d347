// The compiler of one command, made when it is first asked.
import type { Compiler } from '../../policy/compiler.ts';

const compilers = new Map<string | undefined, Compiler>();

/** One for all that a command does: making the compiler ready takes longer than most of what it is asked. */
export async function compiler(native: string | undefined): Promise<Compiler> {
  const { createCompiler } = await import('../../policy/compiler.ts');
  const made = compilers.get(native) ?? createCompiler({ native });
  compilers.set(native, made);
  return made;
}
