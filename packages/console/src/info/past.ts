// What is known of a customer from before: fetched with the first conversation that is opened, so that a console is there sooner.
import '../actions/actions.js';
import '../answer/answer.js';
import '../earlier/earlier.js';
import '../engagement/engagement.js';
import '../notes/notes.js';
import '../panels/panels.js';
