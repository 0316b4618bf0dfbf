import { Random } from "@responses/testing/random";
import { type EditorProfile, PROFILES } from "../client-profiles.js";
import { RESTORING } from "./good-requests.js";
import { HostileClient } from "./hostile-client.js";
import { type Phase, type Sent, SessionMessages } from "./session-messages.js";

/** Messages of a session. */
const MESSAGES = 50;

/** Messages before the server is initialized, and after it was shut down. */
const MESSAGES_AROUND = 8;

/** Sessions that one server has, at most, one after the other. */
export const SESSIONS_OF_SERVER = 20;

const URI = "file:///nowhere/probe.responses";
const TEXT = `reject json "$.né😀" exact "x" as Duplicate
success keyword "valid"
example 200 '{"né😀":"x"}' is reject Duplicate
example 200 "invalid" is success
`;

/** A session in which something was wrong. */
export interface FailedSession {
  readonly seed: number;
  readonly profile: string;
  readonly faults: readonly string[];
  readonly messages: readonly Sent[];
}

/** The messages of a session; the seed says which. */
function messagesOf(seed: number, phase: Phase = "running"): readonly Sent[] {
  const count = phase === "running" ? MESSAGES : MESSAGES_AROUND;
  return new SessionMessages(new Random(seed), phase).make(count);
}

/** Sessions of one server have one client. */
export function profileOf(seed: number): EditorProfile {
  const profile = PROFILES[Math.floor(seed / SESSIONS_OF_SERVER) % PROFILES.length];
  if (profile === undefined) throw new Error("there are no profiles");
  return profile;
}

/**
 * Runs sessions that follow one another against one server, which must belong to one client; ends with the first in which something is wrong.
 */
export async function runSessions(
  seeds: readonly number[],
  freshProbe: string,
): Promise<FailedSession | null> {
  const [first = 0] = seeds;
  const profile = profileOf(first);
  const client = new HostileClient();
  const failed = (seed: number, messages: readonly Sent[]): FailedSession | null =>
    client.faults.length === 0 ? null : { seed, profile: profile.name, faults: [...client.faults], messages };
  try {
    const before = messagesOf(first, "before-initialize");
    for (const message of before) client.send(message);
    await client.settle();
    await initialize(client, profile);
    for (const seed of seeds) {
      const messages = messagesOf(seed);
      await runSession(client, seed, messages, profile, freshProbe);
      const failure = failed(seed, messages);
      if (failure !== null) return failure;
    }
    await end(client, messagesOf(first, "after-shutdown"));
    return failed(first, [...before, ...messagesOf(first, "after-shutdown")]);
  } finally {
    client.kill();
  }
}

/** Whether those messages alone, sent to a server of their own, let it do anything wrong. */
export async function faultsOf(
  messages: readonly Sent[],
  seed: number,
  freshProbe: string,
): Promise<readonly string[]> {
  const client = new HostileClient();
  try {
    await initialize(client, profileOf(seed));
    await runSession(client, seed, messages, profileOf(seed), freshProbe);
    return client.faults;
  } finally {
    client.kill();
  }
}

/** What a good client gets from a server that nobody has spoken with: as text, to be compared. */
export async function probeOfFreshServer(profile: EditorProfile): Promise<string> {
  const client = new HostileClient();
  try {
    await initialize(client, profile);
    return await probe(client, profile, 1);
  } finally {
    client.kill();
  }
}

async function runSession(
  client: HostileClient,
  seed: number,
  messages: readonly Sent[],
  profile: EditorProfile,
  freshProbe: string,
): Promise<void> {
  client.random = new Random(seed);
  for (const message of messages) client.send(message);
  await client.settle();
  for (const { method, params } of RESTORING) client.notify(method, params);
  const probed = await probe(client, profile, seed + 2);
  if (probed !== freshProbe && client.faults.length === 0) {
    client.faults.push(`a good client gets\n${probed}\nand from a fresh server\n${freshProbe}`);
  }
}

async function initialize(
  client: HostileClient,
  { name, version, capabilities }: EditorProfile,
): Promise<void> {
  const isRich = capabilities.workspace?.diagnostics?.refreshSupport === true;
  await client.ask("probe initialize", "initialize", {
    processId: process.pid,
    rootUri: null,
    clientInfo: { name, version },
    capabilities,
    initializationOptions: isRich ? { readsFiles: true, runsExamples: true } : null,
  });
  client.notify("initialized", {});
}

/** Opens a text, looks at a rule and at the findings, and closes it. */
async function probe(
  client: HostileClient,
  { capabilities }: EditorProfile,
  version: number,
): Promise<string> {
  const open = () =>
    client.notify("textDocument/didOpen", {
      textDocument: { uri: URI, languageId: "responses", version, text: TEXT },
    });
  const textDocument = { uri: URI };
  const pulls = capabilities.textDocument?.diagnostic !== undefined;
  let findings: unknown;
  if (pulls && capabilities.workspace?.diagnostics?.refreshSupport === true) {
    open();
    const report = await client.ask(`probe ${version} findings`, "textDocument/diagnostic", { textDocument });
    findings = memberOf(memberOf(report, "result"), "items");
  } else {
    findings = memberOf(await client.published(URI, version, open), "diagnostics");
  }
  const hover = await client.ask(`probe ${version} hover`, "textDocument/hover", {
    textDocument,
    position: { line: 0, character: 2 },
  });
  client.notify("textDocument/didClose", { textDocument });
  return JSON.stringify({ findings, hover: memberOf(hover, "result") });
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

async function end(client: HostileClient, after: readonly Sent[]): Promise<void> {
  const answer = await client.ask("probe shutdown", "shutdown", null);
  if (answer !== null && answer.result !== null) client.faults.push(`shutdown: ${JSON.stringify(answer)}`);
  for (const message of after) client.send(message);
  await client.settle();
  client.notify("exit", null);
  const code = await client.exited;
  if (code !== 0) client.faults.push(`the exit code is ${code}`);
}
