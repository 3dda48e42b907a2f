// Pages of texts that are very long, and of places far from each other.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { make, open, path, settle, start, stop } from "./browser.js";

const made = (name, text) => {
  const file = path(`${name}.txt`);
  writeFileSync(file, text);
  return make(name, [file]);
};

before(start);
after(stop);

const on = (name, text, steps) =>
  test(name, async () => {
    const { page, faults, close } = await open(made(name.replaceAll(/\W+/g, "-"), text));
    try {
      await steps(page);
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

const names = (page) => page.locator("tbody td.name bdi").allTextContents();

on("a place has 130,000 mentions", `${"They met in Gyumri again.\n".repeat(130_000)}They went to Yerevan.\n`, async (page) => {
  await page.locator("tbody tr").filter({ hasText: "Gyumri" }).click();
  await settle(page);
  assert.match(await page.textContent("#card h3"), /130,000 mentions/);
  assert.equal(await page.locator("#card li").count(), 50);
  assert.match(await page.textContent("#card .more"), /129,950 more/);
  // The text stands there in parts, none of which has all of it.
  await page.click("#tab-texts");
  await settle(page);
  assert.ok((await page.locator("#text p").count()) < 5_000);
  assert.match(await page.textContent("#text .parts"), /Part 1 of \d+/);
  await page.click("#text .parts button:enabled");
  assert.match(await page.textContent("#text .parts"), /Part 2 of/);
  assert.ok((await page.locator("#text mark").count()) > 100);
  // A mention in the last part is shown there.
  await page.click("#tab-places");
  await page.locator("tbody tr").filter({ hasText: "Yerevan" }).click();
  await settle(page);
  await page.click("#card .file");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Yerevan");
  assert.match(await page.textContent("#text .parts"), /Part (\d+) of \1/);
});

const MIXED = `${"In Gyumri, 🏔 ".repeat(20_000)}. ${"🏔".repeat(60_000)}`;
on("the parts of a text are all of it", MIXED, async (page) => {
  await page.click("#tab-texts");
  let read = "";
  for (let parts = 1; ; parts += 1) {
    read += await page.locator("#text p").allTextContents().then((paragraphs) => paragraphs.join("\n"));
    const next = page.locator("#text .parts button").last();
    if (await next.isDisabled()) break;
    assert.ok(parts < 20);
    await next.click();
  }
  assert.ok(read === MIXED, `${read.length} of ${MIXED.length}`);
});

// The places that stand on what is seen of the map, alone or in a bunch.
const inView = async (page) => {
  const frame = await page.locator("#map").boundingBox();
  const marks = await page.locator(".at-place, .at-bunch").all();
  const boxes = await Promise.all(marks.map((mark) => mark.boundingBox()));
  return boxes.filter(({ x, y }) => x >= frame.x && x < frame.x + frame.width && y >= frame.y && y < frame.y + frame.height);
};

on("places on both sides of the 180th meridian stand together", "Fiji, Tonga, Samoa and New Zealand; Honolulu.", async (page) => {
  assert.equal((await inView(page)).length, await page.locator(".at-place, .at-bunch").count());
  const [zealand, honolulu] = await Promise.all(["New Zealand", "Honolulu"].map((name) => page.locator(`.at-place[aria-label^='${name},']`).boundingBox()));
  assert.ok(zealand.x < honolulu.x && zealand.y > honolulu.y);
});

on("other meanings are told in the language that is chosen", "They met in Martuni.", async (page) => {
  await page.locator("tbody tr").first().click();
  await settle(page);
  assert.match(await page.textContent("#card .note.ambiguous"), /Martuni[^]*\(/);
  await page.selectOption("#language", "hy");
  await settle(page);
  const note = await page.textContent("#card .note.ambiguous");
  assert.match(note, /Մարտունի/);
  assert.doesNotMatch(note, /Armenia|Azerbaijan/);
});

const SPREAD = "They went from Gyumri and Vanadzor in Armenia to Paris, New York and Sydney. وصلت إلى حلب في سوريا";
on("what is filtered comes into view", SPREAD, async (page) => {
  await page.fill("#search", "Vanadzor");
  await page.click(".fit");
  await settle(page);
  await page.fill("#search", "Sydney");
  await settle(page);
  assert.deepEqual(await names(page), ["Sydney"]);
  assert.equal((await inView(page)).length, 1);
  // Countries by their names in any language, and letters that are written for each other.
  for (const [query, name] of [["Հայաստան", "Gyumri"], ["أرمينيا", "Gyumri"], ["ارمينيا", "Gyumri"], ["ارمینیا", "Gyumri"], ["سوريه", "Aleppo"]]) {
    await page.fill("#search", query);
    assert.ok((await names(page)).includes(name), query);
  }
});
