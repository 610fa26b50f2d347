// Many documents as kubectl reads them. Knows no Kubernetes.
import { parseAllDocuments } from 'yaml';

/** Every document of a text, in order, or the first mistake: which document, which line, and why. */
export const documentsOf = (
  text: string,
): { documents: unknown[] } | { document: number; line: number; why: string } => {
  const documents: unknown[] = [];
  // As kubectl reads: YAML 1.2 with the old octal numbers, so that `0644` is 420 and `yes` stays a string.
  const parsed = parseAllDocuments(text, { prettyErrors: false, customTags: octal, merge: true, uniqueKeys: true });
  for (const [index, document] of [...parsed].entries()) {
    const error = document.errors[0];
    if (error) return { document: index + 1, line: lineOf(text, error.pos[0]), why: error.message };
    try {
      documents.push(document.toJS({ maxAliasCount: 100 }));
    } catch (thrown) {
      return { document: index + 1, line: 0, why: (thrown as Error).message };
    }
  }
  return { documents };
};

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const octal = (tags: unknown[]): never[] =>
  [
    {
      tag: 'tag:yaml.org,2002:int',
      default: true,
      test: /^0[0-7]+$/,
      resolve: (digits: string) => Number.parseInt(digits, 8),
    },
    ...tags,
  ] as never[];
