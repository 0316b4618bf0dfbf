import type { AnalysedDocument } from "../workspace/analysed-document.js";
import { normalisedUri } from "../workspace/file-names.js";
import type { Session } from "./session.js";

/**
 * Has the client ask again for what it shows of documents, by a request of that name, whenever a document is analysed anew
 * without having changed itself: since an included file or the project file has. After an edit the client asks by itself.
 */
export function refreshAfterAnalyses(session: Session, method: string): void {
  const versions = new Map<string, number | null>();
  const refresh = refresher(session, method);
  session.onChanged((uri) => {
    if (session.workspace.versionOf(uri) === null) versions.delete(uri);
  });
  session.onAnalysed(({ uri, version }: AnalysedDocument) => {
    const key = normalisedUri(uri);
    if (versions.get(key) === version) refresh();
    versions.set(key, version);
  });
}

/** Sends the request, once for all that happens while the client has not answered. */
function refresher({ connection }: Session, method: string): () => void {
  let isAsking = false;
  let isNeeded = false;
  const ask = async () => {
    isAsking = true;
    while (isNeeded) {
      isNeeded = false;
      // A client that refuses will ask when it likes.
      await connection.sendRequest(method).catch(() => {});
    }
    isAsking = false;
  };
  return () => {
    isNeeded = true;
    if (!isAsking) void ask();
  };
}
