import { EventBus, type User } from "./solution.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function is<T extends true>(_?: T): void {}

const bus = new EventBus<{ login: User; logout: undefined; count: number }>();
bus.on("login", (user) => is<Equal<typeof user, User>>());
bus.on("count", (n) => is<Equal<typeof n, number>>());
bus.emit("login", { id: 1, name: "ada" });
bus.emit("logout", undefined);
// @ts-expect-error: there is no such event
bus.on("signin", () => {});
// @ts-expect-error: a user has a name
bus.emit("login", { id: 1 });
// @ts-expect-error: a count is a number
bus.emit("count", "1");
// @ts-expect-error: the listener wants something else
bus.on("count", (text: string) => text);
