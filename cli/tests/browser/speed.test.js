// How long a page of a hundred articles takes to open: told, and not asserted.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { articles, make, open, path, start, stop } from "./browser.js";

let file = null;
before(async () => {
  // The articles of the examples, again and again.
  const folder = path("hundred");
  mkdirSync(folder);
  const texts = readdirSync(articles).map((name) => readFileSync(`${articles}/${name}`, "utf8"));
  for (let number = 0; number < 100; number += 1) {
    const two = texts[number % texts.length] + texts[(number + 1) % texts.length];
    writeFileSync(`${folder}/${String(number).padStart(2, "0")}.txt`, two);
  }
  file = make("hundred", [folder]);
  await start();
});
after(stop);

test("a hundred articles open", async (t) => {
  const times = [];
  let mentions = 0;
  for (let run = 0; run < 5; run += 1) {
    const { page, faults, close } = await open(file);
    times.push(await page.evaluate(() => performance.timing.loadEventEnd - performance.timing.navigationStart));
    mentions = Number((await page.textContent("#summary")).match(/([\d,]+) mentions/)[1].replace(",", ""));
    assert.deepEqual(faults, []);
    await close();
  }
  assert.ok(mentions >= 2000, `${mentions}`);
  t.diagnostic(`${mentions} mentions, from navigation to the load event: ${times.sort((a, b) => a - b).join(", ")} ms`);
});
