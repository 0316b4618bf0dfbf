// Preloaded into a server whose memory is measured: at SIGUSR2 it collects garbage and says on standard error how many bytes
// of heap are left.

process.on("SIGUSR2", () => {
  globalThis.gc?.();
  globalThis.gc?.();
  process.stderr.write(`heap ${process.memoryUsage().heapUsed}\n`);
});
