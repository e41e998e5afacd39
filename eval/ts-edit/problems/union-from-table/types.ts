import { can, type Permission, type Role } from "./solution.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function is<T extends true>(_?: T): void {}

is<Equal<Role, "guest" | "author" | "editor" | "admin">>();
is<Equal<Permission, "read" | "write" | "publish" | "delete">>();
can("guest", "publish");
// @ts-expect-error: there is no such role
can("owner", "read");
// @ts-expect-error: there is no such permission
can("guest", "fly");
