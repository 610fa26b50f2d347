// portcullis audit: is the decision log whole, and what does it say.
import { createReadStream } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import type { Changes } from '../log/changes.ts';
import type { Source, Verdict } from '../log/verify.ts';
import { example, Mistake } from './flags.ts';
import { type Out, plain, terminal } from './out.ts';

/** The command. */
export function auditCommand(out: Out = terminal): Command {
  return new Command('audit')
    .description('check and read the decision log')
    .addCommand(verifyCommand(out))
    .addCommand(showCommand(out))
    .addHelpText('after', example('portcullis audit verify decisions.log'));
}

type VerifyFlags = { readonly head?: string; readonly json?: boolean };

function verifyCommand(out: Out): Command {
  return new Command('verify')
    .description(
      'check that no line was edited, removed, added or moved, and that each change was logged before it was sent',
    )
    .argument(
      '<file...>',
      'the log; its rotated files are found beside it. Several files: oldest first. -: standard input',
    )
    .option('--head <hash>', 'a hash noted earlier; it must still be in the log, so its end was not cut off', hash)
    .option('--json', 'print the verdict as JSON')
    .addHelpText(
      'after',
      `\nExit codes: 0 whole, 1 broken, 2 usage.\n${example('portcullis audit verify decisions.log', 'cat decisions.log.1 decisions.log | portcullis audit verify -')}`,
    )
    .action(async (files: string[], flags: VerifyFlags) => {
      const { rotatedSet, verify } = await import('../log/verify.ts');
      const [first = '-'] = files;
      const set: Source =
        first === '-'
          ? { name: '(standard input)', bytes: process.stdin }
          : files.length === 1
            ? await rotatedSet(first)
            : files;
      const verdict = await verify(set, { head: flags.head }).catch((error: unknown) => {
        throw unreadable(error, files);
      });
      out.say(flags.json ? JSON.stringify(verdict) : inWords(verdict, 'bytes' in set ? 1 : set.length));
      out.exit(verdict.ok ? 0 : 1);
    });
}

function hash(text: string): string {
  if (!/^(?:sha256:)?[0-9a-f]{64}$/.test(text))
    throw new InvalidArgumentError('Write the hash as verify printed it: sha256:…');
  return text.startsWith('sha256:') ? text : `sha256:${text}`;
}

function inWords(verdict: Verdict, files: number): string {
  if (!verdict.ok) return `${verdict.file}:${verdict.line}: ${verdict.reason}`;
  const { lines, first, last, head, torn, lost, changes } = verdict;
  if (lines === 0) return 'Nothing to check: the log has no lines.';
  const said = [`Whole: ${count(lines, 'line')}, ${first} to ${last}, in ${count(files, 'file')}.`];
  if (first > 1) said.push(`Lines before ${first} are not here: older files were put away.`);
  if (torn > 0) said.push(`Torn by a crash, as the log itself says: ${torn}.`);
  if (lost > 0) said.push(`Decisions that could not be written, as the log itself says: ${lost}.`);
  if (changes.sent + changes.unknown > 0) said.push(changesInWords(changes));
  said.push(`Head: ${head}`);
  return said.join('\n');
}

function changesInWords({ sent, unknown, unfinished }: Changes): string {
  const doubts = [
    unknown > 0 ? `of unknown outcome: ${unknown}` : '',
    unfinished > 0 ? `without a line about their outcome: ${unfinished}` : '',
  ];
  return `Changes sent to a cluster: ${[sent, ...doubts].filter((part) => part !== '').join('; ')}.`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function unreadable(error: unknown, files: readonly string[]): Error {
  const { code, path } = error as { code?: unknown; path?: unknown };
  if (typeof code !== 'string') return error instanceof Error ? error : new Error(String(error));
  const why =
    code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `the system says ${code}`;
  return new Mistake(`${typeof path === 'string' ? path : files.join(', ')} cannot be read: ${why}.`, 2);
}

type ShowFlags = { readonly tail: number };

function showCommand(out: Out): Command {
  return new Command('show')
    .description('print the newest decisions, one short line each')
    .argument('<file>', 'the log')
    .option('--tail <number>', 'how many lines', whole, 20)
    .addHelpText('after', example('portcullis audit show decisions.log --tail 50'))
    .action(async (file: string, { tail }: ShowFlags) => {
      const { linesOf } = await import('../log/lines.ts');
      const newest: string[] = [];
      try {
        for await (const { text, reason } of linesOf(createReadStream(file))) {
          newest.push(text ?? reason);
          if (newest.length > tail) newest.shift();
        }
      } catch (error) {
        throw unreadable(error, [file]);
      }
      for (const text of newest) out.say(plain(short(text)));
    });
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Write a number from 1 on.');
  return Number(text);
}

/** Time, effect, request, who, and the reasons: what a person looks for first. */
function short(text: string): string {
  const line = json(text);
  const { torn, lost, effect, outcome, tool, fault, approvals } = at(line, 'custom');
  const when = String(line.timestamp ?? '');
  if (torn !== undefined) return `${when}  torn by a crash`;
  if (lost !== undefined) return `${when}  ${at(at(line, 'custom'), 'lost').lines} decisions could not be written`;
  if (effect === undefined) return `(not a line of this log) ${text.slice(0, 80)}`;
  const { verb, resource, subresource, namespace, name } = at(at(line, 'input'), 'request');
  const kind = [resource, subresource].filter((part) => part).join('/');
  const where = [namespace, name].filter((part) => part).join('/');
  const reasons = at(line, 'result').reasons;
  const codes = Array.isArray(reasons) ? reasons.map((reason: unknown) => at({ reason }, 'reason').code) : [];
  const parts = [
    when,
    effect,
    verb,
    kind,
    where,
    `by ${line.requested_by || '?'}`,
    `tool ${tool}`,
    outcome,
    Array.isArray(approvals) && approvals.length > 0 ? `approval ${approvals.join(',')}` : '',
    [...codes, fault].filter((code) => code).join(','),
  ];
  return parts.filter((part) => part).join('  ');
}

function json(text: string): Record<string, unknown> {
  try {
    return at({ line: JSON.parse(text) }, 'line');
  } catch {
    return {};
  }
}

function at(object: Record<string, unknown>, key: string): Record<string, unknown> {
  const value = object[key];
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
