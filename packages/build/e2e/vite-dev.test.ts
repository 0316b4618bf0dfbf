import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../../../scripts/chromium.mjs";
import { DOUBTFUL, RIGHT, STRICT, WRONG } from "./support/acme.js";
import { Changes } from "./support/changes.js";
import { toolFile } from "./support/places.js";
import { Running, until } from "./support/processes.js";
import { Project } from "./support/project.js";
import { shownFile } from "./support/readme.js";

/*
 * Vite's server with a page in a real browser: a change arrives without a reload, an error is in the overlay until it is mended.
 */

/** Where there is no browser the tests are left out, but never in CI. */
const isLeftOut = CHROMIUM === undefined && process.env.CI !== "true";

const PAGE = '<!doctype html><title>Acme</title><script type="module" src="/src/main.js"></script>\n';

const MAIN = `import { match } from "./acme.responses";

const show = (match) => {
  document.title = match({ status: 503, body: "" }).label;
};
show(match);
import.meta.hot.accept("./acme.responses", (acme) => acme && show(acme.match));
`;

const project = new Project("Vite-server", {
  ...RIGHT,
  "vite.config.js": shownFile("vite.config.js"),
  "index.html": PAGE,
  "src/main.js": MAIN,
});

let server: Running;
let changes: Changes;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (isLeftOut) return;
  const vite = [process.execPath, toolFile("vite/bin/vite.js"), "--host", "127.0.0.1", "--port", "0"];
  server = new Running(vite, project.folder);
  const address = await until(
    "the server's address",
    () => /http:\/\/[\d.:]+\//.exec(server.output)?.[0] ?? null,
  );
  changes = new Changes(project, () => server.output);
  if (CHROMIUM === undefined) throw new Error("there is no Chromium; CHROMIUM can say where it is");
  browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
  page = await browser.newPage();
  await page.goto(address);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What the page shows: its title, and the text of the error that lies over it. */
interface Shown {
  readonly title: string;
  readonly error: string | null;
}

/** Waits until the page has a label, and no error lies over it. */
async function untilLabel(label: string): Promise<void> {
  await changes.until(`the label ${label}`, async () => {
    const shown = await look();
    return shown !== null && shown.title === label && shown.error === null;
  });
}

/** Waits until an error lies over the page that has a text; gives all of it. */
async function untilError(text: string): Promise<string> {
  let error = "";
  await changes.until(`an error that says ${text}`, async () => {
    error = (await look())?.error ?? "";
    return error.includes(text);
  });
  return error;
}

/** Null while the page loads anew, as Vite lets it where nothing that accepts a change is left. */
async function look(): Promise<Shown | null> {
  try {
    return await page.evaluate(() => {
      const overlay = document.querySelector("vite-error-overlay");
      const error = overlay?.shadowRoot?.querySelector(".window")?.textContent ?? null;
      // Vite takes an error away as soon as it hears of a change. A label from before it must not count as the one after it.
      if (error !== null) document.title = "";
      return { title: document.title, error };
    });
  } catch (error) {
    if (error instanceof Error && /context was destroyed|navigat/i.test(error.message)) return null;
    throw error;
  }
}

/** Something of the page that is gone after a reload. */
const mark = (): Promise<void> =>
  page.evaluate(() => document.documentElement.setAttribute("data-mark", "kept"));
const isMarked = (): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute("data-mark"));

test.skipIf(isLeftOut)(
  "a change of the mapping and of what it includes arrives without a reload",
  async () => {
    await untilLabel("Server error");
    await mark();
    changes.make({ "src/shared.responses": "error status 5xx as Edited\n" });
    await untilLabel("Edited");
    changes.make({ "src/acme.responses": `error status 503 as Own\n${RIGHT["src/acme.responses"]}` });
    await untilLabel("Own");
    changes.make({ "src/acme.responses": RIGHT["src/acme.responses"] });
    await untilLabel("Edited");
    expect(await isMarked()).toBe(true);
  },
);

test.skipIf(isLeftOut)(
  "an error lies over the page with its place and line, until it is mended",
  async () => {
    changes.make({ "src/acme.responses": WRONG });
    const shown = await untilError('error: write "as" instead of "az" [syntax]');
    expect(shown).toContain(`${project.path("src/acme.responses")}:2:42`);
    expect(shown).toContain(
      '2 | success json "$.réponse" exact "accepté" az Accepté\n  |                                          ^^',
    );
    expect(server.output).toContain("src/acme.responses:2:42");
    changes.make({ "src/acme.responses": RIGHT["src/acme.responses"] });
    await untilLabel("Edited");
  },
);

test.skipIf(isLeftOut)("an include is missing until it is there", async () => {
  changes.make({ "src/shared.responses": null });
  await untilError('there is no file "shared.responses"');
  changes.make({ "src/shared.responses": "error status 5xx as Again\n" });
  await untilLabel("Again");
  changes.make({ "src/acme.responses": RIGHT["src/acme.responses"].replace("shared", "later") });
  await untilError('there is no file "later.responses"');
  changes.make({ "src/later.responses": "error status 5xx as Later\n" });
  await untilLabel("Later");
});

test.skipIf(isLeftOut)(
  "a warning is in the terminal with its place and line, and an error once the project file says so",
  async () => {
    changes.make({ "src/acme.responses": DOUBTFUL });
    await untilLabel("Again");
    expect(server.output).toContain('warning: "OK" is a name that systems give to a field');
    expect(server.output).toContain("[keyword-matches-key]");
    expect(server.output).toContain("src/acme.responses:3:33");
    expect(server.output).toContain('3 | reject  keyword "é" and keyword "OK"');
    for (const file of ["responses.config.json", "src/responses.config.json"]) {
      changes.make({ [file]: STRICT });
      await untilError("[keyword-matches-key]");
      changes.make({ [file]: null });
      await untilLabel("Again");
    }
  },
);

test.skipIf(isLeftOut)(
  "what is wrong in an include, when the page is opened, is gone once that is mended",
  async () => {
    changes.make({ "src/shared.responses": 'error json "$.x" exact "y" az Wrong\n' });
    await untilError('write "as" instead of "az"');
    // A second message about the one change can let the page load anew by itself meanwhile, which ends this one.
    await until("the page after a reload", () => page.reload().catch(() => null));
    await untilError('write "as" instead of "az"');
    changes.make({ "src/shared.responses": "error status 5xx as Mended\n" });
    await untilLabel("Mended");
  },
);
