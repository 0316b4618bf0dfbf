/** Numbers from 0 to 2^32 - 1, of which there can be hundreds of millions: four bytes each. */
export class NumberList {
  items = new Uint32Array(8);
  length = 0;

  push(number: number): void {
    if (this.length === this.items.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length] = number;
    this.length += 1;
  }

  /** Puts a number at a place, which may lie behind the last one; what is between them is 0. */
  put(index: number, number: number): void {
    while (this.length <= index) this.push(0);
    this.items[index] = number;
  }

  at(index: number): number {
    return this.items[index] || 0;
  }
}
