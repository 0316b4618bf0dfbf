import { gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import { mappingOf, moduleOf } from "../bench/library.mjs";

/* What a page or a function at the edge loads. docs/performance.md has the sizes of other modules. */

/** Bytes, minified and gzipped. */
const MOST_BYTES = 4000;

const TEN_RULES = `error status 500..599
success keyword "application accepted"
reject keyword "duplicate"
reject keyword "already exists" as Duplicate
reject keyword "invalid phone" as Phone
reject keyword "not covered" as Area
reject keyword "daily cap reached" as Cap
reject keyword "age" as Age
error keyword "internal server error"
success status 200
`;

test(`a module of ten rules without fields has less than ${MOST_BYTES} bytes`, () => {
  const { code } = transformSync(moduleOf(mappingOf(TEN_RULES)), { minify: true, format: "esm" });
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(MOST_BYTES);
});
