import { applyFixes } from "@responses/dsl";
import { refuses } from "@responses/dsl/editor";
import { findingsOf, MAIN_FILE } from "@responses/testing/marked-fixture";
import { mappingText } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";

/* On whatever mapping: the checks end, findings lie in the file, and every fix leaves a file that can be run. */
test("findings of random mappings have a place in the file, and fixes that keep it a mapping", () => {
  fc.assert(
    fc.property(mappingText, (text) => {
      for (const { span, fixes, name } of findingsOf(new Map([[MAIN_FILE, text]]))) {
        expect([name, span.start >= 0 && span.start <= span.end && span.end <= text.length]).toEqual([
          name,
          true,
        ]);
        for (const fix of fixes) {
          const fixed = applyFixes(text, [fix]).text;
          const refusing = findingsOf(new Map([[MAIN_FILE, fixed]])).filter((finding) =>
            refuses(finding.name),
          );
          if (refusing.length > 0) expect({ fix, refusing }).toEqual({ fix, refusing: [] });
        }
      }
    }),
    randomRuns(400),
  );
});
