import type { ServerCapabilities } from "vscode-languageserver";
import type { ClientProfile } from "../client/client-profile.js";
import type { Session } from "./session.js";

/** How a feature is offered to a client and answers it. What it answers is worked out in `features/`. */
export interface FeatureWiring {
  /** What the server says that it can do. */
  capabilities(client: ClientProfile): ServerCapabilities;
  /** Begins to answer requests. */
  listen(session: Session): void;
}
