// Imported first by every script: reports an old Node.js before newer syntax or a missing API fails.

/**
 * Whether Flint runs on a version of Node.js, as `engines` of every package.json says: the packages that build Flint
 * need 20.19 of the even line before 22, or 22.12.
 * @public for its test
 * @param {string} version such as `22.12.0`
 */
export function isSupported(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

if (!isSupported(process.versions.node)) {
  console.error(
    `Flint needs Node.js 22.12 or newer, or 20.19 or newer of version 20; this is ${process.versions.node}. Get one from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}
