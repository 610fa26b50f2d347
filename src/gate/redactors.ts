// One redactor for each profile and word list, made when it is first needed and kept, for it takes a while to make.
import type { Binding } from './obligations.ts';
import type { Ports } from './ports.ts';
import { createRedactor, type Redactor } from './redact/redactor.ts';

/** Gives the redactor that a binding asks for; the standard one when nothing does. */
export type RedactorFor = (wants?: Pick<Binding, 'strict' | 'words'>) => Redactor;

/** Redactors over one key. */
export function redactors({ fingerprint }: Pick<Ports, 'fingerprint'>): RedactorFor {
  const known = new Map<string, Redactor>();
  return ({ strict, words } = { strict: false, words: [] }) => {
    const key = JSON.stringify([strict, words]);
    const redactor = known.get(key) ?? createRedactor({ fingerprint, words, profile: strict ? 'strict' : 'standard' });
    known.set(key, redactor);
    return redactor;
  };
}
