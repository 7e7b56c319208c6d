// A live preview of a copy of the example campaign, or of another, in the language that is asked for.
import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const built = ["release", "debug"].map((profile) => join(project, "target", profile, "campaign"));

/** The program as it was built. */
export const program = process.env.CAMPAIGN ?? built.find(existsSync);

export const startPreview = async (language, site = project) => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "campaign-preview-")));
  for (const part of ["campaign.toml", "content", "locales", "themes", "translations.lock"]) {
    if (existsSync(join(site, part))) cpSync(join(site, part), join(root, part), { recursive: true });
  }
  // An editor that notes what it was asked to open.
  const editor = join(root, "editor");
  const opened = join(root, "opened");
  writeFileSync(editor, `#!/bin/sh\necho "$@" >> ${opened}\n`);
  chmodSync(editor, 0o755);
  const options = ["serve", "--root", root, "--port", "0", "--lang", language, "--date", "2026-11-24"];
  const child = spawn(program, options, { env: { ...process.env, VISUAL: editor }, stdio: ["ignore", "pipe", "ignore"] });
  const lines = createInterface({ input: child.stdout });
  const origin = await new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      const address = /(http:\/\/localhost:\d+)\/$/.exec(line);
      if (address) resolve(address[1]);
    });
    child.on("exit", () => reject(new Error("the preview did not start")));
  });
  const path = (name) => join(root, name);
  const read = (name) => readFileSync(path(name), "utf8");
  return {
    root,
    origin,
    process: child.pid,
    read,
    write: (name, text) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    },
    edit: (name, change) => writeFileSync(path(name), change(read(name))),
    remove: (name) => rmSync(path(name), { recursive: true }),
    /** The arguments with which the editor was started, one line a start. */
    opened: () => (existsSync(opened) ? readFileSync(opened, "utf8").trim().split("\n") : []),
    stop: () => {
      child.kill("SIGKILL");
      rmSync(root, { recursive: true });
    },
  };
};
