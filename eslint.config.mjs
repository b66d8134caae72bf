import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const RENAMED = "Say what it is: no utils, helpers, common, services, types or constants.";

/** The layers: app, components, lib, db. Each entry lists what a folder must never import, as globs or as a regular expression. */
const forbidden = (files, groups, message) => ({
  files,
  ignores: ["**/*.test.ts"],
  rules: { "no-restricted-imports": ["error", { patterns: groups.map((group) => (typeof group === "string" ? { regex: group, message } : { group, message })) }] },
});

const TOO_HEAVY = [["next/link"], ["@/lib/roadmap/catalog", "@/lib/roadmap/content/*", "@/lib/roadmap/outline"], ["zod", "zod/*", "next-auth", "next-auth/*"]];

export default tseslint.config(
  { ignores: [".next*/**", ".data/**", "node_modules/**", "next-env.d.ts", "test-results/**", "db/migrations/**"] },
  { files: ["**/*.mjs"], extends: [tseslint.configs.recommended] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // JSON and IndexedDB answer `any`: assigning it to a declared type is how it gets one.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      // A click handler may be async where its promise cannot reject.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
    },
  },
  forbidden(
    ["app/**"],
    [["drizzle-orm", "drizzle-orm/*", "postgres"], ["@/db/schema/*", "@/db/client"], ["next/link"]],
    "Pages and actions ask db/queries, and link with <a>.",
  ),
  forbidden(["components/**"], [["next/link"], ["@/app/**"], ["@/db/**"], ["@/lib/access/*", "@/lib/auth/options", "@/lib/env"]], "Components get data and actions as props."),
  forbidden(["lib/**"], [["@/app/**"], ["@/components/**"], ["@/db/schema/*", "@/db/client", "drizzle-orm", "drizzle-orm/*"]], "lib asks db/queries and knows nothing of pages."),
  forbidden(["db/client.ts", "db/queries/**", "db/schema/**"], [["@/app/**"], ["@/components/**"], "^@/lib/(?!(env|progress/states|progress/fold|jobs/words|audit/words|privacy/words|privacy/retention)$)"], "db knows the schema, the environment and the names of states."),
  forbidden(["e2e/**"], [["@/app/**"], ["@/components/**"]], "Journeys see what a person sees."),
  {
    files: ["**/*"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ImportDeclaration[source.value=/^\\.\\.\\/\\.\\./]", message: "Import through @/ beyond one level." },
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: "Only lib/env.ts and configuration read the environment." },
      ],
    },
  },
  {
    files: ["lib/env.ts", "lib/security-headers.mjs", "*.config.*", "scripts/**", "db/**/*.mjs", "db/**/*.test.ts", "e2e/**", "bench/**"],
    rules: { "no-restricted-syntax": "off" },
  },
  // A leaf runs in the browser: the catalogue would send the whole roadmap to the phone, zod and next-auth their weight.
  forbidden(
    ["components/progress/**", "components/site/**", "components/search/**"],
    [...TOO_HEAVY, ["@/app/**"], ["@/db/**"], ["@/lib/access/*", "@/lib/auth/options", "@/lib/env"]],
    "Leaves get data and actions as props, and stay light.",
  ),
  forbidden(
    ["lib/progress/{device,outbox,view,sender,ask-server,operation-id,next,words,percent,fold}.ts", "lib/offline/keep.ts", "lib/site/visited.ts", "lib/auth/enter.ts"],
    [...TOO_HEAVY, ["@/app/**"], ["@/components/**"], ["@/db/**"], ["drizzle-orm", "drizzle-orm/*"], ["@/lib/access/*", "@/lib/env"]],
    "This part of lib runs in the browser.",
  ),
  {
    files: ["**/utils.*", "**/utils/**", "**/helpers.*", "**/helpers/**", "**/common.*", "**/misc.*", "**/services/**", "**/types.ts", "**/constants.ts", "**/index.ts", "**/index.tsx"],
    rules: { "no-restricted-syntax": ["error", { selector: "Program", message: RENAMED }] },
  },
  {
    // A client that imports one of these must fail the build.
    files: ["db/queries/*.ts", "lib/access/*.ts"],
    // The matrix is data that tests read too.
    ignores: ["**/*.test.ts", "lib/access/matrix.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "Program:not(:has(> ImportDeclaration[source.value='server-only']))", message: 'Begin with: import "server-only".' },
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: "Only lib/env.ts reads the environment." },
      ],
    },
  },
  {
    files: ["app/**/*actions.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ExportNamedDeclaration > FunctionDeclaration > Identifier.params[name!='sent'][typeAnnotation.typeAnnotation.typeName.name='FormData']", message: "Anything may come in place of a form: call it sent, and read it with formOf()." },
        { selector: "MemberExpression[object.name='sent']", message: "Read it with formOf() first." },
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: "Only lib/env.ts reads the environment." },
      ],
    },
  },
  {
    files: ["app/**/page.tsx", "app/**/layout.tsx"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ExpressionStatement[directive='use client']", message: "Pages and layouts are server components." },
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: "Only lib/env.ts reads the environment." },
      ],
    },
  },
);
