import type { Finding } from "../findings/finding.js";
import type { AnalysedMapping } from "./analysed-mapping.js";

/** What computes the findings of one name. It sees whole mappings only, and reports in the mapping's own file only. */
export type Check = (analysed: AnalysedMapping) => Iterable<Finding>;
