// What a reader does with the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { articles, make, open, settle, start, stop } from "./browser.js";

let file = null;
before(async () => {
  file = make("articles", [articles, "--title", "From the mountains to the sea"]);
  await start();
});
after(stop);

// Opens the page, and after the steps asserts that nothing went wrong on the way.
const on = (name, options, steps) =>
  test(name, async () => {
    const { page, faults, close } = await open(file, options);
    try {
      await steps(page);
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

const row = (page, name) => page.locator("tbody tr").filter({ hasText: name });
const names = (page) => page.locator("tbody td.name bdi").allTextContents();
const select = async (page, name) => {
  await page.fill("#search", name);
  await row(page, name).first().click();
  await settle(page);
};

on("it opens without asking for anything, and says what is on it", {}, async (page) => {
  assert.equal(await page.textContent("h1"), "From the mountains to the sea");
  assert.match(await page.textContent("#summary"), /^\d+ places · \d+ mentions · 6 texts$/);
  assert.ok((await page.locator("path.bm-land").getAttribute("d")).length > 1000);
  assert.ok((await page.locator("#map path.bm-disputed").getAttribute("d")).startsWith("M"));
  assert.match(await page.textContent(".legend"), /Disputed/);
  assert.match(await page.textContent(".leaflet-control-attribution"), /GeoNames \(CC BY 4\.0\)/);
  assert.match(await page.textContent(".sources"), /Unicode CLDR[^]*Natural Earth[^]*Leaflet/);
});

on("a marker shows what is known of its place", {}, async (page) => {
  await page.click(".at-place[aria-label^='Istanbul,']");
  await settle(page);
  const card = page.locator("#card");
  assert.equal(await card.locator("h2").textContent(), "Istanbul");
  assert.equal(await row(page, "Istanbul").getAttribute("aria-selected"), "true");
  const arabic = card.locator("dd[lang=ar]");
  assert.match(await arabic.textContent(), /[\u0600-\u06ff]/);
  assert.equal(await arabic.evaluate((at) => getComputedStyle(at).direction), "rtl");
  assert.equal(await card.locator("a[href='https://www.geonames.org/745044']").count(), 1);
  assert.equal(await card.locator("a[href^='https://www.wikidata.org/wiki/Q']").count(), 1);
  assert.equal(await card.locator("li mark").first().textContent(), "İstanbul");
});

on("sentences of right-to-left scripts run from the right", {}, async (page) => {
  await select(page, "Aleppo");
  const sentence = page.locator("#card li p").first();
  assert.equal(await sentence.evaluate((at) => getComputedStyle(at).direction), "rtl");
  assert.equal(await sentence.locator("mark").textContent(), "حلب");
  // Joined letters are not parted by the mark.
  assert.equal(await sentence.locator("mark").evaluate((at) => getComputedStyle(at).paddingLeft), "0px");
});

on("the table filters, and the map with it", {}, async (page) => {
  const all = (await names(page)).length;
  await page.fill("#search", "Վանաձոր");
  await settle(page);
  assert.deepEqual(await names(page), ["Vanadzor"]);
  assert.equal(await page.locator(".at-place").count(), 1);
  assert.equal(await page.locator(".at-bunch").count(), 0);
  assert.match(await page.textContent("#shown"), new RegExp(`^1 of ${all} places, 3 mentions$`));
  // Without marks and in small letters.
  await page.fill("#search", "susa");
  assert.deepEqual(await names(page), ["Shusha"]);
  await page.fill("#search", "no such place");
  assert.ok(await page.isVisible("#none"));
  await page.click("#reset");
  assert.equal((await names(page)).length, all);
  await page.selectOption("#file", { label: "bridges.hy.txt" });
  assert.ok((await names(page)).includes("Goris"));
  assert.ok(!(await names(page)).includes("Aleppo"));
});

on("the table sorts", {}, async (page) => {
  const counts = async () => (await page.locator("tbody td.number").allTextContents()).map(Number);
  const descending = await counts();
  assert.deepEqual(descending, [...descending].sort((a, b) => b - a));
  await page.click("th button[data-sort=count]");
  assert.deepEqual(await counts(), [...descending].sort((a, b) => a - b));
  await page.click("th button[data-sort=name]");
  const list = await names(page);
  assert.deepEqual(list, [...list].sort(new Intl.Collator("en").compare));
  assert.equal(await page.locator("th[aria-sort=ascending]").textContent(), "Place");
  assert.equal(await page.locator("th[aria-sort]:not([aria-sort=none])").count(), 1);
});

on("a row selects its place on the map, out of its bunch", {}, async (page) => {
  assert.equal(await page.locator(".at-place[aria-label^='Yerevan,']").count(), 0);
  await row(page, "Yerevan").first().click();
  await settle(page);
  const marker = page.locator(".at-place.selected");
  await marker.waitFor();
  assert.match(await marker.getAttribute("aria-label"), /^Yerevan, 4 mentions/);
  const [at, card] = [await marker.boundingBox(), await page.locator("#card").boundingBox()];
  assert.ok(at.x > card.x + card.width, "the card covers the marker");
});

on("names are shown in another language everywhere", {}, async (page) => {
  await page.selectOption("#language", "hy");
  await settle(page);
  assert.ok((await names(page)).includes("Գյումրի"));
  assert.equal(await page.locator(".at-place[aria-label^='Ստամբուլ']").count(), 1);
  assert.ok((await page.locator(".country.shown").allTextContents()).every((name) => !/^Georgia$/.test(name)));
  await page.locator("tbody tr").filter({ hasText: "Գյումրի" }).click();
  assert.equal(await page.locator("#card h2").textContent(), "Գյումրի");
  assert.equal(await page.locator("#card dt").first().textContent(), "Armenian");
  assert.match(await page.textContent("#card .units"), /Gyumri · Settlement · [^A-Za-z]*Հայաստան$/);
});

on("units and countries are shown in the language that is chosen, and sorted by it", {}, async (page) => {
  const whereOf = async (name) => (await row(page, name).first().locator(".where").textContent());
  assert.match(await whereOf("Gyumri"), /^Shirak[^,]*, Armenia$/);
  await page.selectOption("#language", "ar");
  await settle(page);
  assert.match(await whereOf("غيومري"), /^شيراك، أرمينيا$/);
  const cell = row(page, "غيومري").first().locator(".where bdi");
  assert.equal(await cell.evaluate((at) => getComputedStyle(at).direction), "rtl");
  // All countries that have an Arabic name, which is all of them.
  const last = (await page.locator("tbody .where").allTextContents()).map((text) => text.split("، ").at(-1));
  assert.deepEqual(last.filter((name) => /[A-Za-z]/.test(name)), []);
  await page.click("th button[data-sort=where]");
  const sorted = await page.locator("tbody .where").allTextContents();
  assert.deepEqual(sorted, [...sorted].sort(new Intl.Collator("en", { sensitivity: "base", numeric: true }).compare));
  await page.selectOption("#language", "");
  await settle(page);
  assert.match(await whereOf("Gyumri"), /^Shirak[^,]*, Armenia$/);
  // Units are found in any language.
  await page.fill("#search", "شيراك");
  assert.ok((await names(page)).includes("Gyumri"));
});

on("texts show their mentions, which select places and are selected", {}, async (page) => {
  await page.click("#tab-texts");
  await page.selectOption("#text-choice", { label: "market-days.ar.txt" });
  const mark = page.locator("#text mark").filter({ hasText: "حماة" });
  await mark.click();
  await settle(page);
  assert.equal(await page.locator("#card h2").textContent(), "Hama");
  assert.match(await mark.getAttribute("class"), /selected/);
  assert.equal(await page.locator("#text p").nth(1).evaluate((at) => getComputedStyle(at).direction), "rtl");
  await page.click("#card .file");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "حماة");
});

on("all of it can be done with keys", {}, async (page) => {
  await page.focus("#search");
  for (let tabs = 0; tabs < 12; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.tagName === "TR")) break;
  }
  await page.keyboard.press("ArrowDown");
  const second = (await names(page))[1];
  await page.keyboard.press("Enter");
  await settle(page);
  assert.equal(await page.locator("#card h2").textContent(), second);
  assert.equal(await page.evaluate(() => document.activeElement.id), "card");
  await page.keyboard.press("Escape");
  assert.ok(await page.isHidden("#card"));
  assert.match(await page.evaluate(() => document.activeElement.textContent), new RegExp(second));
  await page.focus(".fit");
  await page.keyboard.press("Enter");
  await settle(page);
  await page.locator(".at-place[aria-label^='Sochi,']").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#card h2").textContent(), "Sochi");
  await page.focus("#tab-places");
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.isVisible("#text"));
  await page.locator("#text mark").first().focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.isVisible("#card"));
});

on("a bunch opens with Enter", {}, async (page) => {
  const bunches = await page.locator(".at-bunch").count();
  const places = await page.locator(".at-place").count();
  const bunch = page.locator(".at-bunch").first();
  assert.match(await bunch.getAttribute("aria-label"), /^\d+ places/);
  await bunch.focus();
  await page.keyboard.press("Enter");
  await settle(page);
  const now = [await page.locator(".at-bunch").count(), await page.locator(".at-place").count()];
  assert.notDeepEqual(now, [bunches, places]);
});

const PHONE = { width: 390, height: 844 };
on("on a phone nothing is wider than the screen, and the card comes from below", PHONE, async (page) => {
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(await wide(), 390);
  await page.locator("tbody tr").first().click();
  await settle(page);
  const card = await page.locator("#card").boundingBox();
  assert.deepEqual([card.x, card.width, Math.round(card.y + card.height)], [0, 390, 844]);
  const marker = await page.locator(".at-place.selected").boundingBox();
  assert.ok(marker.y + marker.height < card.y, "the card covers the marker");
  assert.equal(await wide(), 390);
});

on("on paper there is the map, the whole table and the sources, but no buttons", {}, async (page) => {
  const rows = await page.locator("tbody tr").count();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.ok(await page.isVisible("#map"));
  assert.ok(await page.locator("tbody tr").nth(rows - 1).isVisible());
  for (const hidden of [".filters", ".tabs", ".language", ".leaflet-control-zoom"]) {
    assert.ok(await page.locator(hidden).first().isHidden(), hidden);
  }
  // Dark pages are printed light.
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  assert.ok(await page.isVisible(".sources .notice"));
  const paper = await page.pdf({ format: "A4" });
  assert.ok(paper.length > 10_000);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  assert.ok(await page.isHidden(".sources .notice"));
});
