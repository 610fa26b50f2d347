// A process that records changes until it is killed. It says on stdout what was recorded, and only after that is sure.
import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { openDecisionLog } from '../../src/log/decision-log.ts';
import { decision } from './world.ts';

const [file, run] = process.argv.slice(2);
const log = await openDecisionLog({ file, labels: { id: 'killed' }, maxBytes: 20_000, keep: 1000 });
const { custom } = decision();
let number = 0;

async function change(): Promise<void> {
  number += 1;
  const id = `${run}-${number}`;
  for (const outcome of ['sending', 'executed'] as const) {
    const approvals = [`a-${id}`];
    const event = decision({ decision_id: id, custom: { ...custom, call_id: `c-${id}`, outcome, approvals } });
    await log.record(event, [], { durable: true });
    writeSync(1, `${id} ${outcome}\n`);
    await setTimeout(Math.random() * 4);
  }
  return change();
}

await Promise.all(Array.from({ length: 4 }, change));
