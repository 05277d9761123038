// A process that serves databases to all the tests of a run, which would each start a server of their own otherwise. Ends with its parent.
import { serveDatabases } from './database-server.js';

const { address, stop } = await serveDatabases();
process.on('disconnect', () => void stop().then(() => process.exit()));
process.send?.(address);
