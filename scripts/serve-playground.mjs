import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves the files of a folder, and nothing below or outside it, on 127.0.0.1.
 *
 * @param {string} folder
 * @param {number} port 0 for one that is free
 * @returns {Promise<{ readonly address: string, readonly close: () => void }>}
 */
export async function servePlayground(folder, port) {
  const files = new Set(await readdir(folder));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    if (!files.has(name)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(name)] ?? "application/octet-stream",
      "cache-control": "no-store",
    });
    createReadStream(join(folder, name)).pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(null));
  });
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return { address: `http://127.0.0.1:${taken}/`, close: () => server.close() };
}
