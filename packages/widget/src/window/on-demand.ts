/** What is fetched when it is first shown: until then an element of that name shows what is put into it, and nothing else. */
const PIECES = {
  'deskbell-pre-chat': () => import('../pre-chat/pre-chat.js'),
  'deskbell-form-fill': () => import('../form-fill/form-fill.js'),
  'deskbell-cobrowse-ask': () => import('../cobrowse-ask/cobrowse-ask.js'),
  'deskbell-transcript': () => import('@deskbell/parts/transcript/transcript.js'),
  'deskbell-survey': () => import('../survey/survey.js'),
} as const;

const coming = new Set<string>();
const missing = new Set<string>();

/** Fetches an element's code, once. Where that failed, because the network is away for instance, the next call tries again. */
export function want(piece: keyof typeof PIECES): void {
  if (coming.has(piece)) return;
  coming.add(piece);
  PIECES[piece]().then(
    () => missing.delete(piece),
    () => {
      coming.delete(piece);
      missing.add(piece);
    },
  );
}

/** Whether something that is shown could not be fetched: the network failed, or the relay has a newer build than the page. */
export const isIncomplete = (): boolean => missing.size > 0;
