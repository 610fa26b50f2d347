// portcullis policy rules: what the guards and tools say, as a table. It must not know any rule.
import { join } from 'node:path';
import type { Command } from 'commander';
import type { ModuleRules } from '../../policy/compiler.ts';
import type { Out } from '../out.ts';
import { compiler } from './compiler.ts';
import { needFolder } from './folder.ts';
import { type Common, onPolicy } from './options.ts';
import { placed, report } from './report.ts';

/** The subcommand. */
export function rulesCommand(out: Out): Command {
  return onPolicy(
    'rules',
    'list what the guards and tools say, and the code of each reason',
    'portcullis policy rules',
    'portcullis policy rules --json',
  ).action(async (policies: string, { opa, json }: Common) => {
    needFolder(policies);
    const listed = await (await compiler(opa)).rules(policies);
    if (!listed.ok) {
      const problems = listed.diagnostics.map((each) => placed(each, policies, ''));
      return report(out, { ...(json ? { json } : {}) }, problems, { ok: false, problems }, '');
    }
    const rows = catalogue(listed.value, policies);
    out.say(json ? JSON.stringify(rows) : table(rows));
    out.exit(0);
  });
}

type Row = {
  readonly package: string;
  readonly rule: string;
  readonly code: string;
  readonly title: string;
  readonly at: string;
};

/** Public rules, in the order of their packages; a rule in several parts stands once for each. */
function catalogue(modules: readonly ModuleRules[], policies: string): Row[] {
  return modules
    .flatMap((module) =>
      module.rules
        .filter(({ name, kind }) => !name.startsWith('_') && !name.startsWith('test_') && kind !== 'function')
        .map(({ name, row, metadata }) => ({
          package: module.package,
          rule: name,
          code: String(metadata?.custom?.code ?? ''),
          title: metadata?.title ?? module.metadata?.title ?? '',
          at: `${join(policies, module.file)}:${row}`,
        })),
    )
    .toSorted((a, b) => (a.package === b.package ? 0 : a.package < b.package ? -1 : 1));
}

function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [`${row.package}.${row.rule}`, row.code, row.title]);
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0), 0));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
