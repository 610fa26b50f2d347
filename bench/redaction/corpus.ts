// The labelled corpus: every shape a number of times, from a seed, the same on every machine. Knows no redactor.
import { dice } from './random.ts';
import type { Input, NegativeShape, PositiveShape } from './shape.ts';
import { fifthNegatives, fifthPositives } from './shapes-fifth.ts';
import { fourthNegatives, fourthPositives } from './shapes-fourth.ts';
import { freshNegatives, freshPositives } from './shapes-fresh.ts';
import { heldNegatives, heldPositives } from './shapes-held.ts';
import { thirdNegatives, thirdPositives } from './shapes-third.ts';
import { tunedNegatives, tunedPositives } from './shapes-tuned.ts';

export type Sample = {
  readonly shape: string;
  readonly half: 'held out' | 'fresh' | 'third' | 'fourth' | 'fifth' | 'tuned';
  readonly input: Input /** Empty: nothing may change. */;
  readonly secrets: readonly string[];
};

/** `each` samples of every shape. */
export function corpus(seed = 20260901, each = 30): Sample[] {
  const samples: Sample[] = [];
  const add = (shapes: Record<string, PositiveShape>, half: Sample['half']) => {
    for (const [shape, make] of Object.entries(shapes)) {
      const d = dice(seed ^ hash(shape));
      for (let i = 0; i < each; i++) samples.push({ shape, half, ...make(d) });
    }
  };
  const harmless = (shapes: Record<string, NegativeShape>): Record<string, PositiveShape> =>
    Object.fromEntries(
      Object.entries(shapes).map(([shape, make]) => [shape, (d) => ({ input: make(d), secrets: [] })]),
    );
  add(heldPositives, 'held out');
  add(tunedPositives, 'tuned');
  add(freshPositives, 'fresh');
  add(thirdPositives, 'third');
  add(harmless(thirdNegatives), 'third');
  add(fourthPositives, 'fourth');
  add(harmless(fourthNegatives), 'fourth');
  add(fifthPositives, 'fifth');
  add(harmless(fifthNegatives), 'fifth');
  add(harmless(freshNegatives), 'fresh');
  add(harmless(heldNegatives), 'held out');
  add(harmless(tunedNegatives), 'tuned');
  return samples;
}

function hash(text: string): number {
  let out = 7;
  for (const unit of text) out = (Math.imul(out, 31) + unit.charCodeAt(0)) | 0;
  return out;
}
