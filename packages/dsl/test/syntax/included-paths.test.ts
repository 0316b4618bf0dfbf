import { parse } from "@responses/dsl";
import { includedPaths, located } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

describe("the paths that a file includes are those that reading it gives", () => {
  test.each([
    ["none", 'success status 200\n# include "no.responses"\n'],
    [
      "several, with comments above and behind",
      '# why\ninclude "a.responses"  # b\n\n  include \'b/c.responses\'\nsuccess word "include"\n',
    ],
    ["on the next line", 'include\n  "a.responses"\n'],
    ["an escape", 'include "a\\u{20}b.responses"\n'],
    [
      "a byte order mark and line ends of Windows",
      '\ufeffinclude "a.responses"\r\ninclude "b.responses"\r\n',
    ],
    [
      "a text block is no statement",
      'example """\ninclude "no.responses"\n""" is success\ninclude "yes.responses"\n',
    ],
    [
      "broken ones",
      'include a.responses\ninclude "open\nincluded "x"\ninclude "a" "b"\ninclude "good.responses"\n',
    ],
    ["nothing at all", ""],
  ])("%s", (_, text) => {
    const model = parse("x.responses", text);
    expect(includedPaths(Buffer.from(text))).toEqual(located(model, "include").map((one) => one.model.path));
  });

  test("and none of what cannot be read", () => {
    expect(includedPaths(Buffer.from('include "a.responses"', "utf16le"))).toEqual([]);
  });
});
