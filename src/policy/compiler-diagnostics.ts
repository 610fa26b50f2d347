// What the compiler prints about a policy, read into data. Here and nowhere else its output is trusted to have a shape.

/** One mistake in a policy. `file` is relative to the folder `mount` names; row and column count from 1, 0 if unknown. */
export type Diagnostic = {
  readonly mount: string;
  readonly file: string;
  readonly row: number;
  readonly col: number;
  readonly code: string;
  readonly message: string;
};

type Printed = { message?: string; code?: string; location?: { file?: string; row?: number; col?: number } };

/** Reads `{"errors": […]}` as `check --format json` prints it; undefined if the text is something else. */
export function readDiagnostics(text: string): Diagnostic[] | undefined {
  const printed = parsed(text) as { errors?: Printed[] } | undefined;
  if (!Array.isArray(printed?.errors)) return undefined;
  return printed.errors.map(({ message = '', code = '', location = {} }) => ({
    ...place(location.file ?? ''),
    row: location.row ?? 0,
    col: location.col ?? 0,
    code,
    message,
  }));
}

/** A diagnostic out of text of unknown shape, so that no failure goes without a word. */
export function plainDiagnostic(text: string): Diagnostic {
  const message = text.replace(/^error: /, '').trim() || 'The compiler failed and gave no reason.';
  return { mount: '', file: '', row: 0, col: 0, code: '', message };
}

/** Splits `policies/guards/a.rego` into the mount and the file within it. */
export function place(path: string): { mount: string; file: string } {
  const names = path.replace(/^\//, '').split('/');
  return names.length < 2 ? { mount: '', file: path } : { mount: names[0] ?? '', file: names.slice(1).join('/') };
}

/** JSON or undefined. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
