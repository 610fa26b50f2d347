// A gate whose tool `change` waits for a person, as the real one does; `agreed` is what was done, once for each approval.
import type { Call, Result, Waiting } from '../../src/gate/ports.ts';
import { fakeGate, result } from './gate.ts';

export const inAnHour = (): number => Math.floor(Date.now() / 1000) + 3600;

/** One approval for each subject and arguments; a consent counts only for that one. */
export function approvingGate(over: Partial<Waiting> = {}) {
  const done: string[] = [];
  const change = async ({ arguments: args, subject, consent }: Call): Promise<Result> => {
    const id = `${subject.id} ${JSON.stringify(args)}`;
    const verdict = consent?.approval === id ? consent.verdict : undefined;
    if (verdict === 'refuse') return result('deny', 'REFUSED: a person refused this.', 'REFUSED');
    if (verdict === 'approve') {
      done.push(id);
      return result('allow', `done ${done.length}`);
    }
    const question = `Set ${JSON.stringify(args)}?\nspec.replicas: 3 → 5`;
    const approval: Waiting = { id, methods: ['elicitation', 'cli'], question, expiresAt: inAnHour(), ...over };
    return { ...result('approve', 'APPROVAL_NEEDED: a person must approve this.', 'APPROVAL_NEEDED'), approval };
  };
  const served = fakeGate({ change });
  const consents = () => served.calls.flatMap(({ consent }) => (consent ? [consent] : []));
  return { ...served, done, consents };
}
