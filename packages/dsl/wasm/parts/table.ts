/** The first state of an automaton; that at 0 leads nowhere. src/runtime/scanner-table.ts says what the table holds. */
export const ROOT: usize = 64;

const CHAINS: usize = 16;

export function areSame(left: usize, right: usize, length: usize): bool {
  let at: usize = 0;
  for (; at + 8 < length; at += 8) {
    if (load<u64>(left + at) !== load<u64>(right + at)) return false;
  }
  return at === length || (load<u64>(left + at) ^ load<u64>(right + at)) << ((8 - (length - at)) << 3) === 0;
}

/** The state's entry for the name; 0 if it has none. */
export function entryOf(state: usize, name: usize, length: usize): usize {
  let word = load<u32>(name);
  if (length < 4) word &= (1 << ((<u32>length) << 3)) - 1;
  const chain = ((word ^ <u32>length) * 0x9e3779b1) >> 28;
  let entry: usize = load<u16>(state + CHAINS + (chain << 1));
  while (entry !== 0) {
    if (load<u16>(entry, 6) === length && areSame(name, entry + 8, length)) return entry;
    entry = load<u16>(entry);
  }
  return 0;
}
