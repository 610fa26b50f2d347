// The policy folder as the operator named it. It must not know what is in it.
import { existsSync, statSync } from 'node:fs';
import { Mistake } from '../flags.ts';

/** Throws a {@link Mistake} when there is no such folder. */
export function needFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  throw new Mistake(`There is no folder ${folder} here. Name the policy folder, or go to where it is.`, 2);
}
