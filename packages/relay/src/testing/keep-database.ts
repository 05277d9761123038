// A process that does nothing but keep a database running on a folder, so that a test can kill it.
import { startEmbedded } from '../database/embedded.js';
import { connect } from '../store/connect.js';

const { address } = await startEmbedded(process.argv[2] ?? '');
const sql = connect(address, 1);
await sql`create table kept as select 'kept' as word`;
console.log('running');
