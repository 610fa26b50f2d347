// What a shape of the corpus is, and how a PEM block is put together. Knows no redactor.
import type { Dice } from './random.ts';

export type Input = string | Readonly<Record<string, unknown>>;
export type PositiveShape = (d: Dice) => { readonly input: Input; readonly secrets: readonly string[] };
export type NegativeShape = (d: Dice) => Input;

/** One secret in one input. */
export function sure(secret: string, input: (secret: string) => Input): { input: Input; secrets: string[] } {
  return { input: input(secret), secrets: [secret] };
}

// Put together at run time, so that no scanner of repositories takes the corpus for a leak.
export const begin = (kind: string, noun = 'KEY') =>
  `${'-'.repeat(5)}BEGIN ${kind}${noun === 'KEY' ? ' ' : ''}${noun}${'-'.repeat(5)}`;
export const end = (kind: string, noun = 'KEY') =>
  `${'-'.repeat(5)}END ${kind}${noun === 'KEY' ? ' ' : ''}${noun}${'-'.repeat(5)}`;

/** The base64 lines of a PEM block. */
export function pemBody(d: Dice, lines: number): string {
  return `MIIE${d.base64(45)}\n${Array.from({ length: lines - 1 }, () => d.base64(48)).join('\n')}`;
}
