// Loaded ahead of every child process (node --import): when the process that started it is gone, so that nobody could
// ever stop the child, it ends itself the way it would on Ctrl-C.
const GRACE_MS = 10_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
// The channel must not keep alive a process that has nothing else to do.
process.channel?.unref();
