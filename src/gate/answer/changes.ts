// Changes as a piece of an answer: one line each, from → to. Knows no kind.
import type { Observed } from '../execute.ts';
import type { WriteData } from '../mutate.ts';
import { line, type ShownChange } from '../shown.ts';
import { type Piece, quotation, sentence } from './piece.ts';

/** Lines of changes behind a fence: they hold the cluster's words. */
export function changesPiece(title: string, lines: readonly string[], more = ''): Piece {
  return quotation(title, lines, 'change', more);
}

/** What a write has changed, or would. */
export function writtenPiece(title: string, { data }: Observed): Piece {
  const { changes, dryRun } = data as WriteData;
  if (changes === null) return sentence(`${title}: done${dryRun ? ', as a dry run' : ''}.`);
  if (changes.length === 0)
    return sentence(`${title}: ${dryRun ? 'nothing would change' : 'it is so already'}; nothing was sent.`);
  if (changes.some(({ path, op }) => path === '' && op === 'remove'))
    return sentence(`${title}: ${dryRun ? 'would be deleted; nothing was changed' : 'deleted'}.`);
  const lines = changes.map((change) => line(change as ShownChange));
  return changesPiece(`${title}: ${dryRun ? 'would change; nothing was changed' : 'changed'}`, lines);
}

/** true for what a write observed. */
export function isWritten({ data }: Observed): boolean {
  return typeof data === 'object' && data !== null && 'changes' in data && 'dryRun' in data;
}
