const LIMIT = "stackTraceLimit";

/**
 * Runs what throws errors whose stack nobody looks at: where engines note it for every error (`Error.stackTraceLimit`), that takes most of
 * the time of parsing a broken statement.
 */
export function withoutStackTraces<Result>(run: () => Result): Result {
  const before: unknown = Reflect.get(Error, LIMIT);
  if (typeof before !== "number" || !Reflect.set(Error, LIMIT, 0)) return run();
  try {
    return run();
  } finally {
    Reflect.set(Error, LIMIT, before);
  }
}
