// Rows and columns as text. Cells never hold two spaces in a row, so that two spaces always mean the next column.

/** A table as kubectl prints one: upper case headings, columns padded, the last one not. */
export function grid(columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const head = columns.map((column) => column.toUpperCase());
  const widths = head.map((name, at) =>
    rows.reduce((width, row) => Math.max(width, Math.min((row[at] ?? '').length, widest)), name.length),
  );
  return [head, ...rows].map((row) =>
    row
      .map((text, at) => (at === row.length - 1 ? text : text.padEnd(widths[at] ?? 0)))
      .join('   ')
      .trimEnd(),
  );
}

/** One very long cell must not pad all the others. */
const widest = 60;
