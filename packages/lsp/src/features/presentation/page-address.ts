import type { FindingName } from "@responses/dsl";

/** The URI of a finding's page; null where no pages are at hand. */
export type PageOf = (name: FindingName) => string | null;
