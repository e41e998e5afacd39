"use strict";

const path = require("path");
const { inspect } = require("util");

const PATTERN = /([a-z0-9])([A-Z])/g;

function kebabCase(name) {
  return name.replace(PATTERN, "$1-$2").replace(/[\s_]+/g, "-").toLowerCase();
}

/** `src/UserList.js` becomes `src/user-list.js`. */
function kebabPath(file) {
  const { dir, name, ext } = path.posix.parse(file);
  return path.posix.join(dir, kebabCase(name) + ext);
}

function show(value) {
  return inspect(value, { breakLength: Number.POSITIVE_INFINITY });
}

/** Whether the program was started with this file. */
function isDirectRun(argv = process.argv) {
  return argv[1] !== undefined && require.main === module;
}

module.exports = { kebabCase, kebabPath, show, isDirectRun };
