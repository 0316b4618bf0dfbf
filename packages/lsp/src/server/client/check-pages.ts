import { pageAddress } from "@responses/dsl/editor";
import type { PageOf } from "../../features/presentation/page-address.js";
import type { ClientProfile } from "./client-profile.js";

/** Where the client shows the pages of findings: at a fragment of one page, or where it says `{name}` in the address. */
export function pagesOf({ checksPage }: ClientProfile): PageOf {
  return checksPage === null ? () => null : (name) => pageAddress(checksPage, name);
}
