import type { SyncTransformer } from "@jest/transform";
import transformer from "@responses/build/jest";

const given: SyncTransformer = transformer;
export default given;
