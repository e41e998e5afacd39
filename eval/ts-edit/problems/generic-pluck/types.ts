import { groupBy, indexBy, pluck, sum } from "./solution.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function is<T extends true>(_?: T): void {}

interface Person {
  readonly name: string;
  readonly age: number;
  readonly team: "red" | "blue";
}
declare const people: readonly Person[];

const names = pluck(people, "name");
is<Equal<typeof names, string[]>>();
sum(pluck(people, "age"));
// @ts-expect-error: there is no such property
pluck(people, "nmae");

const teams = groupBy(people, "team");
is<Equal<typeof teams, Map<"red" | "blue", Person[]>>>();
// @ts-expect-error: there is no such property
groupBy(people, "x");

const byName = indexBy(people, "name");
is<Equal<typeof byName, Map<string, Person>>>();
// @ts-expect-error: there is no such property
indexBy(people, "y");
