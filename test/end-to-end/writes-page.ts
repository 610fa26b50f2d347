// A person at the approvals page of the real program, with nothing but HTTP. Knows no approval.
import { ask, cookieOf, encode, formHeaders, hiddenFields, type Reply } from '../web/visitor.ts';
import { waitFor } from './program.ts';

export type Visit = {
  /** What is shown, and the same without its tags. */
  readonly page: Reply;
  readonly text: string;
  /** Sends the form of the page as it was shown. */
  readonly vote: (fields: Record<string, string>, headers?: Record<string, string>) => Promise<Reply>;
  /** Tries the same link once more. */
  readonly again: () => Promise<Reply>;
};

/** Goes through a one-time link, as a browser does. */
export const come = async (link: string): Promise<Visit> => {
  const { origin, pathname, search } = new URL(link);
  const again = () => ask(origin, { path: pathname + search });
  const entered = await again();
  const cookie = cookieOf(entered);
  const where = entered.headers.location ?? '';
  const page = await ask(origin, { path: where, headers: { cookie } });
  return {
    page,
    text: page.body.replace(/<[^>]*>/g, ''),
    vote: (fields, headers = {}) =>
      ask(origin, {
        method: 'POST',
        path: `${where}/vote`,
        headers: { ...formHeaders(origin, cookie), ...headers },
        body: encode({ ...hiddenFields(page.body), note: '', ...fields }),
      }),
    again,
  };
};

/** The link that a server printed for this approval. */
export const printedLink = (stderr: () => string, id: string): Promise<string> =>
  waitFor(() => new RegExp(`approval ${id} waits for a person; open \\(.+\\): (\\S+)`).exec(stderr())?.[1]);
