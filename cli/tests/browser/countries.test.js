// The names of countries on the map: those that it is about are named, within their borders, and cover nothing.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { articles, make, open, path, settle, start, stop } from "./browser.js";

before(start);
after(stop);

const made = (name, text) => {
  const file = path(`${name}.txt`);
  writeFileSync(file, text);
  return make(name, [file]);
};

const on = (name, file, options, steps) =>
  test(name, async () => {
    const { page, faults, close } = await open(file(), options);
    try {
      await steps(page);
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

const shownNames = (page) => page.locator(".country.shown").allTextContents();

// What of the map covers what, by their names.
const covered = (page) =>
  page.evaluate(() => {
    const boxes = (selector) => [...document.querySelectorAll(selector)].map((at) => [at.textContent || at.getAttribute("aria-label"), at.getBoundingClientRect()]);
    const countries = boxes(".country.shown");
    const others = [...boxes(".at-place"), ...boxes(".at-bunch"), ...boxes(".tag.shown"), ...boxes("#legend"), ...boxes(".leaflet-control")];
    const covers = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const frame = document.getElementById("map").getBoundingClientRect();
    const faults = [];
    countries.forEach(([name, box], at) => {
      for (const [other, rest] of [...others, ...countries.slice(at + 1)]) {
        if (covers(box, rest)) faults.push(`${name} covers ${other}`);
      }
      if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom) faults.push(`${name} is cut off`);
    });
    return faults;
  });

// Maps of a few places, with the countries that are named on them.
const SMALL = [
  ["two towns at a border", "They went from Gyumri to Vanadzor.", ["Armenia"]],
  ["one village", "They met in Spitak.", ["Armenia"]],
  ["both sides of a border", "They went from Tbilisi and Rustavi to Ganja and Gyumri.", ["Georgia", "Azerbaijan", "Armenia"]],
  ["a small country", "They went from Tripoli to Beirut, Sidon and Tyre in Lebanon.", ["Lebanon"]],
];
for (const [name, text, expected] of SMALL) {
  for (const options of [{}, { width: 390, height: 760 }]) {
    on(`${name}, ${options.width ?? "wide"}`, () => made(name.replaceAll(" ", "-"), text), options, async (page) => {
      const named = [...(await shownNames(page)), ...(await page.locator(".tag.shown").allTextContents())];
      for (const country of expected) assert.ok(named.includes(country), `${country}: ${named}`);
      assert.deepEqual(await covered(page), []);
      // A country is named once.
      assert.equal(new Set(named).size, named.length, named.join());
    });
  }
}

on("a name stays within its country's borders", () => made("border", "They went from Gyumri to Vanadzor."), {}, async (page) => {
  const middle = async (at) => {
    const box = await at.boundingBox();
    return box.x + box.width / 2;
  };
  // Where degrees of longitude are, by two towns.
  const gyumri = await middle(page.locator(".at-place[aria-label^='Gyumri']"));
  const vanadzor = await middle(page.locator(".at-place[aria-label^='Vanadzor']"));
  const perDegree = (vanadzor - gyumri) / (44.488 - 43.846);
  for (let zoom = 0; zoom < 3; zoom += 1) {
    assert.deepEqual(await covered(page), []);
    if (zoom === 0) {
      const box = await page.locator(".country.shown").filter({ hasText: /^Armenia$/ }).boundingBox();
      const west = 43.846 + (box.x - gyumri) / perDegree;
      const east = 43.846 + (box.x + box.width - gyumri) / perDegree;
      assert.ok(west > 43.4 && east < 45.7, `${west} to ${east}`);
    }
    await page.click(".leaflet-control-zoom-in");
    await settle(page);
  }
  // However near one looks, if a place of it is in sight.
  await page.locator("tbody tr").first().click();
  await page.locator(".country.shown").filter({ hasText: /^Armenia$/ }).waitFor({ timeout: 5_000 });
  assert.deepEqual(await covered(page), []);
});

for (const options of [{}, { width: 390, height: 760 }, { colorScheme: "dark", width: 1000, height: 640 }]) {
  on(`names cover nothing on a large map, ${options.width ?? "wide"}`, () => make("articles-countries", [articles]), options, async (page) => {
    assert.ok((await shownNames(page)).length > 3);
    assert.deepEqual(await covered(page), []);
    for (let step = 0; step < 3; step += 1) {
      await page.click(".leaflet-control-zoom-in");
      await settle(page);
      assert.deepEqual(await covered(page), []);
    }
  });
}
