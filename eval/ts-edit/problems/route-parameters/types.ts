import { buildPath, type Params } from "./solution.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function is<T extends true>(_?: T): void {}

is<Equal<keyof Params<"/users/:id/posts/:post">, "id" | "post">>();
is<Equal<Params<"/users/:id">["id"], string | number>>();
is<Equal<keyof Params<"/about">, never>>();
buildPath("/users/:id/posts/:post", { id: 1, post: "x" });
buildPath("/about", {});
// @ts-expect-error: the post is missing
buildPath("/users/:id/posts/:post", { id: 1 });
// @ts-expect-error: there is no such parameter
buildPath("/users/:id", { id: 1, name: "x" });
// @ts-expect-error: a parameter is a string or a number
buildPath("/users/:id", { id: true });
