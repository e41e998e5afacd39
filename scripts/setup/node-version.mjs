// Imported first by every script: reports an old Node.js before newer syntax or a missing API fails.
const OLDEST = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `Flint needs Node.js ${OLDEST.join(".")} or newer, this is ${process.versions.node}. Get one from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}
