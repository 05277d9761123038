/** $1 conversation, $2 form, $3 answer. */
export const INSERT_FORM_ANSWER = `insert into form_answers (conversation, form, answer) values ($1, $2, $3)`;
