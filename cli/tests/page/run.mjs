// The search page in a real browser: completion by keys, a search, clicks on the map, both schemes and a
// phone's width.
//
//     cargo build -p toponym-cli
//     npm install --no-save playwright-core
//     node cli/tests/page/run.mjs [target/debug/toponym] [folder for pictures]
//
// The browser is Debian's package `chromium`.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const [program = "target/debug/toponym", pictures] = process.argv.slice(2);
const service = spawn(program, ["serve", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "ignore", "pipe"] });
const [line] = await once(createInterface(service.stderr), "line");
const url = line.match(/http:\/\/[0-9.:]+/)[0];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  for (const [name, colorScheme, width] of [["wide", "light", 1200], ["phone", "dark", 390]]) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const wrong = [];
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith("data:")) wrong.push(request.url());
    });
    const picture = (what) => pictures && page.screenshot({ path: `${pictures}/${name}-${what}.png` });

    await page.goto(url);
    await page.waitForSelector("#map path.bm-lakes", { state: "attached" });
    const input = page.getByRole("combobox");
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
    await picture("offers");
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
    await picture("place");

    await input.fill("Norashen");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("#list > li").length > 2);
    assert.match(await page.getByRole("status").innerText(), /Several places/);
    assert.equal(await page.locator("#map path.mark").count(), await page.locator("#list > li").count());
    await picture("list");
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll("#list > li").length > 2);

    // A click beside all dots asks what is near; one on a dot, what it is.
    const box = await page.locator("#map").boundingBox();
    await page.mouse.click(box.x + 40, box.y + 40);
    await page.waitForFunction(() => document.querySelector("#status").innerText.startsWith("Nearest"));
    assert.equal(await page.locator("#list > li").count(), 10);
    await page.locator("#map path.mark").first().click();
    await page.waitForSelector(".more .names");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${wide} of ${width} pixels`);
    assert.deepEqual(wrong, []);
    await page.close();
    console.log(`${name}: good`);
  }
} finally {
  await browser.close();
  service.kill("SIGTERM");
}
