// The form a client shows its own person before a change, and what their answer says. Knows no transport and no gate.
import type { ClientCapabilities, ElicitRequestFormParams } from '@modelcontextprotocol/server';
import type { Verdict, Waiting } from '../gate/ports.ts';

/** What a person said; undefined where they said nothing: the form was closed, or filled in without an answer. */
export type Answer = { readonly verdict: Verdict; readonly note: string } | undefined;

/** A question that is cut could hide what it asks for; one of more characters is not put by a form at all. */
const LONGEST_QUESTION = 3500;
const LONGEST_NOTE = 200;

/** What no text for a person may hold: control characters but line breaks, and marks that reorder or hide text. */
const UNPRINTABLE = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Whether this client has a person who can be asked this, here and now. */
export function canAsk(waiting: Waiting, capabilities: ClientCapabilities | undefined, now: number): boolean {
  const { methods, expiresAt } = waiting;
  return methods.includes('elicitation') && expiresAt * 1000 > now && showsForms(capabilities);
}

/** Whether a person could not see all of what they are asked. */
export function isTooLong({ question }: Waiting): boolean {
  return question === '' || question.length > LONGEST_QUESTION;
}

/** A client that names no mode at all means forms (2025-06-18, before there was another). */
function showsForms(capabilities: ClientCapabilities | undefined): boolean {
  const modes = capabilities?.elicitation;
  return modes !== undefined && (modes.form !== undefined || modes.url === undefined);
}

/** The form: what would be done, as text, and a yes that must be given. */
export function formOf({ question }: Waiting): ElicitRequestFormParams {
  return {
    mode: 'form',
    message: question.replaceAll('\r\n', '\n').replaceAll(UNPRINTABLE, '\ufffd'),
    requestedSchema: {
      type: 'object',
      properties: {
        approve: {
          type: 'boolean',
          title: 'Approve',
          description: 'Yes: exactly this is done, once. No: it is refused.',
          default: false,
        },
        note: { type: 'string', title: 'Note', description: 'Kept with your answer.', maxLength: LONGEST_NOTE },
      },
      required: ['approve'],
    },
  };
}

/** Reads what a client says its person answered; nothing of it is believed to have the form that was asked for. */
export function answerOf(action: string, content: unknown): Answer {
  // Some clients decline every form by themselves: only a form that was filled in is somebody's word, a no as well as a yes.
  if (action !== 'accept' || typeof content !== 'object' || content === null) return undefined;
  const { approve, note } = content as { readonly approve?: unknown; readonly note?: unknown };
  if (typeof approve !== 'boolean') return undefined;
  return { verdict: approve ? 'approve' : 'refuse', note: typeof note === 'string' ? noteOf(note) : '' };
}

function noteOf(text: string): string {
  return text.replaceAll(UNPRINTABLE, '\ufffd').replaceAll('\n', ' ').slice(0, LONGEST_NOTE);
}
