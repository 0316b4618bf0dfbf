import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { MOST_UNPACKED, readFragment, type SharedPage, writeFragment } from "../src/link/shared-page.js";

const PAGE: SharedPage = {
  mapping: 'success keyword "gültig 🎉"\n',
  status: "200",
  response: '{"a":"\u0000\r\n"}',
};

const packed = (json: string) => `#v1.${deflateRawSync(json).toString("base64url")}`;

const reading = async (fragment: string) => {
  const { kind, ...rest } = await readFragment(fragment);
  return kind === "broken" && "reason" in rest ? rest.reason : kind;
};

describe("a link", () => {
  test("holds both texts and the status, in characters that need no escape", async () => {
    const fragment = await writeFragment(PAGE);
    expect(fragment).toMatch(/^#v1\.[\w-]+$/);
    expect(await readFragment(fragment)).toEqual({ kind: "page", page: PAGE });
  });

  test("is small for a mapping of repeated lines", async () => {
    const mapping = 'reject json "$.reason" exact "no-match" as "No Demand"\n'.repeat(1000);
    expect((await writeFragment({ ...PAGE, mapping })).length).toBeLessThan(1000);
  });

  test("that other programs deflated is read as well", async () => {
    expect(await readFragment(packed(JSON.stringify(PAGE)))).toEqual({ kind: "page", page: PAGE });
  });

  test("is nothing where there is no fragment", async () => {
    expect(await reading("")).toBe("nothing");
    expect(await reading("#")).toBe("nothing");
  });
});

describe("a broken link says why", () => {
  test("something else behind the #", async () => {
    expect(await reading("#mapping")).toBe("it is no link of the playground");
  });

  test("another version", async () => {
    expect(await reading("#v2.AAAA")).toBe("it was made by another version of the playground");
  });

  test("foreign characters", async () => {
    expect(await reading("#v1.a%20b")).toBe("characters in it are not those of a link");
    expect(await reading("#v1.AAAAA")).toBe("characters in it are not those of a link");
  });

  test("each of its beginnings", async () => {
    const fragment = await writeFragment(PAGE);
    for (let length = "#v1.".length; length < fragment.length; length += 1) {
      const reason = await reading(fragment.slice(0, length));
      expect([
        "a part of it is missing or was changed",
        "characters in it are not those of a link",
      ]).toContain(reason);
    }
  });

  test("JSON that is no page", async () => {
    const lost = "a part of it is missing or was changed";
    for (const json of ["", "{}", "null", "[]", '{"mapping":"","status":200,"response":""}', "{"]) {
      expect(await reading(packed(json)), json).toBe(lost);
    }
  });

  test("more than is unpacked", async () => {
    const huge = packed(JSON.stringify({ ...PAGE, mapping: " ".repeat(MOST_UNPACKED) }));
    expect(huge.length).toBeLessThan(10_000);
    expect(await reading(huge)).toBe("what it holds is too large");
  });
});
