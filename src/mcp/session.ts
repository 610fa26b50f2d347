// What every method of one connection, or of one HTTP request, is asked with. Knows no method and no transport.
import type { ClientCapabilities, ServerContext } from '@modelcontextprotocol/server';
import type { Gate, Subject, Transport } from '../gate/ports.ts';
import type { Questions } from './question.ts';

/** Who asks, how, and whom. */
export type Session = {
  readonly gate: Gate;
  readonly subject: Subject;
  readonly transport: Transport;
  /** `modern`: 2026-07-28, where every request stands alone; `legacy`: 2025-11-25 and older. */
  readonly era: 'modern' | 'legacy';
  readonly questions: Questions;
  /** What the client says it can do; undefined where it cannot be asked anything. */
  readonly capabilities: (ctx: ServerContext) => ClientCapabilities | undefined;
  /** What the client calls itself, for the log only. */
  readonly agent: () => string;
  /** The cause of a failure that no caller may see. */
  readonly report: (error: unknown) => void;
};
