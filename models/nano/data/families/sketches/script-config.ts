import { sketched } from "./sketch.ts";

const PLUGINS = ["react()", "vue()", "svelte()", "tsconfigPaths()", "dts()"];

/** What people ask of the configuration of their tools. */
export const SCRIPT_CONFIG = [
  sketched("tests-need-a-dom", {
    seen: [
      "=[document is not defined|window is not defined] in [the tests|our component tests]",
      "=the tests [need|should run in] jsdom",
      "use jsdom [for|in] the tests",
      "run the tests [in|with] jsdom",
      "=ReferenceError: document is not defined, [jsdom please|use jsdom]",
      "=tests run in node, but they need [a DOM: jsdom|jsdom]",
      "set the test environment to jsdom",
      "=render() fails since there's no document[, we want jsdom|. jsdom]",
      "=jsdom as the environment[ of the tests|]",
      "=testing library [wants|needs] a document, can we have jsdom?",
      "=[no|there is no] document in the tests",
      "=component tests [crash|die] with window is not defined, should be run in jsdom",
      "change the environment to jsdom",
      "=vitest needs [jsdom here|to use jsdom]",
    ],
    unseen: [
      "give the specs a pretend browser (jsdom)",
      "=localStorage and friends are missing under vitest, jsdom brings them",
    ],
    vars: {
      plugin: PLUGINS,
      setup: ["./tests/setup.ts", "./vitest.setup.ts", "./src/test-utils/setup.ts", "tests/init.ts"],
    },
    code: [
      `
      import { defineConfig } from "vitest/config";

      export default defineConfig({
        «plugins: [‹plugin›],|resolve: { alias: { "@": "/src" } },|»
        test: {
          ⟦→environment: "jsdom",⟧
          globals: true,
          «setupFiles: ["‹setup›"],|include: ["src/**/*.test.ts"],»
        },
      });
      `,
      `
      export default defineConfig({
        test: {
          ⟦environment: "node"→environment: "jsdom"⟧,
          coverage: { reporter: ["text", "«html|lcov»"] },
          «testTimeout: 20000,|setupFiles: ["‹setup›"],|pool: "threads",»
        },
        build: { target: "«es2022|node20»" },
      });
      `,
      `
      /** @type {import("jest").Config} */
      module.exports = {
        preset: "ts-jest",
        ⟦testEnvironment: "node"→testEnvironment: "jsdom"⟧,
        «setupFilesAfterEnv: ["‹setup›"],|roots: ["<rootDir>/src"],|verbose: true,»
        moduleNameMapper: { "^@/(.*)$": "<rootDir>/src/$1" },
      };
      `,
    ],
  }),
  sketched("build-with-sourcemaps", {
    seen: [
      "=stack traces [show|point into] minified code[, we need sourcemaps|]",
      "=can't debug the [bundle|built code], [it has no source maps|source maps are missing]",
      "[turn on|enable|emit|generate] source maps",
      "=no source maps in the build",
      "=sentry shows nonsense lines[, sourcemaps please|, sourcemap is off]",
      "=breakpoints don't work in the built code, sourcemap: true",
      "=should build source maps as well",
      "add source maps [to the output|to the build]",
      "=can we have sourcemaps?",
      "=sourcemap is missing",
      "=no .map files in the output",
      "=i can't set breakpoints in the [typescript|original] source",
      "have the build write sourcemaps",
      "=in devtools i only see [one long line|bundled code], [source maps!|missing source maps]",
    ],
    unseen: [
      "=errors from production are unreadable: everything is on line 1 of the bundle",
      "let us find our way back from the bundle to the source",
    ],
    vars: {
      plugin: PLUGINS,
      entry: ["src/index.ts", "src/main.ts", "src/cli.ts", "lib/mod.ts", "src/server.ts"],
      target: ["es2020", "es2022", "node18", "node20", "esnext"],
    },
    code: [
      `
      export default defineConfig({
        plugins: [‹plugin›],
        build: {
          «outDir: "dist",|emptyOutDir: true,|»
          target: "‹target›",
          ⟦→sourcemap: true,⟧
        },
        «server: { port: 3000 },|preview: { open: true },|»
      });
      `,
      `
      import { defineConfig } from "tsup";

      export default defineConfig({
        entry: ["‹entry›"],
        format: ["esm"«, "cjs"|»],
        «dts: true,|clean: true,|target: "‹target›",»
        ⟦→sourcemap: true,⟧
      });
      `,
      `
      import { build } from "esbuild";

      await build({
        entryPoints: ["‹entry›"],
        bundle: true,
        minify: «true|process.argv.includes("--minify")»,
        platform: "«node|browser»",
        target: "‹target›",
        outdir: "«dist|build|out»",
        ⟦→sourcemap: true,⟧
      });
      console.log("built ‹entry›");
      `,
      `
      export default {
        input: "‹entry›",
        output: {
          dir: "«dist|lib»",
          format: "«es|cjs»",
          ⟦→sourcemap: true,⟧
        },
        plugins: [typescript({ target: "‹target›" }), terser()],
      };
      `,
    ],
  }),
  sketched("tools-ignore-folder", {
    seen: [
      "also ignore [{textFolder}|the {textFolder} folder]",
      "=it [picks up|also takes|looks at] files in {textFolder}[, they're generated|]",
      "=[files in {textFolder}|what's in {textFolder}] should be [left out|ignored|skipped]",
      "=it looks into {textFolder}, which it shouldn't",
      "add {textFolder} to the ignored folders",
      "={textFolder} [isn't ours|is generated code], ignore it",
      "=nobody [cares about|wants to hear of] what's in {textFolder}",
      "=why does it go through {textFolder}? ignore that too",
      "leave {textFolder} alone",
      "=ignore list lacks {textFolder}",
      "={textFolder} should be on the ignore list",
      "=please without {textFolder}",
      "=stay out of {textFolder}",
      "stop it from going into {textFolder}",
    ],
    unseen: [
      "spare {textFolder}",
      "=nothing in {textFolder} was written by hand, so spare us what's wrong in there",
    ],
    vars: {
      folder: [
        "generated",
        "coverage",
        "vendor",
        "storybook-static",
        ".next",
        "build",
        "playwright-report",
        "legacy",
        "fixtures",
        "public",
        "tmp",
      ],
      plugin: PLUGINS,
    },
    code: [
      `
      import js from "@eslint/js";

      export default [
        js.configs.recommended,
        { ignores: ["dist/**"«, "node_modules/**"|»⟦→, "‹folder›/**"⟧] },
        {
          files: ["**/*.ts"],
          rules: { "no-console": "«off|warn»", "prefer-const": "error" },
        },
      ];
      `,
      `
      export default defineConfig({
        test: {
          include: ["«src|packages»/**/*.test.ts"],
          exclude: ["«e2e|dist»/**", "node_modules/**"⟦→, "‹folder›/**"⟧],
          «globals: true,|environment: "node",»
        },
      });
      `,
      `
      export const IGNORED = [
        "node_modules",
        "«.git|dist»",
        ⟦→"‹folder›",⟧
      ];

      export const EXTENSIONS = ["«.ts|.js»", ".json"];

      ƒ isIgnored(path: string): boolean {
        return path.split("/").some((part) => IGNORED.includes(part));
      ƒ}
      `,
      `
      const watcher = chokidar.watch(".", {
        ignored: ["**/node_modules/**"«, "**/dist/**"|»⟦→, "**/‹folder›/**"⟧],
        ignoreInitial: true,
      });

      watcher.on("change", (path) => rebuild(path, ["‹plugin›"]));
      `,
    ],
  }),
  sketched("keep-dependency-external", {
    seen: [
      "={dep} [gets|is] bundled, it [should|must] not be",
      "don't [bundle|include] {dep}",
      "[mark|treat] {dep} as external",
      "=the bundle [is huge|has 3 MB] because {dep} is in it[. should be external|]",
      "let {dep} be external[ as well| too|]",
      "=two copies of {dep} at runtime, [it has to be|make it] external",
      "=[users|apps] bring their own {dep}, so keep it out of the bundle",
      "exclude {dep} from the bundle",
      "=shouldn't {dep} be [external|left out of the bundle]?",
      "=native module {dep} can't be bundled, external please",
      "={dep} ends up in [the bundle|dist], [it's meant to be external|which is wrong]",
      "={dep} must stay an import in the output",
      "=peer dependency {dep} shouldn't be bundled",
    ],
    unseen: [
      "={dep} comes from the host app, we mustn't ship it ourselves",
      "leave {dep} to be resolved at runtime",
    ],
    vars: {
      dep: [
        "react",
        "vue",
        "sharp",
        "better-sqlite3",
        "lodash",
        "zod",
        "pg",
        "express",
        "three",
        "svelte",
        "esbuild",
        "typescript",
        "rxjs",
      ],
      have: ["node:fs", "react-dom", "vscode", "electron", "next", "fsevents", "@app/core"],
      entry: ["src/index.ts", "src/main.ts", "src/extension.ts", "lib/mod.ts"],
    },
    code: [
      `
      export default defineConfig({
        entry: ["‹entry›"],
        external: ["‹have›"⟦→, "‹dep›"⟧],
        format: ["esm"],
        «dts: true,|noExternal: ["tslib"],»
      });
      `,
      `
      await esbuild.build({
        entryPoints: ["‹entry›"],
        outfile: "dist/index.js",
        bundle: true,
        external: ["‹have›"⟦→, "‹dep›"⟧],
        «alias: { "~": "./src" },|inject: ["./shim.ts"],»
      });
      `,
      `
      export default defineConfig({
        build: {
          lib: { entry: "‹entry›", formats: ["es"«, "cjs"|»] },
          rollupOptions: {
            external: ["‹have›"⟦→, "‹dep›"⟧],
            output: { globals: { «jquery: "$"|moment: "moment"» } },
          },
        },
      });
      `,
    ],
  }),
  sketched("retry-tests-on-ci", {
    seen: [
      "=retry failed tests {wordsN} times on ci",
      "=flaky on ci, [retry|run again] up to {wordsN} times there[ but never locally|, 0 elsewhere]",
      "set retries to {wordsN} [when CI is set|on ci only]",
      "=retries should be {wordsN} on CI and 0 [locally|elsewhere|on my machine]",
      "[let|have] ci retry {wordsN} times[, nobody else|]",
      "=no retries on ci at the moment, {wordsN} would be good[, none locally|]",
      "retry {wordsN} times if process.env.CI, otherwise not at all",
      "=[can|could] the pipeline give a failing test {wordsN} more tries? not on our own machines",
      "=e2e tests are flaky in the pipeline: {wordsN} retries there, locally none",
      "=with CI in the env: {wordsN} retries[, without it none|]",
      "=tests should get {wordsN} more [chances|tries] on ci[, but not here|, 0 otherwise]",
      "=the ci [job|run] fails by chance, so {wordsN} retries if CI is set",
      "=0 retries locally is fine, on CI make it {wordsN}",
    ],
    unseen: [
      "be lenient on the build machine: {wordsN} repeats when CI is in the environment, else 0",
      "=a red test deserves {wordsN} more chances on the build server, not at home",
    ],
    vars: { n: ["2", "3", "4", "5"] },
    code: [
      `
      import { defineConfig } from "@playwright/test";

      export default defineConfig({
        testDir: "./«e2e|tests»",
        retries: ⟦0→process.env.CI ? ‹n› : 0⟧,
        workers: «process.env.CI ? 1 : undefined|4»,
        use: { baseURL: "http://localhost:«3000|5173»"«, trace: "on-first-retry"|» },
      });
      `,
      `
      const config: PlaywrightTestConfig = {
        timeout: «30000|60000»,
        forbidOnly: !!process.env.CI,
        retries: ⟦0→process.env.CI ? ‹n› : 0⟧,
        reporter: "«list|html|dot»",
      };

      export default config;
      `,
      `
      export default defineConfig({
        test: {
          include: ["tests/**/*.«spec|test».ts"],
          retry: ⟦0→process.env.CI ? ‹n› : 0⟧,
          «bail: 1,|maxConcurrency: 4,|testTimeout: 15000,»
        },
      });
      `,
    ],
  }),
  sketched("coverage-must-reach", {
    seen: [
      "=fail when line coverage is below {wordsN} %",
      "=the build should fail [under|below] {wordsN} % of the lines",
      "[require|demand] {wordsN} % line coverage",
      "set the [threshold|thresholds] for lines to {wordsN}",
      "=coverage of lines [must|has to|should] be at least {wordsN} %",
      "=no threshold for lines[ yet|], {wordsN} please",
      "=lines: {wordsN} [as|is the] coverage threshold",
      "=we don't want to [fall|get] under {wordsN} % of covered lines",
      "=can it [check|make sure] that {wordsN} % of all lines are covered?",
      "add a [threshold|minimum] of {wordsN} for lines",
      "=minimum for lines: {wordsN}",
      "=ci [should|must] complain if fewer than {wordsN} % of the lines are covered",
      "=less than {wordsN} % of lines covered? [fail|that should be an error]",
      "enforce {wordsN} % for lines",
    ],
    unseen: [
      "=ci should go red once fewer than {wordsN} of 100 lines are tested",
      "insist on {wordsN} percent of the lines",
    ],
    vars: { n: ["60", "70", "75", "80", "85", "90", "95", "100"], b: ["50", "65", "72", "88"] },
    code: [
      `
      export default defineConfig({
        test: {
          coverage: {
            provider: "«v8|istanbul»",
            «include: ["src/**"],|reporter: ["text", "lcov"],»
            thresholds: { branches: ‹b›⟦→, lines: ‹n›⟧ },
          },
        },
      });
      `,
      `
      module.exports = {
        testEnvironment: "node",
        collectCoverage: true,
        coverageThreshold: {
          global: {
            «functions: ‹b›,|branches: ‹b›,»
            ⟦→lines: ‹n›,⟧
          },
        },
      };
      `,
      `
      /** Minimums in percent. */
      export const thresholds = {
        statements: ‹b›,
        ⟦→lines: ‹n›,⟧
      };

      export default defineConfig({
        test: { coverage: { enabled: «true|!!process.env.CI», thresholds } },
      });
      `,
    ],
  }),
];
