import type { Survey } from '@deskbell/protocol/surveys.js';

/** What the surveys of the stories say in other languages. */
export const GERMAN_AND_ARABIC: Survey['translations'] = {
  de: { question: 'Wie war der Chat mit uns?', comment: 'Woran lag das?' },
  ar: { question: 'كيف كانت محادثتك معنا؟', comment: 'ما السبب؟' },
};
