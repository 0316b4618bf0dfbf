import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import { normalisedUri } from "../../workspace/files/file-names.js";
import type { Session } from "./session.js";

/** What a client can be told to ask for again, by the name under which it says that it can; and the request for it. */
const REQUESTS = {
  codeLens: "workspace/codeLens/refresh",
  diagnostics: "workspace/diagnostic/refresh",
  inlayHint: "workspace/inlayHint/refresh",
} as const;

export type Refreshable = keyof typeof REQUESTS;

/**
 * Has the client ask again for what it shows of documents, once for all that happens while it has not answered. Does nothing
 * for clients that cannot be told.
 */
export function refresher({ client, connection }: Session, what: Refreshable): () => void {
  if (client.capabilities.workspace?.[what]?.refreshSupport !== true) return () => {};
  let isAsking = false;
  let isNeeded = false;
  const ask = async () => {
    isAsking = true;
    while (isNeeded) {
      isNeeded = false;
      // A client that refuses will ask when it likes.
      await connection.sendRequest(REQUESTS[what]).catch(() => {});
    }
    isAsking = false;
  };
  return () => {
    isNeeded = true;
    if (!isAsking) void ask();
  };
}

/**
 * Does that whenever a document is analysed anew without having changed itself: since an included file or the project file
 * has. After an edit the client asks by itself.
 */
export function refreshAfterAnalyses(session: Session, what: Refreshable): void {
  const versions = new Map<string, number | null>();
  const refresh = refresher(session, what);
  session.onChanged((uri) => {
    if (session.workspace.versionOf(uri) === null) versions.delete(uri);
  });
  session.onAnalysed(({ uri, version }: AnalysedDocument) => {
    const key = normalisedUri(uri);
    if (versions.get(key) === version) refresh();
    versions.set(key, version);
  });
}
