// Imported before the demo: ends it, as a signal would, once the process that started it is gone.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
