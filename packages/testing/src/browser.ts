import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const KNOWN = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Where Chromium is, for tests that need a real browser; undefined where there is none. CHROMIUM can say it. */
export const CHROMIUM = KNOWN.find((path) => path !== undefined && existsSync(path));

/** Starts it, with nothing that would go to the network by itself; throws where there is none. */
export function startBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error("there is no Chromium; CHROMIUM can say where it is");
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  });
}
