// The processor time a process and its ended children took, as Linux counts it: what a busy machine does not blur.
import { readFile } from 'node:fs/promises';

/** In milliseconds, to the nearest ten; NaN where there is no /proc. */
export const cpuTime = async (pid: number): Promise<number> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return text === '' ? Number.NaN : ticks * 10;
};
