/**
 * A function of one object that works each result out once and keeps it for as long as the object lives. `compute` reads
 * nothing but the object. For what statements mean that is as long as the statement stands in the file, through all edits
 * of others.
 */
export function memoized<Key extends object, Value extends NonNullable<unknown> | null>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}
