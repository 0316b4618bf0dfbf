import { responses } from "@responses/build/webpack";
import type { Configuration, RuleSetRule } from "webpack";

const rule: RuleSetRule = responses();
const configuration: Configuration = { module: { rules: [responses({ types: true }), rule] } };
export default configuration;
