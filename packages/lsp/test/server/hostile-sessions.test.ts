import { availableParallelism } from "node:os";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
import { PROFILES } from "../support/client-profiles.js";
import {
  type FailedSession,
  faultsOf,
  probeOfFreshServer,
  profileOf,
  runSessions,
  SESSIONS_OF_SERVER,
} from "../support/hostile-sessions/run-sessions.js";
import { shrunk } from "../support/hostile-sessions/shrunk-session.js";

/*
 * Random sessions of 50 messages, good and bad, of eight kinds of client, against the built server: every request has one answer, a result or
 * the error that the protocol prescribes, none is an internal error, nothing else is written, and afterwards a good client gets what a fresh
 * server gives. `npm run campaign -- server` runs more of them.
 */

const SESSIONS = Number(process.env.RESPONSES_SERVER_SESSIONS || runs(80));
const SEED = firstSeed(0);
const PROGRESS_EVERY = 500;

/** The seeds of the sessions, in those that one server gets. */
function* seedsByServer(): Generator<readonly number[]> {
  for (let seed = SEED; seed < SEED + SESSIONS; ) {
    const next = Math.min(SEED + SESSIONS, (Math.floor(seed / SESSIONS_OF_SERVER) + 1) * SESSIONS_OF_SERVER);
    yield Array.from({ length: next - seed }, (_, index) => seed + index);
    seed = next;
  }
}

test(`${SESSIONS} sessions from seed ${SEED}`, { timeout: 24 * 3600 * 1000 }, async () => {
  const probes = new Map<string, string>();
  for (const profile of PROFILES) probes.set(profile.name, await probeOfFreshServer(profile));
  expect(new Set(probes.values()).size).toBeGreaterThan(1);
  const probeOf = (seed: number): string => probes.get(profileOf(seed).name) ?? "";
  const waiting = [...seedsByServer()];
  const failures: FailedSession[] = [];
  let done = 0;
  const runThem = async () => {
    for (let seeds = waiting.shift(); seeds !== undefined; seeds = waiting.shift()) {
      const failure = await runSessions(seeds, probeOf(seeds[0] ?? 0));
      if (failure !== null) failures.push(failure);
      if (Math.floor((done + seeds.length) / PROGRESS_EVERY) > Math.floor(done / PROGRESS_EVERY)) {
        process.stdout.write(`${done + seeds.length} sessions, ${failures.length} failed\n`);
      }
      done += seeds.length;
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, runThem));
  const told: string[] = [];
  for (const failure of failures.slice(0, 3)) told.push(await tell(failure, probeOf(failure.seed)));
  expect(told, told.join("\n\n")).toEqual([]);
});

/** What somebody needs who looks for the cause. */
async function tell({ seed, profile, faults, messages }: FailedSession, freshProbe: string): Promise<string> {
  const fewest = await shrunk(messages, async (some) => (await faultsOf(some, seed, freshProbe)).length > 0);
  const begin = Math.floor(seed / SESSIONS_OF_SERVER) * SESSIONS_OF_SERVER;
  return [
    `session ${seed} of ${profile} (with those before it: --seed ${begin} --sessions ${seed - begin + 1})`,
    ...faults,
    `${fewest.length} of ${messages.length} messages:`,
    ...fewest.map(({ content }) => (content.length > 600 ? `${content.slice(0, 600)}…` : content)),
  ].join("\n");
}
