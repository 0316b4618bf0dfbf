import { type FileModel, type Linked, link, parse } from "@responses/dsl";
import { AnalysedTogether, analyseAtOnce } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { mappingTextOf, seed } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** Each file with those that it includes put in place. */
function linkedAll(texts: Readonly<Record<string, string>>): readonly Linked[] {
  const files = new Map(
    Object.entries(texts).map(([path, text]): [string, FileModel] => [path, parse(path, text)]),
  );
  const host = {
    resolve: (_: string, path: string) => path,
    load: (path: string) => files.get(path) ?? null,
  };
  return [...files.values()].map((file) => link(file, host));
}

describe("mappings that are analysed together have the findings that each has by itself", () => {
  test("in a chain, whichever comes first", () => {
    const texts = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `c${at}`,
        `${at < 29 ? `include "c${at + 1}"\n` : ""}reject keyword "code ${at % 7}" as L${at}\nexample "code ${at}" is reject\n`,
      ]),
    );
    const linked = linkedAll(texts);
    for (const order of [linked, linked.toReversed(), linked.toSorted((a, b) => key(a) - key(b))]) {
      const together = new AnalysedTogether();
      for (const one of order) expect(together.analyse(one).findings).toEqual(analyseAtOnce(one).findings);
    }
  });

  test("on random mappings that include others before or behind their own statements", () => {
    fc.assert(
      fc.property(
        fc.array(mappingTextOf({ minStatements: 1, maxStatements: 8 }), { minLength: 3, maxLength: 6 }),
        seed,
        (drawn, start) => {
          const random = new Random(start);
          const texts = Object.fromEntries(
            drawn.map((text, at) => {
              const below = drawn.flatMap((_, other) =>
                other > at && random.chance(0.5) ? [`include "f${other}"\n`] : [],
              );
              return [
                `f${at}`,
                random.chance(0.5) ? `${below.join("")}${text}` : `${text}\n${below.join("")}`,
              ];
            }),
          );
          const together = new AnalysedTogether();
          for (const one of linkedAll(texts))
            expect(together.analyse(one).findings).toEqual(analyseAtOnce(one).findings);
        },
      ),
      randomRuns(60),
    );
  });
});

/** Scatters the files of a chain. */
function key(linked: Linked): number {
  const { path } = linked.kind === "mapping" ? linked.mapping.file : linked.file;
  return (Number(path.slice(1)) * 17) % 30;
}
