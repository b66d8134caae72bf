import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { copyFolder, fillFolder } from "./folder.mjs";
import { keepFiles, putBack } from "./kept-files.mjs";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-folder-"));
const at = (name: string) => path.join(root, name);

afterAll(() => fs.rmSync(root, { recursive: true }));

test("a folder appears whole, also where an empty one was", async () => {
  fs.mkdirSync(at("whole"));
  await fillFolder(at("whole"), (part: string) => {
    expect(part).toBe(`${at("whole")}.part`);
    fs.writeFileSync(path.join(part, "file"), "all of it");
    expect(fs.readdirSync(at("whole"))).toEqual([]);
  });
  expect(fs.readdirSync(at("whole"))).toEqual(["file"]);
  expect(fs.existsSync(`${at("whole")}.part`)).toBe(false);
});

test("what fails leaves nothing", async () => {
  const failing = fillFolder(at("failed"), (part: string) => {
    fs.writeFileSync(path.join(part, "file"), "half of it");
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(fs.readdirSync(root).filter((name) => name.startsWith("failed"))).toEqual([]);
});

test("a full folder, a file and what another one left are refused and stay", async () => {
  fs.mkdirSync(at("left.part"));
  fs.mkdirSync(at("full"));
  fs.writeFileSync(at("full/mine"), "mine");
  const never = () => expect.unreachable();
  await expect(fillFolder(at("full"), never)).rejects.toThrow("is not an empty folder");
  await expect(fillFolder(at("full/mine"), never)).rejects.toThrow("is not an empty folder");
  await expect(fillFolder(at("left"), never)).rejects.toThrow("was cut off, or that still runs");
  await expect(fillFolder(at("full/mine/below"), never)).rejects.toThrow("cannot be made");
  expect(fs.readFileSync(at("full/mine"), "utf8")).toBe("mine");
  expect(fs.existsSync(at("left.part"))).toBe(true);
});

test("a folder is copied with its empty folders, and without what is left out", async () => {
  fs.mkdirSync(at("from/deep/empty"), { recursive: true });
  fs.writeFileSync(at("from/deep/file"), "foo");
  fs.writeFileSync(at("from/not"), "bar");
  const said = await copyFolder(at("from"), at("to"), "pg", ["not"]);
  expect(said).toEqual({
    folders: ["pg", "pg/deep", "pg/deep/empty"],
    files: { "pg/deep/file": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae" },
  });
  expect(fs.readdirSync(at("to"), { recursive: true }).sort()).toEqual(["deep", "deep/empty", "deep/file"]);
});

test("keys go into the backup and back, and those that they replace are kept aside", async () => {
  for (const name of ["data", "kept-backup"]) fs.mkdirSync(at(name));
  for (const [name, text] of [["action-key", "old"], ["port", "20000"], ["lock", "not kept"]] as const) fs.writeFileSync(at(`data/${name}`), text);
  const { files } = await keepFiles(at("data"), at("kept-backup"), "embedded");
  expect(Object.keys(files)).toEqual(["kept/action-key", "kept/port"]);

  fs.writeFileSync(at("data/action-key"), "new");
  await putBack(at("kept-backup"), Object.keys(files), at("data"), at("aside"));
  expect(fs.readFileSync(at("data/action-key"), "utf8")).toBe("old");
  expect(fs.readdirSync(at("aside"))).toEqual(["action-key"]);
  expect(fs.readFileSync(at("aside/action-key"), "utf8")).toBe("new");
});
