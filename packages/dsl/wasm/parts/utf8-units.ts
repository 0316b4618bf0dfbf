/** How many UTF-16 units the characters have whose UTF-8 stands between the addresses. */
export function unitsBetween(start: usize, end: usize): u32 {
  let units = <u32>(end - start);
  for (let at = start; at < end; at += 16) {
    const bytes = v128.load(at);
    const inside = end - at < 16 ? (1 << (<i32>(end - at))) - 1 : 0xffff;
    const continuing = i8x16.bitmask(i8x16.lt_s(bytes, i8x16.splat(-64))) & inside;
    const paired = i8x16.bitmask(i8x16.ge_u(bytes, i8x16.splat(-16))) & inside;
    units += popcnt(paired) - popcnt(continuing);
  }
  return units;
}
