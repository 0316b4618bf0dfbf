import fc from "fast-check";

/** JSON text of an object whose members have the names that matter, written in many ways. */
export function randomLines(): fc.Arbitrary<string> {
  const blank = fc.stringMatching(/^[ \t\r]{0,2}$/);
  const name = fc.constantFrom(
    '"verdict"',
    '"verdic\\u0074"',
    '"body"',
    '"status"',
    '"a"',
    '""',
    '"é\\"}"',
    '"__proto__"',
    '"1"',
  );
  const string = fc.constantFrom(
    '""',
    '"x"',
    '"\\\\"',
    '"\\"verdict\\":"',
    '"{[,"',
    '"\\ud83d"',
    '"é😀"',
    '"\\\\\\""',
  );
  const scalar = fc.oneof(
    string,
    fc.constantFrom("1.0", "-0", "12345678901234567890", "1E+2", "true", "null"),
  );
  const { value } = fc.letrec<{ value: string; object: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      tie("object"),
      fc
        .tuple(blank, fc.array(tie("value"), { maxLength: 3 }))
        .map(([space, all]) => `[${space}${all.join(`${space},`)}]`),
    ),
    object: objectOf(tie("value")),
  }));
  function objectOf(of: fc.Arbitrary<string>): fc.Arbitrary<string> {
    // A body must be a string, or the line is bad.
    const member = fc
      .tuple(name, of, string, blank, blank)
      .map(
        ([key, any, text, before, after]) =>
          `${before}${key}${after}:${before}${key === '"body"' ? text : any}${after}`,
      );
    return fc
      .tuple(blank, fc.array(member, { maxLength: 5 }))
      .map(([space, members]) => `{${space}${members.join(",")}}`);
  }
  return fc.tuple(blank, objectOf(value), blank).map((parts) => parts.join(""));
}
