// What would change in one object: the list of changes, then a diff with signs, line numbers and folded context.
import type { Proposed } from '../../gate/ports.ts';
import type { Hunk } from '../desk.ts';
import { type Html, html } from '../html.ts';
import { objectOf, plural } from './words.ts';

/** Unchanged lines shown of one fold. What changes is never cut. */
const FOLD = 400;

type Line = Hunk['lines'][number];

const signs: Readonly<Record<Line['sign'], { readonly row: string; readonly word: string }>> = {
  ' ': { row: 'same', word: '' },
  '+': { row: 'added', word: 'added: ' },
  '-': { row: 'removed', word: 'removed: ' },
};

const kinds: Readonly<Record<string, string>> = { '+': 'added: ', '-': 'removed: ', '~': 'changed: ' };

/** `~ spec.replicas: 3 → 5`, `+ spec.paused: true`: path and values told apart where that is certain. */
export function changeText(text: string): Html {
  const [, mark = '', rest = ''] = /^(?:([+~-]) )?(.*)$/s.exec(text) ?? [];
  const said = kinds[mark];
  const sign = said && html`<span class="sign" aria-hidden="true">${mark}</span><span class="hidden">${said}</span>`;
  const colon = rest.indexOf(': ');
  const [path, value] = [rest.slice(0, colon), rest.slice(colon + 2)];
  const [from = '', to, more] = value.split(' → ');
  if (colon < 0 || more !== undefined) return html`${sign}<code>${rest}</code>`;
  if (to !== undefined)
    return html`${sign}<code class="path">${path}</code> <code class="from">${from}</code> <span class="arrow">→</span> <code class="to">${to}</code>`;
  const tone = mark === '+' ? 'to' : mark === '-' ? 'from' : 'value';
  return html`${sign}<code class="path">${path}</code> <code class="${tone}">${value}</code>`;
}

/** How a text ends that was too long. */
const CUT = /\n… \(cut\)\n?$/;

export function diffTable(one: Proposed, hunks: readonly Hunk[]): Html {
  if (hunks.length === 0) return html`<p class="quiet">No line of the object would differ.</p>`;
  const after = one.after === '' ? [] : one.after.replace(/\n$/, '').split('\n');
  const pieces: Html[] = [];
  let next = 1;
  for (const hunk of hunks) {
    pieces.push(fold(after, next, hunk.newStart), table(one, hunk));
    next = hunk.newStart + hunk.lines.filter((line) => line.sign !== '-').length;
  }
  pieces.push(fold(after, next, after.length + 1));
  const cut = CUT.test(one.before) || CUT.test(one.after);
  const rest =
    cut && html`<p class="warning">The object is too long to be shown whole. Every change is listed above.</p>`;
  return html`<div class="diff">${pieces}</div>${rest || undefined}`;
}

/** The unchanged lines from one number up to another, out of sight until wanted. */
function fold(after: readonly string[], from: number, to: number): Html {
  const lines = after.slice(from - 1, Math.max(from, to) - 1);
  if (lines.length === 0) return html``;
  const cut = lines.length - FOLD;
  return html`<details class="fold"><summary>${plural(lines.length, 'unchanged line')}</summary><table><tbody>${lines.slice(0, FOLD).map((text, at) => row('', from + at, { sign: ' ', text }, html`${text}`))}</tbody></table>${cut > 0 ? html`<p class="quiet">${plural(cut, 'more unchanged line')}.</p>` : undefined}</details>`;
}

function table(one: Proposed, hunk: Hunk): Html {
  let [before, after] = [hunk.oldStart, hunk.newStart];
  const pairs = partners(hunk.lines);
  const rows = hunk.lines.map((line) => {
    const old = line.sign === '+' ? '' : before++;
    const now = line.sign === '-' ? '' : after++;
    return row(old, now, line, marked(line, pairs.get(line)));
  });
  return html`<table><caption class="hidden">${objectOf(one)}, from line ${Math.max(1, hunk.newStart)}</caption><thead class="hidden"><tr><th scope="col">Line before</th><th scope="col">Line after</th><th scope="col">Sign</th><th scope="col">Text</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function row(before: number | '', after: number | '', { sign }: Line, text: Html): Html {
  const { row: name, word } = signs[sign];
  const said = word === '' ? undefined : html`<span class="hidden">${word}</span>`;
  return html`<tr class="${name}"><td class="number">${before}</td><td class="number">${after}</td><td class="sign" aria-hidden="true">${sign}</td><td class="text">${said}${text}</td></tr>`;
}

/** Which line became which: in a run of as many removed as added lines, one after the other. */
function partners(lines: readonly Line[]): ReadonlyMap<Line, Line> {
  const pairs = new Map<Line, Line>();
  let removed: Line[] = [];
  let added: Line[] = [];
  for (const line of [...lines, undefined]) {
    if (line?.sign === '-') removed.push(line);
    else if (line?.sign === '+') added.push(line);
    else {
      for (const [at, one] of removed.length === added.length ? removed.entries() : [])
        pairs.set(one, added[at]!).set(added[at]!, one);
      [removed, added] = [[], []];
    }
  }
  return pairs;
}

/** A line with the part marked in which it differs from its partner. */
function marked({ text }: Line, other: Line | undefined): Html {
  if (other === undefined) return html`${text}`;
  const [mine, theirs] = [[...text], [...other.text]];
  const shorter = Math.min(mine.length, theirs.length);
  let head = 0;
  while (head < shorter && mine[head] === theirs[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && mine.at(-1 - tail) === theirs.at(-1 - tail)) tail += 1;
  const middle = mine.slice(head, mine.length - tail).join('');
  if (middle === '' || head + tail < 3) return html`${text}`;
  return html`${mine.slice(0, head).join('')}<b>${middle}</b>${mine.slice(mine.length - tail).join('')}`;
}
