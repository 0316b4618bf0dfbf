/** Long enough to get on with the work, short enough that nobody notices waiting for it. */
const MILLISECONDS = 8;

/** The time for which work goes on before it lets others have a turn. */
export class TimeSlice {
  #end = 0;

  constructor() {
    this.begin();
  }

  begin(): void {
    this.#end = performance.now() + MILLISECONDS;
  }

  isOver(): boolean {
    return performance.now() >= this.#end;
  }
}
