// Station 8: the text a model reads. It stands alone; same state, same text.

import { cell, clean } from '../clean.ts';
import type { Answer } from '../documents.ts';
import type { Observed } from '../execute.ts';
import type { Ports, Show } from '../ports.ts';
import { compose, type Piece, quotation, sentence } from './piece.ts';
import { piece, type Shown } from './pieces.ts';

/** The answer of a call whose requests were carried out: main/answer's blocks if there are any, else what the plan shows. */
export function answer(
  observed: readonly Observed[],
  written: Answer | undefined,
  ports: Pick<Ports, 'cluster' | 'yaml' | 'fingerprint'>,
): string {
  const bounds = observed.map(({ binding }) => binding?.limit.bytes ?? smallest);
  const bytes = Math.min(...bounds, written?.bytes ?? most, most);
  const cluster = ports.cluster.info.name;
  const pieces = written
    ? byBlocks(written, observed, cluster, ports.yaml)
    : merged(observed).map((shown) => piece(shown, cluster, ports.yaml));
  const text = compose(pieces, bytes, ports.fingerprint);
  return text === '' ? 'Nothing to show.' : text;
}

const most = 16 * 1024 * 1024;
const smallest = 24 * 1024;

type Quote = Extract<Answer['blocks'][number], { quote: unknown }>;

function byBlocks(
  { blocks }: Answer,
  observed: readonly Observed[],
  cluster: string,
  yaml: (value: unknown) => string,
): readonly Piece[] {
  return blocks.flatMap((block) => {
    if ('text' in block) return [sentence(clean(block.text))];
    if ('quote' in block) return block.quote.length === 0 ? [] : [quoted(block)];
    const found = observed.find(({ judged }) => judged.planned.id === block.observation);
    return found ? [piece({ observed: [found], show: block.show }, cluster, yaml)] : [];
  });
}

function quoted({ title, quote, more = '' }: Quote): Piece {
  return quotation(cell(title), quote.map(oneLine), 'line', more);
}

/** A line of a quotation: nothing in it ends the line or hides, and what it was indented by stays. */
function oneLine(text: string): string {
  return `${/^ */.exec(text)?.[0] ?? ''}${cell(text)}`;
}

/** Neighbours that list one resource become one table. */
function merged(observed: readonly Observed[]): readonly Shown[] {
  const shown: { observed: [Observed, ...Observed[]]; show: Show }[] = [];
  for (const one of observed) {
    const show = one.judged.planned.show ?? { as: 'yaml' as const };
    if (show.as === 'none') continue;
    const last = shown.at(-1);
    if (last && show.as === 'table' && sameList(last.observed[0], one)) last.observed.push(one);
    else shown.push({ observed: [one], show });
  }
  return shown;
}

function sameList(one: Observed, other: Observed): boolean {
  const [a, b] = [one.judged.request, other.judged.request];
  return (
    one.outcome === 'ok' &&
    other.outcome === 'ok' &&
    a.verb === b.verb &&
    a.resource === b.resource &&
    a.group === b.group &&
    a.name === '' &&
    b.name === '' &&
    a.namespace !== b.namespace
  );
}
