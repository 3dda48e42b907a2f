// The page looks as it did. `UPDATE=1` keeps what is seen now.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { articles, make, open, path, settle, start, stop } from "./browser.js";

const kept = (name) => fileURLToPath(new URL(`screenshots/${name}.png`, import.meta.url));

// So much of a picture may differ: letters are drawn a little different by each version of a browser.
const TOLERANCE = 0.03;

const few = () => {
  const text = path("few.txt");
  writeFileSync(text, "They met in Gyumri, went on to بيروت and came home to Baku.\n");
  return [text, "--title", "A note"];
};
const pages = {};
before(async () => {
  pages.few = make("few", few());
  pages.many = make("many", [articles, "--title", "From the mountains to the sea"]);
  await start();
});
after(stop);

const DESKTOP = { width: 1000, height: 640 };
const PHONE = { width: 390, height: 760 };
for (const [name, page, options] of [
  ["few-light", "few", { ...DESKTOP, colorScheme: "light" }],
  ["many-light", "many", { ...DESKTOP, colorScheme: "light" }],
  ["many-dark", "many", { ...DESKTOP, colorScheme: "dark" }],
  ["many-phone", "many", { ...PHONE, colorScheme: "light" }],
]) {
  test(`${name} looks as it did`, async (t) => {
    const { page: at, close } = await open(pages[page], options);
    await settle(at);
    const now = PNG.sync.read(await at.screenshot());
    await close();
    if (process.env.UPDATE) {
      mkdirSync(fileURLToPath(new URL("screenshots", import.meta.url)), { recursive: true });
      writeFileSync(kept(name), PNG.sync.write(now));
    }
    assert.ok(existsSync(kept(name)), "no such screenshot is kept; run with UPDATE=1 and look at it");
    const before = PNG.sync.read(readFileSync(kept(name)));
    assert.deepEqual([now.width, now.height], [before.width, before.height]);
    const differ = pixelmatch(now.data, before.data, null, now.width, now.height, { threshold: 0.2 });
    const part = differ / (now.width * now.height);
    t.diagnostic(`${(100 * part).toFixed(2)} % of the pixels differ`);
    assert.ok(part <= TOLERANCE, `${(100 * part).toFixed(1)} % of the pixels differ`);
  });
}
