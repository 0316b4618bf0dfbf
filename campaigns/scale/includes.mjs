import { filledHalves } from "./texts.mjs";

/** @typedef {import("./shapes.mjs").Family} Family */

/** Files that include files. @type {Readonly<Record<string, Family>>} */
export const INCLUDES = {
  "a chain of includes": (size) => {
    const count = Math.max(2, Math.floor(size / 200));
    return Array.from({ length: count }, (_, i) => [
      i === 0 ? "acme.responses" : `c${i}.responses`,
      `${i + 1 < count ? `include "c${i + 1}.responses"\n` : ""}reject keyword "code ${i}." as L${i}\n`,
    ]);
  },
  "a fan of includes": (size) => {
    const count = Math.max(2, Math.floor(size / 200));
    const files = Array.from({ length: count }, (_, i) => `f${i}.responses`);
    return [
      ["acme.responses", files.map((file) => `include "${file}"\n`).join("")],
      ...files.map((file, i) => /** @type {const} */ ([file, `reject keyword "code ${i}." as L${i}\n`])),
    ];
  },
  "diamonds of includes": (size) => {
    const count = Math.max(2, Math.floor(size / 400));
    /** @type {[string, string][]} */
    const files = [];
    for (let i = 0; i < count; i++) {
      const below = i + 1 < count ? `include "d${i + 1}a.responses"\ninclude "d${i + 1}b.responses"\n` : "";
      for (const side of ["a", "b"])
        files.push([`d${i}${side}.responses`, `${below}reject keyword "${side} ${i}." as L${i}\n`]);
    }
    return [["acme.responses", 'include "d0a.responses"\ninclude "d0b.responses"\n'], ...files];
  },
  "many files that include one": (size) => {
    const count = Math.max(2, Math.floor(size / 200));
    return [
      ["acme.responses", 'include "common.responses"\nsuccess status 201\n'],
      [
        "common.responses",
        'reject keyword "duplicate lead" as Duplicate\nexample "duplicate lead" is reject Duplicate\n',
      ],
      ...Array.from(
        { length: count },
        (_, i) =>
          /** @type {const} */ ([
            `m${i}.responses`,
            `include "common.responses"\nreject keyword "m ${i}." as L${i}\n`,
          ]),
      ),
    ];
  },
  "examples of an included file": (size) => [
    ["acme.responses", 'include "common.responses"\nsuccess status 201\n'],
    [
      "common.responses",
      filledHalves(
        size,
        (i) => `reject keyword "code ${i}." as L${i}\n`,
        (i) => `example 'code ${i}.' is reject L${i}\n`,
      ),
    ],
  ],
};
