// All elements that have to do with files, as one thing to fetch: apart, what they share would come with the first load.
import '../attach/attach.js';
import './attachments.js';
