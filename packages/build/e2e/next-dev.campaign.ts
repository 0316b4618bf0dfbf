import { describe, test } from "vitest";
import { RIGHT, WRONG } from "./support/acme.js";
import { Changes } from "./support/changes.js";
import { BUNDLERS_OF_NEXT, NEXT, nextFiles } from "./support/next.js";
import { Running, until } from "./support/processes.js";
import { Project } from "./support/project.js";

/*
 * Next.js's server, with both of its bundlers: a page that is asked for again has the verdict of the mapping as it is then.
 */

const PAGE = `import { match } from "../src/acme.responses";

export const dynamic = "force-dynamic";

export default () => <pre>{match({ status: 503, body: "" }).label}</pre>;
`;

describe.for(BUNDLERS_OF_NEXT)("Next.js with %s", ([name, options]) => {
  test("a page follows the mapping and what it includes", async () => {
    const project = new Project(`Next-${name}-server`, nextFiles({ ...RIGHT, "app/page.jsx": PAGE }));
    const command = [process.execPath, NEXT, "dev", ...options, "--hostname", "127.0.0.1", "--port", "0"];
    const server = new Running(command, project.folder, { NEXT_TELEMETRY_DISABLED: "1" });
    try {
      const address = await until(
        "the server's address",
        () => /http:\/\/127\.0\.0\.1:\d+/.exec(server.output)?.[0] ?? null,
        () => server.output,
      );
      const changes = new Changes(project, () => server.output);
      let mark = 0;
      /** What the page shows; null of a page with an error. */
      const label = async (): Promise<string | null> => {
        const page = await fetch(address);
        const html = await page.text();
        return page.ok ? (/<pre>([^<]*)<\/pre>/.exec(html)?.[1] ?? null) : null;
      };
      const change = (files: Readonly<Record<string, string | null>>): void => {
        mark = server.output.length;
        changes.make(files);
      };
      const untilLabel = (wanted: string): Promise<void> =>
        changes.until(`the label ${wanted}`, async () => (await label()) === wanted);
      const untilError = (wanted: string): Promise<void> =>
        changes.until(`no page, and an error that says ${wanted}`, async () => {
          const isRefused = (await label()) === null;
          return isRefused && server.output.slice(mark).includes(wanted);
        });

      await until("the first page", async () => ((await label()) === "Server error" ? true : null));
      change({ "src/acme.responses": `error status 503 as Own\n${RIGHT["src/acme.responses"]}` });
      await untilLabel("Own");
      change({ "src/acme.responses": WRONG });
      await untilError('src/acme.responses:2:42: error: write "as" instead of "az" [syntax]');
      change({ "src/acme.responses": RIGHT["src/acme.responses"] });
      await untilLabel("Server error");

      change({ "src/shared.responses": "error status 5xx as Edited\n" });
      await untilLabel("Edited");
      change({ "src/shared.responses": null });
      await untilError('there is no file "shared.responses"');
      change({ "src/shared.responses": "error status 5xx as Recreated\n" });
      await untilLabel("Recreated");
    } finally {
      await server.stop();
    }
  });
});
