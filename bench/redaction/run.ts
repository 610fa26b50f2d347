// Prints what the redactor finds, what it takes by mistake, how fast it is, and how it bears hostile input.
// Usage: node bench/redaction/run.ts [--seed N] [--shapes] [--misses] [--quick] [--large]
import { createHmac } from 'node:crypto';
import { createRedactor } from '../../src/gate/redact/redactor.ts';
import { corpus, type Sample } from './corpus.ts';
import { hostile } from './hostile.ts';
import { ordinaryLogs } from './logs.ts';

const argument = (name: string) => process.argv.indexOf(name);
const seed = argument('--seed') > 0 ? Number(process.argv[argument('--seed') + 1]) : 20260901;
const fingerprint = (secret: string) => createHmac('sha256', 'bench').update(secret).digest('hex').slice(0, 8);
const redactor = createRedactor({ fingerprint });

/** Strict: found only if no piece of two fifths of the secret is left. */
function survivesIn(secret: string, output: string): boolean {
  const piece = Math.max(3, Math.ceil(secret.length * 0.4));
  for (let i = 0; i + piece <= secret.length; i++) if (output.includes(secret.slice(i, i + piece))) return true;
  return false;
}

function redacted(sample: Sample): { before: string; after: string } {
  if (typeof sample.input === 'string') return { before: sample.input, after: redactor.text(sample.input).text };
  return { before: JSON.stringify(sample.input), after: JSON.stringify(redactor.value(sample.input).value) };
}

type Tally = { right: number; all: number; example?: string };
const tallies = new Map<string, Tally>();
const totals = new Map<string, Tally>();
const count = (map: Map<string, Tally>, key: string, right: boolean, example: string) => {
  const tally = map.get(key) ?? { right: 0, all: 0 };
  tally.all++;
  if (right) tally.right++;
  else tally.example ??= example;
  map.set(key, tally);
};

for (const sample of corpus(seed)) {
  const { before, after } = redacted(sample);
  const positive = sample.secrets.length > 0;
  const right = positive ? sample.secrets.every((secret) => !survivesIn(secret, after)) : before === after;
  const { half } = sample;
  const example = positive ? `${sample.secrets.join(' ')}  IN  ${after}` : after;
  count(tallies, `${positive ? '+' : '-'} ${half}: ${sample.shape}`, right, example);
  count(totals, `${positive ? 'recall' : 'false positives'}, ${half}`, right, '');
  count(totals, `${positive ? 'recall' : 'false positives'}, all`, right, '');
}

if (argument('--shapes') > 0 || argument('--misses') > 0)
  for (const [shape, tally] of tallies)
    if (argument('--shapes') > 0 || tally.right < tally.all)
      console.log(
        `${shape}  ${tally.right}/${tally.all}${tally.example === undefined ? '' : `\n      ${JSON.stringify(tally.example).slice(0, 600)}`}`,
      );

console.log('\n| measure | samples | value |\n| --- | --- | --- |');
for (const [name, tally] of totals) {
  const share = name.startsWith('recall') ? tally.right / tally.all : 1 - tally.right / tally.all;
  console.log(`| ${name} | ${tally.all} | ${share.toFixed(4)} |`);
}

const megabytes = (text: string, times: number) => {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    // Processor time, not the clock's: other work on the machine does not count.
    const from = process.cpuUsage();
    redactor.text(text);
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) * 1000);
  }
  return { rate: text.length / 1e6 / (best / 1e9), ms: best / 1e6 };
};

if (argument('--quick') < 0) {
  console.log('\n| ordinary logs, 8 MB | MB/s |\n| --- | --- |');
  for (const [name, text] of Object.entries(ordinaryLogs(8e6)))
    console.log(`| ${name} | ${megabytes(text, 4).rate.toFixed(0)} |`);
  const sizes = argument('--large') > 0 ? [3e6, 6e6, 12e6] : [5e5, 1e6, 2e6];
  console.log(
    `\n| hostile | ${sizes.map((size) => `${size / 1e6} MB, ms`).join(' | ')} | last ratio |\n| --- | --- | --- | --- | --- |`,
  );
  for (const [name, make] of Object.entries(hostile)) {
    const times = sizes.map((size) => megabytes(make(size), size < 3e6 ? 2 : 1).ms);
    console.log(
      `| ${name} | ${times.map((ms) => ms.toFixed(0)).join(' | ')} | ${((times[2] ?? 0) / (times[1] ?? 1)).toFixed(2)} |`,
    );
  }
}
