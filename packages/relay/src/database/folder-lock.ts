import { unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

const isSomebodyThere = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

const listen = (path: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });

/**
 * Takes a folder for this process: a socket that it listens on. Unlike a file with a process id, it is free again the moment that the
 * process is gone, however it went. Undefined where another process has it.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> } | undefined> {
  const path = join(folder, 'lock');
  let server = await listen(path);
  if (!server) {
    if (await isSomebodyThere(path)) return undefined;
    await unlink(path).catch(() => undefined);
    server = await listen(path);
    if (!server) return undefined;
  }
  const held = server;
  // Closing twice is an error of the server's that nobody has to hear of.
  return { release: () => new Promise((resolve) => held.close(() => resolve())) };
}
