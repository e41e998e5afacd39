import { readSetting, type Settings } from "./solution.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function is<T extends true>(_?: T): void {}
declare const settings: Settings;

const withFallback = readSetting(settings, "HOST", "localhost");
is<Equal<typeof withFallback, string>>();
const without = readSetting(settings, "HOST");
is<Equal<typeof without, string | undefined>>();
// @ts-expect-error: no fallback is said by leaving it out
readSetting(settings, "HOST", undefined);
// @ts-expect-error: a fallback is a string
readSetting(settings, "HOST", 5);
