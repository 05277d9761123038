// A process that does nothing but keep a database running on a folder, so that a test can kill it.
import { startEmbedded } from '../database/embedded.js';
import { Pool } from '../store/pool.js';

const { address } = await startEmbedded(process.argv[2] ?? '');
await new Pool(address, 1).askOnce(`create table kept as select 'kept' as word`);
console.log('running');
