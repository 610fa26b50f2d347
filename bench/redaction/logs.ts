// Ordinary logs: what clusters write all day, with few secrets. Knows no redactor.
import { type Dice, dice } from './random.ts';

const access = (d: Dice) =>
  `10.0.${d.below(255)}.${d.below(255)} - - [12/Sep/2026:10:${d.below(50) + 10}:01 +0000] "GET /api/v1/${d.word()}/${d.below(9999)}?page=${d.below(9)} HTTP/1.1" 200 ${d.below(9999)} "-" "Mozilla/5.0 (X11; Linux x86_64)" rt=0.0${d.below(99)}`;
const klog = (d: Dice) =>
  `I0912 10:22:${d.below(50) + 10}.${d.from('0123456789', 6)}       1 ${d.word()}.go:${d.below(900)}] "Synced" pod="${d.word()}/${d.name()}-${d.lower(10)}-${d.lower(5)}" duration="${d.below(900)}ms"`;
const logfmt = (d: Dice) =>
  `ts=${d.time()} caller=${d.word()}.go:${d.below(900)} level=info component=${d.word()} msg="request completed" method=GET path=/v1/${d.word()} status=200 trace_id=${d.hex(32)} elapsed=${d.below(900)}ms`;
const json = (d: Dice) =>
  JSON.stringify({
    ts: d.time(),
    level: 'info',
    logger: `com.example.${d.word()}.Handler`,
    msg: `handled ${d.word()} in ${d.below(99)} ms`,
    request: { id: d.uuid(), method: 'POST', path: `/v1/${d.word()}`, status: 201 },
    pod: `${d.name()}-${d.lower(5)}`,
  });
const jsonTelling = (d: Dice) =>
  JSON.stringify({
    ts: d.time(),
    level: 'debug',
    msg: `token refreshed for ${d.word()}`,
    auth: { token: d.alnum(32), type: 'bearer' },
    url: `https://${d.name()}.example.com/v1`,
  });
const java = (d: Dice) =>
  `${d.time()} ERROR [${d.word()}] o.s.security.${d.word()}.Filter - Authentication failed for user ${d.word()}\n\tat org.example.security.${d.word()}.TokenFilter.doFilter(TokenFilter.java:${d.below(400)})\n\tat java.base/java.lang.Thread.run(Thread.java:833)`;
const leak = (d: Dice) =>
  d.pick([
    `connecting to postgres://app:${d.plainPassword()}@db:5432/app`,
    `DB_PASSWORD=${d.plainPassword()}`,
    `Authorization: Bearer ${d.alnum(40)}`,
  ]);

/** Texts of about `size` characters. */
export function ordinaryLogs(size: number): Record<string, string> {
  const d = dice(7);
  const text = (makers: readonly ((d: Dice) => string)[]) => {
    const lines: string[] = [];
    for (let length = 0; length < size; ) {
      const line = makers[d.below(makers.length)]?.(d) ?? '';
      lines.push(line);
      length += line.length + 1;
    }
    return lines.join('\n');
  };
  const mix = [access, klog, logfmt, json, java];
  return {
    'mixed, one secret in 200 lines': text([...Array.from({ length: 40 }, () => mix).flat(), leak]),
    'access logs': text([access]),
    'JSON lines': text([json]),
    'JSON lines, a token in each': text([jsonTelling]),
    'Java stacks': text([java]),
    'a secret in every third line': text([klog, logfmt, leak]),
  };
}
