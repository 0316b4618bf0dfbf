import { responses } from "@responses/build/rspack";
import type { Configuration, RuleSetRule } from "@rspack/core";

const rule: RuleSetRule = responses();
const configuration: Configuration = { module: { rules: [responses({ types: true }), rule] } };
export default configuration;
