// What has to do with sending forms, as one thing to fetch: apart, what they share would come with the first load.
import './form-card/form-card.js';
import './send-form/send-form.js';
