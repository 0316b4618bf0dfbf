import type { ExampleStates } from "@responses/dsl/editor";
import { Position, RequestType } from "vscode-languageserver";
import { exampleOfGiven, type MadeExample } from "../../features/code-actions/actions/made-example.js";
import type { GivenResponse } from "../../features/responses/given-response.js";
import { receivedResponse } from "../client/received-response.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

/** What `responses/makeExample` is asked with. */
export interface MakeExampleParams {
  readonly uri: string;
  readonly response: GivenResponse;
  /** Where it is to stand, if a statement can there. */
  readonly position?: Position | null;
  /** What the example states: also what is captured, unless the verdict alone is asked for. */
  readonly states?: ExampleStates | null;
}

const MAKE_EXAMPLE = new RequestType<MakeExampleParams, MadeExample | null, void>("responses/makeExample");

/** `responses/makeExample`: the edit that writes a response as an example, with its verdict; null for an unknown file. */
export const makeExampleWiring: FeatureWiring = {
  capabilities: () => ({}),
  listen(session) {
    session.connection.onRequest(MAKE_EXAMPLE, ({ uri, response, position, states }, token) => {
      const given = receivedResponse(response);
      const place = Position.is(position) ? position : null;
      return session.withAnalysed(uri, token, null, (document) =>
        exampleOfGiven(document, given, place, states ?? "captures", (text) =>
          session.workspace.linkText(uri, text),
        ),
      );
    });
  },
};
