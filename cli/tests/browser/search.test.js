// The search page of `toponym serve`: completion by keys, a search, clicks on the map, links to what was found, both
// schemes and a phone's width.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { browse, start, stop } from "./browser.js";

let service = null;
let url = null;
before(async () => {
  const program = process.env.TOPONYM ?? "toponym";
  service = spawn(program, ["serve", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "ignore", "pipe"] });
  const [line] = await once(createInterface(service.stderr), "line");
  url = line.match(/http:\/\/[0-9.:]+/)[0];
  await start();
});
after(async () => {
  await stop();
  service.kill("SIGTERM");
});

// Opens an address of the service, which is all that it may ask, and after the steps asserts that nothing went wrong.
const on = (name, options, steps) =>
  test(name, async () => {
    const { page, close } = await browse(options);
    const wrong = [];
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith("data:")) wrong.push(request.url());
    });
    try {
      await page.goto(url);
      await page.waitForSelector("#map path.bm-lakes", { state: "attached" });
      await steps(page, page.getByRole("combobox"));
      assert.deepEqual(wrong, []);
    } finally {
      await close();
    }
  });

const items = (page) => page.locator("#list > li");
const several = (page) => page.waitForFunction(() => document.querySelectorAll("#list > li").length > 2);
const parameters = (page) => Object.fromEntries(new URL(page.url()).searchParams);

for (const [name, options] of [["wide", { width: 1200 }], ["phone", { width: 390, colorScheme: "dark" }]]) {
  on(`names are completed, found and clicked, ${name}`, options, async (page, input) => {
    await input.click();
    assert.equal(await input.getAttribute("aria-expanded"), "false");
    await input.pressSequentially("غيوم");
    await page.waitForSelector("#offers li");
    assert.equal(await input.getAttribute("aria-expanded"), "true");
    // What is written from right to left stands at the right.
    assert.equal(await input.evaluate((field) => getComputedStyle(field).direction), "rtl");
    await page.keyboard.press("ArrowDown");
    const active = await input.getAttribute("aria-activedescendant");
    assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
    assert.match(await page.locator(`#${active}`).innerText(), /Gyumri/);
    await page.keyboard.press("Escape");
    assert.equal(await input.getAttribute("aria-expanded"), "false");
    assert.equal(await input.inputValue(), "غيوم");
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector("#offers li");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".more .names");
    assert.match(await page.locator(".more").innerText(), /gn:616635/);
    assert.match(await page.locator(".more .names").innerText(), /Գյումրի/);
    assert.equal(await page.locator("#map path.mark.current").count(), 1);

    await input.fill("Norashen");
    await page.keyboard.press("Enter");
    await several(page);
    assert.match(await page.getByRole("status").innerText(), /Several places/);
    assert.equal(await page.locator("#map path.mark").count(), await items(page).count());

    // A click beside all dots asks what is near; one on a dot, what it is.
    const box = await page.locator("#map").boundingBox();
    await page.mouse.click(box.x + 40, box.y + 40);
    await page.waitForFunction(() => document.querySelector("#status").innerText.startsWith("Nearest"));
    assert.equal(await items(page).count(), 10);
    await page.locator("#map path.mark").first().click();
    await page.waitForSelector(".more .names");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= options.width, `${wide} of ${options.width} pixels`);
  });
}

// What somebody sees who is sent the address.
const seen = async (page) => {
  await page.waitForSelector("#list > li");
  return {
    status: await page.getByRole("status").innerText(),
    list: await items(page).locator(".title").allTextContents(),
    current: await page.locator("#list > li[aria-current] .more p").allTextContents(),
    input: await page.getByRole("combobox").inputValue(),
  };
};
const shared = async (page) => {
  await page.waitForSelector("#list > li[aria-current] .more");
  const here = await seen(page);
  await page.goto(page.url());
  await page.waitForSelector("#list > li[aria-current] .more");
  assert.deepEqual(await seen(page), here);
  assert.equal(await page.locator("#map path.mark.current").count(), 1);
};

on("the address is a link to the completion that was chosen", { width: 1200 }, async (page, input) => {
  // Of the places of one name another than the first.
  await input.pressSequentially("Norashen");
  await page.waitForSelector("#offers li:nth-child(3)");
  await page.locator("#offers li").nth(2).click();
  await page.waitForSelector("#list > li[aria-current] .more");
  const { q, id } = parameters(page);
  assert.ok(q.startsWith("Norashen") && /^\w+:\S+$/.test(id), page.url());
  assert.match(await page.locator("#list > li[aria-current] .more").innerText(), new RegExp(id));
  await shared(page);
});

on("the address is a link to a place of the list, of a search and of a point", { width: 1200 }, async (page, input) => {
  await input.fill("Norashen");
  await page.keyboard.press("Enter");
  await several(page);
  assert.deepEqual(parameters(page), { q: "Norashen" });
  await items(page).nth(1).locator("button").click();
  await shared(page);
  const box = await page.locator("#map").boundingBox();
  await page.mouse.click(box.x + 40, box.y + 40);
  await page.waitForFunction(() => document.querySelector("#status").innerText.startsWith("Nearest"));
  assert.deepEqual(Object.keys(parameters(page)), ["lat", "lon"]);
  await page.locator("#map path.mark").nth(3).click();
  await shared(page);
  // An id alone is a link too, and one that is not known is said to be none.
  await page.goto(`${url}/?id=gn:616635`);
  await page.waitForSelector("#list > li[aria-current] .more");
  assert.match(await page.locator("#list").innerText(), /Gyumri/);
});
