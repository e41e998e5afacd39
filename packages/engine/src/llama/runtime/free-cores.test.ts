import { expect, test } from "vitest";
import { FreeCores } from "./free-cores.ts";

/** Two cores, of which this process and others use so many. */
class Machine {
  now = 0;
  readonly free: FreeCores;
  #busy = 0;
  #own = 0;

  constructor() {
    this.free = new FreeCores(() => ({
      busy: this.#busy,
      total: 2 * this.now,
      cores: 2,
      own: this.#own,
    }));
  }

  run(milliseconds: number, { own, others }: { own: number; others: number }): number {
    this.now += milliseconds;
    this.#busy += (own + others) * milliseconds;
    this.#own += own * milliseconds;
    return this.free.count(this.now);
  }
}

test("all cores of an otherwise quiet machine are free, however busy this process is", () => {
  const machine = new Machine();
  expect(machine.run(500, { own: 1, others: 0.1 })).toBe(2);
  expect(machine.run(250, { own: 1.9, others: 0.1 })).toBe(2);
});

test("a core that other programs use is not free until they leave it", () => {
  const machine = new Machine();
  expect(machine.run(500, { own: 1, others: 1 })).toBe(1);
  expect(machine.run(250, { own: 1, others: 0.8 })).toBe(1);
  expect(machine.run(250, { own: 1, others: 0.2 })).toBe(2);
  expect(machine.run(250, { own: 0.5, others: 1.5 })).toBe(1);
});

test("one core counts as free before the first reading, and if others use all", () => {
  const machine = new Machine();
  expect(machine.run(20, { own: 0, others: 0 })).toBe(1);
  expect(machine.run(300, { own: 0.2, others: 1.8 })).toBe(1);
});

test("load during the engine's idle time is ignored", () => {
  const machine = new Machine();
  expect(machine.run(500, { own: 1, others: 0 })).toBe(2);
  expect(machine.run(600_000, { own: 0, others: 2 })).toBe(2);
  expect(machine.run(250, { own: 1, others: 0 })).toBe(2);
  expect(machine.run(600_000, { own: 0, others: 0 })).toBe(2);
  expect(machine.run(250, { own: 1, others: 1 })).toBe(1);
});
