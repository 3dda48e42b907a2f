// Pages made by the command, opened in a browser that may ask no server for anything.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const articles = fileURLToPath(new URL("../../../examples/articles", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "toponym-map-"));

// The command writes a page.
export const make = (name, args) => {
  const file = join(folder, `${name}.html`);
  toponym(["map", ...args, "-o", file]);
  return file;
};
export const toponym = (args) => execFileSync(process.env.TOPONYM ?? "toponym", args, { encoding: "utf8" });
export const path = (name) => join(folder, name);

// One browser for all tests of a file.
let browser = null;
export const start = async () => {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  // A container's root has no sandbox.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  browser = await chromium.launch({ executablePath, args });
};
export const stop = async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
};

// Opens a page; `faults` gets what it asks a network for and what goes wrong in it.
export const open = async (file, options) => {
  const { page, close } = await browse(options);
  const faults = [];
  const own = pathToFileURL(file).href;
  page.on("request", (request) => request.url() !== own && faults.push(`asks for ${request.url()}`));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  // An action that is not done by then is not done by more waiting.
  page.setDefaultTimeout(15_000);
  await page.goto(own);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  await settle(page);
  return { page, faults, close };
};

// A window without a page.
export const browse = async ({ width = 1280, height = 800, colorScheme = "light" } = {}) => {
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
  return { page: await context.newPage(), close: () => context.close() };
};

// Until what was to be drawn in the next frames is drawn.
export const settle = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))));
