import { DidChangeConfigurationNotification } from "vscode-languageserver";
import { memberOf } from "../client/member-of.js";
import { readSettings } from "../client/settings.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { refresher } from "../session/refresher.js";

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
    const refreshHints = refresher(session, "inlayHint");
    const refreshLenses = refresher(session, "codeLens");
    const take = (section: unknown) => {
      const before = session.settings;
      session.settings = readSettings(section);
      if (before.inlayHints !== session.settings.inlayHints) refreshHints();
      if (before.codeLens !== session.settings.codeLens) refreshLenses();
    };
    const ask = async () => {
      // A client that does not answer leaves the settings as they are.
      const section: unknown = await connection.workspace.getConfiguration(SECTION).catch(() => undefined);
      if (section !== undefined) take(section);
    };
    connection.onDidChangeConfiguration(({ settings }) => {
      if (canBeAsked) void ask();
      else take(sectionOf(settings));
    });
    session.onInitialized(async () => {
      const registers = client.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
      if (!canBeAsked || !registers) return;
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    });
    session.onInitialized(async () => {
      if (canBeAsked) await ask();
    });
  },
};

/** Clients send all their settings, or the section alone. */
function sectionOf(settings: unknown): unknown {
  return memberOf(settings, SECTION) ?? settings;
}
