import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const NAME = "@responses/cli";
const folder = fileURLToPath(new URL("../../packages/cli", import.meta.url));

export interface PackageRegistry {
  /** For npm_config_registry. */
  readonly url: string;
  readonly version: string;
  /** The paths that were asked for. */
  readonly requests: readonly string[];
  close(): void;
}

/** A registry on this machine that has one package: the built command, as it would be published. */
export async function packageRegistry(): Promise<PackageRegistry> {
  const packed = mkdtempSync(join(tmpdir(), "responses-registry-"));
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", packed];
  const { stdout } = await promisify(execFile)("npm", args, { cwd: folder, maxBuffer: 1 << 26 });
  const [{ filename, version }] = JSON.parse(stdout);
  const tarball = readFileSync(join(packed, filename));
  rmSync(packed, { recursive: true });
  const { bin, engines } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "");
    requests.push(path);
    if (path === `/${NAME}`) {
      const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
      const dist = { tarball: `http://${request.headers.host}/cli.tgz`, integrity };
      const versions = { [version]: { name: NAME, version, bin, engines, dist } };
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ name: NAME, "dist-tags": { latest: version }, versions }));
    } else if (path === "/cli.tgz") response.end(tarball);
    else response.writeHead(404, { "content-type": "application/json" }).end('{"error":"Not found"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const url = `http://127.0.0.1:${address.port}/`;
  return { url, version, requests, close: () => void server.close() };
}
