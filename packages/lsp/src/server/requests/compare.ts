import { compareMappingSteps } from "@responses/dsl/editor";
import { type CancellationToken, RequestType } from "vscode-languageserver";
import { whyUnusable } from "../../features/comparison/comparison-page.js";
import {
  type ComparisonResult,
  comparisonResult,
  notCompared,
} from "../../features/comparison/comparison-result.js";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import type { BaseName } from "../../workspace/bases/base-mappings.js";
import { inSlices } from "../../workspace/time-slice.js";
import { dropIfCancelled, outdated, unlessCancelled } from "../session/dropped-requests.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import type { Session } from "../session/session.js";

/** What `responses/compare` is asked with: a file that is open, and what its text is compared with. */
export interface CompareParams {
  readonly uri: string;
  readonly base: BaseName;
}

const COMPARE = new RequestType<CompareParams, ComparisonResult | null, void>("responses/compare");

/** `responses/compare`: which responses get another verdict by the text as it is now; null for an unknown file. */
export const compareWiring: FeatureWiring = {
  capabilities: () => ({}),
  listen(session) {
    session.connection.onRequest(COMPARE, ({ uri, base }, token) =>
      session.withAnalysed(uri, token, null, (document) => compare(document, base, session, token)),
    );
  },
};

/** Ends with the protocol's error once the request is cancelled, or about a text that is another by now. */
async function compare(
  document: AnalysedDocument,
  name: BaseName,
  session: Session,
  token: CancellationToken,
): Promise<ComparisonResult> {
  const { workspace } = session;
  const version = workspace.versionOf(document.uri);
  const onTurn = (): void => {
    dropIfCancelled(token);
    if (workspace.versionOf(document.uri) !== version) throw outdated();
  };
  const nextTurn = async (): Promise<void> => {
    await workspace.nextTurn();
    onTurn();
  };
  const { usable } = document;
  // Without what nobody could read yet, everything that it is for would look lost.
  if (usable === null || usable.brokenAt?.isLeftOut === true)
    return notCompared(document, name, whyUnusable(document));
  const base = await unlessCancelled(workspace.baseOf(document, name, nextTurn), token);
  if (base.kind === "none") return notCompared(document, name, base.reason);
  const compared = await inSlices(
    compareMappingSteps(base.mapping, usable.mapping),
    () => workspace.nextTurn(),
    onTurn,
  );
  return comparisonResult({
    analysed: document,
    usable,
    base: { name, commit: base.commit, formerly: base.formerly },
    compared,
    places: session.placesOf(document),
  });
}
