import { type Browser, chromium } from "playwright-core";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../../../scripts/chromium.mjs";

export { CHROMIUM };

/** Starts Chromium, with nothing that would go to the network by itself; throws where there is none. */
export function startBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error("there is no Chromium; CHROMIUM can say where it is");
  return chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
}
