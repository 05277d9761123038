// All of co-browse, as one thing to fetch when somebody first needs it: apart, what its pieces share would come with the first load.
import '../cobrowse-button/cobrowse-button.js';
import '../cobrowse-card/cobrowse-card.js';
import '../cobrowse-codes/cobrowse-codes.js';
import '../cobrowse-rows/cobrowse-rows.js';
import '../cobrowse-stage/cobrowse-stage.js';

export { openChannel } from '@deskbell/cobrowse/link/channel.js';
export { Cobrowsing } from './cobrowsing.js';
