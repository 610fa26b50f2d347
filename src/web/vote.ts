// A person's yes or no: every check before it reaches the desk, and what the person sees of it. Knows no store and no policy.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { asFault } from '../gate/fault.ts';
import type { Desk } from './desk.ts';
import { type Form, readForm } from './form.ts';
import { ownOrigin, seeOther, sendPage } from './http.ts';
import type { Session, Sessions } from './sessions.ts';
import { NOTE } from './views/decide.ts';
import { message } from './views/message.ts';
import { isOpen, standing, voteOf } from './views/words.ts';

export type Voting = {
  readonly desk: Desk;
  readonly sessions: Sessions;
  readonly bodyBytes: number;
  /** Shows the approval as it is now, with what was entered and why it was not taken. */
  readonly show: (
    res: ServerResponse,
    status: number,
    id: string,
    session: Session,
    entered: { readonly note: string; readonly problem: string },
  ) => Promise<void>;
};

const unreadable: Readonly<Record<400 | 413 | 415, readonly [title: string, text: string]>> = {
  400: ['The form is not one of ours', 'A field was given twice. Open the approval again and decide there.'],
  413: ['The form is too large', 'Open the approval again and write a shorter note.'],
  415: ['The form is not one of ours', 'Only a form of this page is taken: application/x-www-form-urlencoded.'],
};

/** `POST /approvals/ID/vote` of somebody with a session. Answers every request, whatever it holds. */
export async function vote(
  { desk, sessions, bodyBytes, show }: Voting,
  req: IncomingMessage,
  res: ServerResponse,
  id: string,
  session: Session,
): Promise<void> {
  const refuse = (status: number, title: string, text: string): void =>
    sendPage(res, status, message(title, text, session));
  // A browser names the origin of every form; who leaves it out is no browser, and the agent's connection never is one.
  if (req.headers.origin !== ownOrigin(req))
    return refuse(403, 'Not from this page', 'A decision is taken only from this page itself.');
  const form = await readForm(req, bodyBytes);
  if (form === 'gone') return;
  if (typeof form === 'number') return refuse(form, ...unreadable[form]);
  const digest = form.get('digest') ?? '';
  if (!sessions.sealed(form.get('seal') ?? '', session, id, digest))
    return refuse(
      403,
      'Not from this page',
      'The form does not belong to this approval and this session. Open it again.',
    );
  const found = await desk.get(id);
  if (found === undefined) return refuse(404, 'Not found', 'There is no such approval any more.');
  const note = (form.get('note') ?? '').replaceAll('\r\n', '\n').trim();
  const again = (status: number, problem: string): Promise<void> =>
    show(res, status, id, session, { note: [...note].slice(0, NOTE).join(''), problem });
  const { approval } = found;
  if (approval.digest !== digest)
    return again(409, 'It changed meanwhile: what you saw is not what stands here now. Nothing was decided.');
  if (voteOf(approval, session) !== undefined) return again(409, 'You have decided already; the first word counts.');
  if (!isOpen(standing(approval, desk.now()))) return again(409, 'It is no longer open. Nothing was decided.');
  if (!approval.terms.methods.includes('page'))
    return again(403, 'The policy takes no decision from this page for this.');
  const verdict = form.get('verdict');
  if (verdict !== 'approve' && verdict !== 'refuse') return again(400, 'Say either yes or no.');
  if ([...note].length > NOTE) return again(422, `The note is longer than ${NOTE} characters. Nothing was decided.`);
  if (verdict === 'approve' && approval.terms.risk === 'high' && !confirmed(form))
    return again(
      422,
      'The risk is high: mark that you have read what would change, then approve. Nothing was decided.',
    );
  try {
    await desk.vote(id, { verdict, approver: session.approver, groups: session.groups, note });
  } catch (thrown) {
    const fault = asFault(thrown);
    if (fault.code !== 'APPROVAL_CLOSED') throw thrown;
    return again(409, 'It was closed a moment ago. Your word was not counted.');
  }
  seeOther(res, `/approvals/${id}#decide`);
}

function confirmed(form: Form): boolean {
  return form.get('confirm') === 'yes';
}
