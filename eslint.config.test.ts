import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";

// A text without a file has no types.
const eslint = new ESLint({ cwd: import.meta.dirname, overrideConfig: [tseslint.configs.disableTypeChecked] });

async function faultsOf(filePath: string, text: string, rule = "no-restricted-syntax"): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message).filter((id) => id === rule);
}

const IMPORTS = "no-restricted-imports";

describe("who may import whom", () => {
  test.each([
    ["a page", "app/(read)/roadmap/page.tsx", "@/db/client"],
    ["a page", "app/(read)/roadmap/page.tsx", "@/db/schema/accounts"],
    ["an action", "app/(learn)/actions.ts", "drizzle-orm"],
    ["a component", "components/roadmap/items.tsx", "@/db/queries/progress"],
    ["a component", "components/ui/field.tsx", "@/app/layout"],
    ["a component", "components/roadmap/items.tsx", "next/link"],
    ["a page", "app/(read)/roadmap/page.tsx", "next/link"],
    ["a leaf of progress", "components/progress/item-row.tsx", "@/lib/roadmap/catalog"],
    ["a leaf of progress", "components/progress/item-row.tsx", "zod"],
    ["a leaf of the site", "components/site/account-menu.tsx", "next-auth/react"],
    ["a leaf of the site", "components/site/account-menu.tsx", "@/db/client"],
    ["a leaf of the site", "components/site/account-menu.tsx", "@/lib/auth/options"],
    ["the device", "lib/progress/device.ts", "@/components/ui/icon"],
    ["the device", "lib/progress/sender.ts", "zod"],
    ["a rule of lib", "lib/progress/percent.ts", "@/components/ui/icon"],
    ["a rule of lib", "lib/progress/percent.ts", "@/db/schema/progress"],
    ["a query", "db/queries/progress.ts", "@/lib/roadmap/catalog"],
    ["a query", "db/queries/progress.ts", "@/lib/progress/device"],
    ["a query", "db/queries/progress.ts", "@/app/layout"],
    ["a journey", "e2e/pages.spec.ts", "@/components/ui/icon"],
  ])("%s (%s) may not import %s", async (_, file, source) => {
    expect(await faultsOf(file, `import * as x from "${source}";\nexport const y = x;\n`, IMPORTS)).toEqual([IMPORTS]);
  });

  test.each([
    ["app/(read)/roadmap/page.tsx", "@/lib/roadmap/catalog"],
    ["app/(learn)/actions.ts", "@/db/queries/progress"],
    ["components/roadmap/items.tsx", "@/lib/roadmap/catalog"],
    ["lib/access/viewer.ts", "@/db/queries/accounts"],
    ["db/queries/progress.ts", "@/lib/progress/fold"],
  ])("%s may import %s", async (file, source) => {
    expect(await faultsOf(file, `import * as x from "${source}";\nexport const y = x;\n`, IMPORTS)).toEqual([]);
  });
});

test.each(["app/(read)/page.tsx", "app/layout.tsx"])("%s is never a client component", async (file) => {
  expect(await faultsOf(file, `"use client";\nexport default function Page() {\n  return null;\n}\n`)).toEqual(["no-restricted-syntax"]);
});

test.each(["lib/utils.ts", "components/helpers/date.ts", "lib/types.ts", "components/ui/index.ts"])("%s is no name for a file", async (file) => {
  expect(await faultsOf(file, "export const x = 1;\n")).toEqual(["no-restricted-syntax"]);
});

test("only lib/env.ts and configuration read the environment", async () => {
  expect(await faultsOf("lib/auth/options.ts", "export const x = process.env.AUTH_SECRET;\n")).toEqual(["no-restricted-syntax"]);
  expect(await faultsOf("lib/env.ts", "export const x = process.env.AUTH_SECRET;\n")).toEqual([]);
});

test("an action takes nothing for a form before formOf() read it", async () => {
  const action = (line: string) => `"use server";\nexport async function save(_previous: null, ${line}\n}\n`;
  expect(await faultsOf("app/(learn)/plan/actions.ts", action('form: FormData) {\n  return form.get("x");'))).toEqual(["no-restricted-syntax"]);
  expect(await faultsOf("app/(learn)/plan/actions.ts", action('sent: FormData) {\n  return sent.get("x");'))).toEqual(["no-restricted-syntax"]);
  expect(await faultsOf("app/(learn)/plan/actions.ts", action('sent: FormData) {\n  return formOf(sent).get("x");'))).toEqual([]);
});

test.each(["db/queries/progress.ts", "lib/access/viewer.ts"])("%s must begin by saying that it belongs to the server", async (file) => {
  const withoutGuard = await faultsOf(file, "export const x = 1;\n");
  expect(withoutGuard).toEqual(["no-restricted-syntax"]);
  expect(await faultsOf(file, 'import "server-only";\nexport const x = 1;\n')).toEqual([]);
});
