import type { Page } from "playwright-core";

/** Milliseconds from keys to the frames that show what they did, as the browser itself takes the time. */
export interface KeyTimes {
  readonly median: number;
  /** Of twenty keys one took longer. */
  readonly nearlyAll: number;
}

/** Shorter times are not told; they count as this one. */
const SHORTEST = 16;

/** Types letters at a steady pace, and takes the time of each. The focus is where they go. */
export async function timesOfKeys(page: Page, keys: number, pause: number): Promise<KeyTimes> {
  await page.evaluate((durationThreshold) => {
    const times: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === "keydown") times.push(duration);
    });
    observer.observe({ type: "event", durationThreshold } as PerformanceObserverInit);
    Object.assign(window, { keyTimes: times });
  }, SHORTEST);
  for (let key = 0; key < keys; key++) await page.keyboard.press("x", { delay: pause });
  // The last ones are told once they are painted.
  await page.waitForTimeout(2_000);
  const told = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  const short = Array.from({ length: Math.max(0, keys - told.length) }, () => SHORTEST);
  const times = [...told, ...short].sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { median: at(0.5), nearlyAll: at(0.95) };
}
