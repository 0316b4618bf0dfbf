import { DidChangeConfigurationNotification } from "vscode-languageserver";
import type { FeatureWiring } from "./feature-wiring.js";
import type { Session } from "./session.js";
import { readSettings } from "./settings.js";

const SECTION = "responses";

/**
 * Keeps the session's settings: those of the client's section where it can be asked for it, those that it sends by itself
 * otherwise. Until then the ones that it started the server with hold, or the usual ones.
 */
export const settingsWiring: FeatureWiring = {
  capabilities: () => ({}),
  listen(session) {
    const { connection, client } = session;
    const canBeAsked = client.capabilities.workspace?.configuration === true;
    connection.onDidChangeConfiguration(({ settings }) => {
      if (canBeAsked) void askForSettings(session);
      else takeSettings(session, sectionOf(settings));
    });
    session.onInitialized(async () => {
      if (!canBeAsked) return;
      const registers = client.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
      if (registers) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      }
      await askForSettings(session);
    });
  },
};

async function askForSettings(session: Session): Promise<void> {
  // A client that does not answer leaves the settings as they are.
  const section: unknown = await session.connection.workspace
    .getConfiguration(SECTION)
    .catch(() => undefined);
  if (section !== undefined) takeSettings(session, section);
}

function takeSettings(session: Session, section: unknown): void {
  const before = session.settings;
  session.settings = readSettings(section);
  const { inlayHints, codeLens } = session.settings;
  const workspace = session.client.capabilities.workspace;
  if (before.inlayHints !== inlayHints && workspace?.inlayHint?.refreshSupport === true) {
    void session.connection.sendRequest("workspace/inlayHint/refresh").catch(() => {});
  }
  if (before.codeLens !== codeLens && workspace?.codeLens?.refreshSupport === true) {
    void session.connection.sendRequest("workspace/codeLens/refresh").catch(() => {});
  }
}

/** Clients send all their settings, or the section alone. */
function sectionOf(settings: unknown): unknown {
  if (typeof settings !== "object" || settings === null) return settings;
  return Object.entries(settings).find(([key]) => key === SECTION)?.[1] ?? settings;
}
