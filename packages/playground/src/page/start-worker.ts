/**
 * Starts a script of the page in a worker that is held to the page's content security policy. A worker from an address of its own is
 * not; one from a blob inherits the policy, and so cannot reach the network either.
 */
export function startWorker(script: string): Worker {
  const address = new URL(script, document.baseURI).href;
  const start = new Blob([`importScripts(${JSON.stringify(address)});`], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(start));
}
