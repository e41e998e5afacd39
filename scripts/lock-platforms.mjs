// Adds missing optional platform packages to package-lock.json: `npm ci` then accepts it on every platform. npm omits
// them if its registry does not have them.
import { readFileSync, writeFileSync } from "node:fs";

const PLATFORMS = {
  aix: "aix",
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  mac: "darwin",
  netbsd: "netbsd",
  openbsd: "openbsd",
  openharmony: "openharmony",
  sunos: "sunos",
  win: "win32",
  win32: "win32",
};
const CPUS = ["x64", "arm64", "ia32", "arm", "armv7l", "riscv64", "s390x", "ppc64", "loong64", "mips64el"];

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const added = [];
for (const [parent, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (lock.packages[path] || lock.packages[`${parent}/${path}`] || !/^\d/.test(version)) continue;
    const words = name.split("/").at(-1).split("-");
    const platform = words.find((word) => word in PLATFORMS);
    const wasm = words.includes("wasm32");
    if (!platform && !wasm) continue;
    const libc = words.includes("musl") ? ["musl"] : words.includes("gnu") ? ["glibc"] : undefined;
    lock.packages[path] = {
      version,
      cpu: [wasm ? "wasm32" : (words.find((word) => CPUS.includes(word)) ?? "none")],
      ...(libc && { libc }),
      ...(entry.dev && { dev: true }),
      optional: true,
      ...(platform && { os: [PLATFORMS[platform]] }),
    };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length ? `added ${added.length}: ${added.join(", ")}` : "nothing to add");
