/** $1 conversation, $2 form. */
export const FIND_FORM_ANSWER = `select answer from form_answers where conversation = $1 and form = $2`;
