#!/usr/bin/env python3
"""Journeys in a real browser: apply on a phone in Ukrainian, make an account, sign in, look at the desk; on the demo's
workspace: a scan of a printed form reviewed with its crop, staff entry, correction, selection and announcement, promotion
from the waiting list, letters as DOCX, PDF, ZIP, book and picture, a template of one's own, check-in, the signed list that
comes back, export, import of a table and a workbook. Every page visited is checked with axe-core; a page of pages.txt that
nobody visited is a fault. With --pictures DIR each is also photographed at 390 and 1440 pixels; with --crowd the desk is
looked at with 3,000 registrations and long names instead.

usage: browser.py PATH-OF-NABOR [--desk] [--crowd] [--pictures DIR]   (run.sh makes the environment it needs)
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import base64
import http.client
import io
import json
import urllib.parse
import zipfile

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.chrome.service import Service

from site_under_test import Site, answers, program, word

AXE = open(os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js"), encoding="utf-8").read()
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EVENT = "/e/kompetentni-w-dialogu"
PASSWORD = "koń wóz niebo pole"


def features(theme):
    """Without motion: colours that are still changing from one theme to the other belong to neither."""
    return [{"name": "prefers-color-scheme", "value": theme}, {"name": "prefers-reduced-motion", "value": "reduce"}]


class Browser:
    def __init__(self, site, pictures):
        options = webdriver.ChromeOptions()
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=pl", "--accept-lang=pl"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        # A busy machine needs its time for the rules of accessibility.
        self.driver.set_script_timeout(120)
        self.site, self.pictures, self.faults, self.pages = site, pictures, [], 0
        self.visited = set()
        self.width(390)

    def width(self, pixels):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": pixels, "height": 844 if pixels < 800 else 900, "deviceScaleFactor": 1, "mobile": pixels < 800},
        )

    def open(self, path):
        self.driver.get(f"http://127.0.0.1:{self.site.port}{path}")

    def fetch(self, address):
        """A file as the page's links hand it out: status, type and bytes."""
        cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in self.driver.get_cookies())
        parts = urllib.parse.urlsplit(address)
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=120)
        connection.request("GET", parts.path + ("?" + parts.query if parts.query else ""), headers={"Cookie": cookies})
        reply = connection.getresponse()
        return reply.status, reply.getheader("Content-Type"), reply.read()

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def type(self, name, text):
        field = self.find(f'[name="{name}"]')
        field.clear()
        field.send_keys(text)

    def tick(self, name, value):
        self.driver.execute_script("arguments[0].click()", self.find(f'[name="{name}"][value="{value}"]'))

    def press(self, selector):
        self.driver.execute_script("arguments[0].click()", self.find(selector))

    def check(self, name, rules=True):
        """The page as it stands: rules of accessibility, the console, a sideways scroll, pictures."""
        self.pages += 1
        self.visited.add(urllib.parse.urlsplit(self.driver.current_url).path)
        for pixels in (390, 1440):
            self.width(pixels)
            self.driver.execute_script("window.scrollTo(0, 0)")
            # A phone widens its window to what does not fit, so the page is held against the width that was set.
            wide = self.driver.execute_script("return document.documentElement.scrollWidth")
            if wide > pixels + 1:
                self.faults.append(f"{name} at {pixels}: scrolls sideways, {wide} wide")
            if self.pictures:
                self.picture(f"{name}-{pixels}")
            for theme in ("light", "dark") if rules else ():
                self.driver.execute_cdp_cmd(
                    "Emulation.setEmulatedMedia", {"features": features(theme)}
                )
                self.driver.execute_script(AXE)
                found = self.driver.execute_async_script(
                    "const done = arguments[0]; axe.run({runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','best-practice']}).then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.slice(0,3).map(n => n.target.join(' ') + ' ' + (n.any[0] ? n.any[0].message : '')).join(' | '))))"
                )
                self.faults += [f"{name} at {pixels}, {theme}: {fault}" for fault in found]
            self.driver.execute_cdp_cmd(
                "Emulation.setEmulatedMedia", {"features": features("light")}
            )
        self.width(390)
        for entry in self.driver.get_log("browser"):
            if entry["level"] == "SEVERE" and not re.search(r"status of 4(03|04|22)", entry["message"]):
                self.faults.append(f"{name}: console: {entry['message'][:200]}")

    def picture(self, name):
        height = self.driver.execute_script("return document.documentElement.scrollHeight")
        size = self.driver.execute_script("return [window.innerWidth, window.innerHeight]")
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": size[0], "height": min(height, 6000), "deviceScaleFactor": 1, "mobile": size[0] < 800},
        )
        self.driver.save_screenshot(f"{self.pictures}/{name}.png")
        self.width(size[0])


def apply(browser, language, pictures_name):
    """Applies for an organisation with two delegates; returns the address of the receipt."""
    browser.open(f"{EVENT}?lang={language}")
    browser.check(f"event-{pictures_name}")
    browser.press("a.button.primary")
    browser.check(f"form-{pictures_name}")
    browser.press(".actions button.primary")
    assert browser.find("#summary"), "an empty form is not refused"
    assert browser.driver.switch_to.active_element.get_attribute("id") == "summary", "the summary has no focus"
    browser.check(f"errors-{pictures_name}")
    browser.type("org_name", "Товариство «Міст» – łódzki oddział im. Marii Konopnickiej-Przykładowskiej")
    assert not browser.find('[data-path="krs"]').is_displayed()
    browser.tick("org_kind", "fundacja")
    wait(lambda: browser.find('[data-path="krs"]').is_displayed(), "the question for the KRS number does not appear")
    browser.type("krs", "0009999999")
    browser.type("city", "Łódź")
    browser.type("about", "Мови, зустрічі, допомога з документами.")
    fill_delegate(browser, 1, "Olena Testova", "olena@example.org", "pani")
    browser.press('button[value="add:delegates"]')
    assert browser.find('[name="org_name"]').get_attribute("value").startswith("Товариство"), "typed text is lost"
    fill_delegate(browser, 2, "Piotr Przykładny-Bardzodługienazwisko", "piotr@example.org", "neutral")
    browser.tick("consent_data", "true")
    other = "en" if language == "uk" else "uk"
    browser.press(f'button[value="lang:{other}"]')
    assert browser.find("html").get_attribute("lang") == other
    assert browser.find('[name="delegates[2].email"]').get_attribute("value") == "piotr@example.org"
    browser.press(f'button[value="lang:{language}"]')
    browser.check(f"filled-{pictures_name}")
    browser.press(".actions button.primary")
    browser.check(f"review-{pictures_name}")
    browser.press('button[value="send"]')
    wait(lambda: "/z/" in browser.driver.current_url, "no receipt: " + browser.find("main").text[:300])
    browser.check(f"receipt-{pictures_name}")
    return re.sub(r"^https?://[^/]+|\?.*$", "", browser.driver.current_url)


def fill_delegate(browser, number, name, email, form):
    browser.type(f"delegates[{number}].name_latin", name)
    browser.type(f"delegates[{number}].email", email)
    browser.tick(f"delegates[{number}].address_form", form)


def wait(condition, message, seconds=15):
    for _ in range(int(seconds * 20)):
        try:
            if condition():
                return
        except Exception:
            pass
        time.sleep(0.05)
    raise SystemExit(message)


def correct_and_withdraw(browser, page):
    browser.open(page + "/edit")
    browser.check("correct-pl")
    browser.type("city", "Pabianice")
    browser.press('.actions button[value="save"]')
    wait(lambda: "Pabianice" in browser.find("main").text, "the correction is not shown")
    browser.check("corrected-pl")
    browser.open(page + "/withdraw")
    browser.check("withdraw-pl")
    browser.press(".actions button")
    wait(lambda: "done=withdrawn" in browser.driver.current_url, "not withdrawn")


def desk(browser, link):
    browser.open(link)
    browser.check("join")
    browser.type("name", "Joanna Przykładna")
    browser.type("login", "joanna")
    browser.type("password", PASSWORD)
    browser.press(".actions button")
    browser.check("login")
    browser.type("login", "joanna")
    browser.type("password", "nie to hasło!!")
    browser.press(".actions button")
    assert browser.find(".summary"), "a wrong password is not refused"
    browser.type("password", PASSWORD)
    browser.press(".actions button")
    wait(lambda: browser.driver.current_url.endswith("/desk"), "not signed in")
    browser.check("overview")
    browser.open("/desk/registrations")
    browser.check("list")
    browser.open("/desk/registrations?q=towarzystwo-ktorego-nie-ma")
    browser.check("list-empty")
    browser.open("/desk/registrations?q=mist")
    browser.open("/desk/registrations")
    browser.press("table.list tbody a")
    browser.check("registration")
    browser.open("/desk/accounts")
    browser.check("accounts")
    browser.open("/desk/second-factor")
    browser.check("second-factor")


def sign_in(browser, link):
    browser.open(link)
    browser.type("name", "Joanna Przykładna")
    browser.type("login", "joanna")
    browser.type("password", PASSWORD)
    browser.press(".actions button")
    browser.type("login", "joanna")
    browser.type("password", PASSWORD)
    browser.press(".actions button")
    wait(lambda: browser.driver.current_url.endswith("/desk"), "not signed in")
    browser.check("demo-overview")


def review(browser):
    """By the keyboard alone: Enter accepts, the next doubt comes by itself."""
    browser.open("/desk/review")
    browser.check("review-queue")
    doubtful = [link.get_attribute("href") for link in browser.all("ol.lines a") if "/desk/review/" in link.get_attribute("href")]
    assert doubtful, "the demo has nothing doubtful"
    for address in doubtful:
        browser.driver.get(address)
        if browser.all("[data-review]"):
            break
    if not browser.all("[data-review]"):
        browser.check("review-done")
        return
    browser.check("review-field")
    before = browser.find(".step").text
    field = browser.driver.switch_to.active_element
    assert field.tag_name in ("input", "select", "textarea"), "no field has the focus"
    field.send_keys(Keys.ENTER)
    wait(lambda: not browser.all(".step") or browser.find(".step").text != before or browser.all(".summary, .error"), "Enter does nothing")
    for _ in range(30):
        if not browser.all("[data-review]") or browser.all(".error"):
            break
        browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
        time.sleep(0.15)
    browser.check("review-after")
    pairs = [link.get_attribute("href") for link in browser.all("a") if "/compare/" in (link.get_attribute("href") or "")]
    browser.open("/desk/review")
    pairs += [link.get_attribute("href") for link in browser.all("ol.lines a") if "/compare/" in link.get_attribute("href")]
    if pairs:
        browser.driver.get(pairs[0])
        browser.check("compare")


def scan_of_our_form(browser, nabor, folder):
    """Our own printed form, filled in and scanned: the blank's pages as pictures, the answers laid on them by the browser at
    the places of the form's map, a little askew, all of it as one PDF of pictures."""
    event = folder + "/demo/events/porozmawiajmy-o-integracji.yaml"
    for command, output in (("form", "blank.pdf"), ("form-map", "blank.svg")):
        subprocess.run([nabor, command, event, "--language", "pl", "-o", f"{folder}/{output}"], check=True, capture_output=True)
    subprocess.run(["pdftoppm", "-r", "200", "-png", folder + "/blank.pdf", folder + "/page"], check=True)
    pages = sorted(name for name in os.listdir(folder) if re.fullmatch(r"page-\d+\.png", name))
    with open(folder + "/blank.json", encoding="utf-8") as file:
        fields = json.load(file)["fields"]
    written = {"personName": "Zofia Skanowana", "email": "zofia@example.org", "phone": "600 700 800", "text": "Fundacja Skan", "longText": "Praca w świetlicy"}
    scale, marks, ticked = 200 / 72, [[] for _ in pages], set()
    for field in fields:
        for place in field["places"]:
            box = [value * scale for value in place["box"]]
            if "option" in place:
                # Of several options the first.
                if field["name"] in ticked:
                    continue
                ticked.add(field["name"])
                text, size = "X", box[3] * 1.1
            elif "cells" in place or field["kind"] not in written:
                continue
            else:
                text, size = written[field["kind"]], min(box[3] * 0.6, 40)
            marks[place["page"] - 1].append(f'<div style="left:{box[0] + 6}px;top:{box[1]}px;font:{size:.0f}px DejaVu Sans;line-height:{box[3]:.0f}px">{text}</div>')
    pictures = []
    for name, texts in zip(pages, marks):
        with open(folder + "/sheet.html", "w", encoding="utf-8") as file:
            file.write(f'<meta charset="utf-8"><style>body{{margin:0;background:#fff}}div{{position:absolute;color:#223;white-space:nowrap}}main{{transform:rotate(0.4deg)}}img{{display:block}}</style><main><img src="{name}">{"".join(texts)}</main>')
        browser.driver.get("file://" + folder + "/sheet.html")
        size = browser.driver.execute_script("const i = document.images[0]; return [i.naturalWidth, i.naturalHeight]")
        browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False})
        data = browser.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "jpeg", "quality": 80})["data"]
        pictures.append(data)
    sheets = "".join(f'<img src="data:image/jpeg;base64,{data}" style="width:210mm;height:296.9mm;display:block;break-after:page">' for data in pictures)
    with open(folder + "/scan.html", "w", encoding="utf-8") as file:
        file.write(f'<meta charset="utf-8"><style>@page{{size:A4;margin:0}}body{{margin:0}}</style>{sheets}')
    browser.driver.get("file://" + folder + "/scan.html")
    pdf = browser.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})["data"]
    with open(folder + "/skan.pdf", "wb") as file:
        file.write(base64.b64decode(pdf))
    browser.width(390)
    return folder + "/skan.pdf"


def review_a_scan(browser, nabor, folder):
    """The scan is taken in by upload; a person looks at its doubtful answers with the place in the scan beside the field."""
    path = scan_of_our_form(browser, nabor, folder)
    browser.open("/desk/intake")
    browser.find("#files").send_keys(path)
    browser.press(".actions button")
    wait(lambda: "/desk/jobs/" in browser.driver.current_url, "no job: " + browser.find("main").text[:300])
    wait(lambda: browser.all(".status.good, .status.stop"), "the scan is not read", seconds=90)
    outcome = browser.find("main").text
    browser.open("/desk/review")
    seen = []
    for address in [link.get_attribute("href") for link in browser.all("ol.lines a") if "/desk/review/" in link.get_attribute("href")]:
        browser.driver.get(address)
        seen.append(browser.find("main").text.split("\n")[0])
        if browser.all(".crop img"):
            wait(lambda: browser.driver.execute_script("return document.querySelector('.crop img').naturalWidth") > 50, "the crop is not drawn")
            browser.check("review-scan")
            before = browser.find(".step").text
            browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
            wait(lambda: not browser.all(".step") or browser.find(".step").text != before, "Enter does not accept what the crop shows")
            return
    raise SystemExit(f"no scan with a crop to review: {outcome} {seen}")


SHEETS = os.path.join(ROOT, "Tests", "Fixtures", "sheets")
OLD_MAP = "main-pl-W9PS565W.json"
CORNERS = [(0.054, 0.032), (0.946, 0.032), (0.946, 0.968), (0.054, 0.968)]


def mark_corners(browser):
    """A photograph with a thumb on its code: eight clicks on pictures, without any script of ours, and it is read."""
    browser.open("/desk/intake")
    browser.find("#files").send_keys(os.path.join(SHEETS, "no-code.jpg"))
    browser.press(".actions button")
    wait(lambda: browser.all(".status.good, .status.stop"), "the photograph is not looked at", seconds=90)
    browser.open("/desk/review")
    line = next(line for line in browser.all("ul.lines > li") if "no-code" in line.text)
    browser.driver.get(line.find_element(By.CSS_SELECTOR, 'a[href$="/corners"]').get_attribute("href"))
    wait(lambda: picture_size(browser), "the sheet is not drawn", seconds=30)
    browser.check("corners")
    width, height = picture_size(browser)
    side = min(width, height, max(width, height) // 5)
    for corner, (x, y) in enumerate(CORNERS):
        click_picture(browser, x, y)
        wait(lambda: browser.all('.corner [name="near"]'), "no close-up")
        if corner == 1:
            browser.check("corners-near")
        near = [int(number) / 10000 for number in browser.find('.corner [name="near"]').get_attribute("value").split(",")]
        left, top = (min(length - side, max(0, int(share * length) - side // 2)) for share, length in zip(near, (width, height)))
        click_picture(browser, (x * width - left) / side, (y * height - top) / side)
        wait(lambda: not browser.all('.corner [name="near"]'), "the corner is not taken")
    wait(lambda: browser.all("svg.outline polygon"), "no frame: " + browser.find("main").text[:300])
    browser.check("corners-frame")
    browser.find('option[value="W9PS565W/1"]').click()
    browser.press(".actions button.primary")
    wait(lambda: "/desk/review/" in browser.driver.current_url, "not read: " + browser.find("main").text[:300], seconds=90)
    assert "Łucja" in browser.find("main").text, browser.find("main").text[:300]


def shown_picture(browser):
    """Of its two widths the one that this window shows."""
    return next(picture for picture in browser.all(".corner input[type=image]") if picture.is_displayed())


def picture_size(browser):
    """In the picture's own pixels."""
    return browser.driver.execute_async_script(
        "const done = arguments[1], image = new Image(); image.onload = () => done([image.naturalWidth, image.naturalHeight]);"
        "image.onerror = () => done(null); image.src = arguments[0].src", shown_picture(browser))


def click_picture(browser, x, y):
    """At shares of its sides."""
    picture = shown_picture(browser)
    browser.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", picture)
    place = browser.driver.execute_script("const box = arguments[0].getBoundingClientRect(); return [box.x, box.y, box.width, box.height]", picture)
    if not 0 <= place[1] + y * place[3] < browser.driver.execute_script("return window.innerHeight"):
        browser.driver.execute_script("window.scrollBy(0, arguments[0])", place[1] + y * place[3] - 300)
        place = browser.driver.execute_script("const box = arguments[0].getBoundingClientRect(); return [box.x, box.y, box.width, box.height]", picture)
    for kind in ("mousePressed", "mouseReleased"):
        browser.driver.execute_cdp_cmd("Input.dispatchMouseEvent", {
            "type": kind, "x": place[0] + x * place[2], "y": place[1] + y * place[3], "button": "left", "clickCount": 1})


def enter(browser):
    browser.open("/desk/enter")
    browser.check("enter-choose")
    browser.open("/desk/enter/kompetentni-w-dialogu/" + FORM)
    browser.check("enter-form")
    browser.press('.actions button[value="save"]')
    assert browser.find("#summary")
    browser.check("enter-errors")
    browser.type("org_name", "Stowarzyszenie Zapisane Przez Telefon")
    browser.tick("org_kind", "fundacja")
    wait(lambda: browser.find('[data-path="krs"]').is_displayed(), "the question for the KRS number does not appear")
    browser.type("krs", "0009999999")
    browser.type("city", "Zgierz")
    browser.type("about", "Rozmowa telefoniczna.")
    fill_delegate(browser, 1, "Telefoniczna Testowa", "telefon@example.org", "pani")
    browser.tick("consent_data", "true")
    browser.press('.actions button[value="save"]')
    wait(lambda: "done=" in browser.driver.current_url, "not recorded: " + browser.find("main").text[:300])
    browser.check("enter-done")
    browser.press(".notice a")
    wait(lambda: browser.all("dl.answers"), "no registration")
    code = browser.find("h1 .code").text
    browser.open(f"/desk/registrations/{code}/edit")
    browser.type("city", "Ozorków")
    browser.type("-reason", "telefon")
    browser.check("edit")
    browser.press('.actions button[value="save"]')
    wait(lambda: "Ozorków" in browser.find("main").text, "not corrected")
    return code


def select(browser):
    """Decides and announces whatever can be decided; looks at every state of the page."""
    browser.open("/desk/selection")
    browser.check("selections")
    rows = [(row.find_element(By.CSS_SELECTOR, "a").get_attribute("href"), int(row.find_elements(By.CSS_SELECTOR, "td")[-1].text or 0)) for row in browser.all("tbody tr")]
    announced = False
    for address, waiting in sorted(rows, key=lambda row: -row[1]):
        browser.driver.get(address)
        if not announced and browser.all('form[action$="/run"]') and waiting:
            browser.check("selection-before")
            browser.type("seed", "kości 3 1 4 1 5")
            browser.press('form[action$="/run"] button')
            wait(lambda: browser.all('a[href$="/announce"]') or browser.all(".summary, h1"), "no outcome")
            if not browser.all('a[href$="/announce"]'):
                continue
            browser.check("selection-pending")
            browser.press('a[href$="/announce"]')
            wait(lambda: browser.all("section.mail"), "no mails")
            browser.check("announce")
            browser.press('form[action$="/announce"] button')
            wait(lambda: "announced=" in browser.driver.current_url, "not announced")
            browser.check("selection-announced")
            announced = True
            browser.driver.get(address + "/what-if?seats=3&seed=1")
            if browser.all("#tried"):
                browser.check("what-if")
    assert announced, "nothing could be announced"
    for address, _ in rows:
        browser.driver.get(address)
        if browser.all('a[href$="/choose"]'):
            browser.driver.get(address + "/choose")
            browser.check("choose")
            if browser.all("ul.picks input"):
                browser.press("ul.picks input")
                time.sleep(0.6)
                browser.check("choose-ticked")
            break


def promote(browser):
    """Somebody with a place leaves; the first of the waiting list gets it."""
    browser.open("/desk/selection")
    for address in [link.get_attribute("href") for link in browser.all("tbody a")]:
        browser.driver.get(address)
        waiting = browser.all("aside ol li .code")
        holders = [row for row in browser.all(".tall tbody tr") if row.find_elements(By.CSS_SELECTOR, ".status.good")]
        if not waiting or not holders:
            continue
        first, holder = waiting[0].text, holders[0].find_element(By.CSS_SELECTOR, "th a").get_attribute("href")
        browser.driver.get(holder)
        browser.check("registration-holder")
        if not browser.all('form[action$="/withdraw"]'):
            continue
        browser.press("aside details summary")
        browser.find('form[action$="/withdraw"] input[name=reason]').send_keys("choroba")
        browser.press('form[action$="/withdraw"] button')
        wait(lambda: "rezygnacja" in browser.find("main").text, "not withdrawn")
        browser.open(f"/desk/registrations/{first}")
        text = browser.find("aside").text
        if "lista rezerwowa" in text:
            continue
        assert "oczekuje na potwierdzenie" in text or "zakwalifikowany" in text, text
        browser.check("promoted")
        return
    print("  nobody waits in the demo who could be promoted")


def order(browser, kind, *boxes):
    """Orders documents and waits until they are made."""
    browser.open(f"/desk/documents/kompetentni-w-dialogu?kind={kind}")
    for box in boxes:
        browser.press(f'input[name="{box}"]')
    browser.press("form.filters.card button")
    wait(lambda: "/desk/jobs/" in browser.driver.current_url, "no job")
    wait(lambda: browser.all(".status.good"), "not done: " + browser.find("main").text[:300], seconds=120)


def letters(browser):
    """Letters as Word and PDF files, together as ZIP and as a book for the printer, and as pictures on the page."""
    browser.open("/desk/documents")
    browser.check("documents-events")
    browser.open("/desk/documents/kompetentni-w-dialogu?kind=receipt")
    browser.check("documents")
    order(browser, "receipt")
    browser.check("job-done")
    browser.press("a.button.primary")
    wait(lambda: browser.all("table.list tbody tr"), "no documents")
    browser.check("documents-done")
    links = [link.get_attribute("href") for link in browser.all("table.list tbody td a")]
    status, kind, content = browser.fetch(next(link for link in links if not link.endswith("/look")))
    assert status == 200 and "wordprocessingml" in kind and "word/document.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist()
    status, kind, content = browser.fetch(browser.find(".zips a").get_attribute("href"))
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert status == 200 and kind == "application/zip" and len(names) == len(set(names)) > 1, names
    order(browser, "receipt", "pdf", "book")
    browser.open("/desk/documents/kompetentni-w-dialogu")
    lines = [(row.find_element(By.CSS_SELECTOR, "th").text, row.find_elements(By.CSS_SELECTOR, "td a")) for row in browser.all("table.list tbody tr")]
    links = [pair for kind, pair in lines if kind == "Potwierdzenie przyjęcia"]
    assert len({pair[0].text for pair in links}) == len(links), "a document stands there twice"
    rows = {pair[0].text: [link.get_attribute("href") for link in pair] for pair in links}
    book = next(name for name in rows if name.startswith("ksiega-receipt") and name.endswith(".pdf"))
    status, kind, content = browser.fetch(rows[book][0])
    assert status == 200 and kind == "application/pdf" and content.startswith(b"%PDF-")
    for name in [name for name in rows if name.startswith("ksiega-receipt") and name.endswith(".pdf")]:
        browser.driver.get(rows[name][1])
        wait(lambda: browser.driver.execute_script("return document.querySelector('.sheets img').naturalWidth") > 500, "no picture of the page")
        if len(browser.all(".sheets img")) > 1:
            break
    else:
        raise SystemExit("no book has more than one letter: " + " ".join(rows))
    browser.check("document-pictures")
    letter = next(name for name in rows if name.endswith(".docx") and not name.startswith("ksiega"))
    browser.driver.get(rows[letter][1])
    wait(lambda: browser.driver.execute_script("return document.querySelector('.sheets img').naturalWidth") > 500, "no picture of a Word letter", seconds=60)


def own_template(browser, folder):
    """A template with a fault is shown with its place; a good one is tried with a real registration, then kept."""
    root = os.environ["NABOR_SHARE"]
    good = root + "/templates/receipt.pl.docx"
    bad = folder + "/zly.docx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.namelist():
            content = source.read(item)
            if item == "word/document.xml":
                content = content.replace(b"</w:body>", "<w:p><w:r><w:t>{{ nieznane.pole }} {% if %}</w:t></w:r></w:p></w:body>".encode(), 1)
            target.writestr(item, content)
    for path, is_good in ((bad, False), (good, True)):
        browser.open("/desk/templates")
        for name, value in (("event", "kompetentni-w-dialogu"), ("kind", "receipt"), ("language", "pl")):
            browser.driver.execute_script("arguments[0].value = arguments[1]", browser.find(f'select[name="{name}"]'), value)
        browser.find("#template").send_keys(path)
        browser.press('form[enctype] .actions button')
        wait(lambda: browser.all("section.first"), "not checked: " + browser.find("main").text[:300])
        if is_good:
            assert browser.all('button[value="try"]'), browser.find("section.first").text
            browser.check("template-good")
        else:
            faults = browser.find("section.first").text
            assert not browser.all('button[value="keep"]') and browser.all("section.first .code.raw"), faults
            browser.check("template-faults")
    fields = {field.get_attribute("name"): field.get_attribute("value") for field in browser.all('form[action$="/use"] input[type=hidden]')}
    cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in browser.driver.get_cookies())
    connection = http.client.HTTPConnection("127.0.0.1", browser.site.port, timeout=60)
    connection.request("POST", "/desk/templates/use", urllib.parse.urlencode({**fields, "code": "", "-action": "try"}), {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies})
    reply = connection.getresponse()
    trial = zipfile.ZipFile(io.BytesIO(reply.read())).read("word/document.xml")
    assert reply.status == 200 and b"{{" not in trial, "the trial is not filled in"
    browser.press('button[value="keep"]')
    wait(lambda: "kept=" in browser.driver.current_url, "the template is not kept")
    assert browser.all(".notice.good")
    browser.check("template-kept")


def without_connection(browser):
    """A press without a connection waits on the phone, says so, and is sent as soon as there is one again."""
    def connect(is_on):
        browser.driver.execute_cdp_cmd("Network.enable", {})
        browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {"offline": not is_on, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
    waiting = "return JSON.parse(localStorage.getItem('nabor-check-in') || '[]').length"
    connect(False)
    browser.press('[data-presence] button[value="excused"]')
    wait(lambda: browser.driver.execute_script(waiting) == 1 and browser.find("#offline").is_displayed(), "the phone does not say that it waits")
    browser.press('[data-presence] button[value="present"]')
    wait(lambda: browser.driver.execute_script(waiting) == 2, "the second press is lost")
    connect(True)
    wait(lambda: browser.driver.execute_script(waiting) == 0 and not browser.find("#offline").is_displayed(), "not sent after the connection is back", seconds=20)
    # The failed attempts stand in the console; they are what was wanted.
    browser.driver.get_log("browser")


def check_in(browser, folder):
    browser.open("/desk/attendance")
    browser.check("attendance-sessions")
    for address in [link.get_attribute("href") for link in browser.all("section a")]:
        browser.driver.get(address)
        if browser.all("[data-presence]"):
            break
    else:
        raise SystemExit("nobody to check in")
    browser.check("attendance")
    browser.press('[data-presence] button[value="present"]')
    wait(lambda: browser.find('[data-presence] button[value="present"]').get_attribute("aria-pressed") == "true", "not noted")
    wait(lambda: browser.driver.execute_script("return localStorage.getItem('nabor-check-in')") == "[]", "not sent")
    without_connection(browser)
    code = browser.find("li .code").text
    browser.open(f"/desk/in/{code}")
    assert browser.all('[value="present"][aria-pressed="true"]'), "presence is not kept"
    browser.check("check-in-person")
    browser.open("/desk/attendance")
    for address in [link.get_attribute("href") for link in browser.all("section a")]:
        browser.driver.get(address + "/paper")
        if browser.all("table.roll"):
            break
    browser.find("#paper").send_keys(folder + "/skan.pdf")
    browser.press('form[enctype] button')
    wait(lambda: browser.driver.execute_script("return (document.querySelector('.sheets img') || {}).naturalWidth") or 0 > 500, "no picture of the signed list", seconds=60)
    browser.press("[data-roll-all] button")
    browser.check("signed-list")
    people = len(browser.all("table.roll tbody tr"))
    browser.press("table.roll tbody tr:last-child input[value=absent]")
    browser.press("form[data-roll] .actions button")
    wait(lambda: not browser.driver.current_url.endswith("/paper"), "not recorded")
    present = len(browser.all('[value="present"][aria-pressed="true"]'))
    assert present == people - 1, f"{present} of {people} are present"


def offices(browser):
    for name, path in [("assessments", "/desk/assessment"), ("exports-events", "/desk/exports"), ("journal", "/desk/journal"), ("settings", "/desk/settings"), ("intake", "/desk/intake"), ("import", "/desk/import"), ("keys", "/desk/keys")]:
        browser.open(path)
        browser.check(name)
    browser.open("/desk/assessment")
    if browser.all("ul.lines a"):
        browser.press("ul.lines a")
        browser.check("assessment")
        if browser.all("a.button.primary"):
            browser.press("a.button.primary")
            browser.check("assessment-sheet")
    browser.open("/desk/exports/kompetentni-w-dialogu")
    browser.type("name", "Dla hotelu")
    browser.press('button[value="save"]')
    browser.check("exports")
    browser.open("/desk/registrations")
    browser.check("demo-list")
    browser.press(".column-choice summary")
    browser.check("list-columns")
    for column in browser.all('input[name="col"]'):
        if column.get_attribute("value") in ("event", "received"):
            browser.driver.execute_script("arguments[0].click()", column)
    browser.press('input[name="col"][value="f.city"]')
    browser.press("form.filters .button.primary")
    wait(lambda: "col=f.city" in browser.driver.current_url, "the columns do not stand in the address")
    heads = [head.text for head in browser.all("table.list thead th")]
    assert "Otrzymane" not in heads and len(heads) == 5, heads
    browser.check("list-own-columns")
    browser.open("/desk/registrations")
    browser.press("input.tick")
    browser.driver.execute_script("document.querySelector('.bulk button').click()")
    wait(lambda: browser.all('form[action="/desk/bulk/run"], .lead'), "no preview")
    browser.check("bulk")
    if browser.all('form[action="/desk/bulk/run"] button'):
        browser.press('form[action="/desk/bulk/run"] button')
        wait(lambda: browser.all(".notice, .lead, ul"), "nothing done")
        browser.check("bulk-done")


def import_table(browser, folder):
    path = folder + "/formularz.csv"
    with open(path, "w", encoding="utf-8") as file:
        file.write("Sygnatura czasowa;Nazwa organizacji;Skąd;Czym się zajmujecie\n2021-09-09T10:00;Fundacja z Tabeli;Brzeziny;Warsztaty\n")
    browser.open("/desk/import")
    for option in browser.all("#form option"):
        if option.get_attribute("value").startswith("kompetentni-w-dialogu/" + FORM):
            option.click()
    browser.find("#table").send_keys(path)
    browser.press(".actions button")
    wait(lambda: browser.all('select[name="field-0"]'), "no columns: " + browser.find("main").text[:300])
    browser.check("import-columns")
    for select_box in browser.all("tbody select"):
        label = select_box.get_attribute("aria-label")
        wanted = {"Nazwa": "org_name", "Skąd": "city", "Czym": "about"}
        for head, key in wanted.items():
            if head in label:
                browser.driver.execute_script("arguments[0].value = arguments[1]", select_box, key)
    browser.press(".actions button")
    wait(lambda: "/desk/jobs/" in browser.driver.current_url, "no job: " + browser.find("main").text[:300])
    wait(lambda: browser.all(".status.good, .status.stop"), "the job does not end")
    assert "zarejestrowane" in browser.find("main").text, browser.find("main").text
    browser.check("import-done")
    import_workbook(browser, folder)


def workbook(path, rows):
    """A workbook as a form tool hands it out, with its texts in the cells."""
    cells = "".join(
        f'<row r="{number}">' + "".join(f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for column, text in enumerate(row)) + "</row>"
        for number, row in enumerate(rows, 1)
    )
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", f'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>')
        book.writestr("_rels/.rels", f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", f'<?xml version="1.0"?><workbook {main} xmlns:r="{relation}"><sheets><sheet name="Odpowiedzi" sheetId="1" r:id="r1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        book.writestr("xl/worksheets/sheet1.xml", f'<?xml version="1.0"?><worksheet {main}><sheetData>{cells}</sheetData></worksheet>')


def import_workbook(browser, folder):
    path = folder + "/formularz.xlsx"
    workbook(path, [["Sygnatura czasowa", "Jak się nazywacie", "Skąd"], ["2021-09-09T10:00", "Fundacja z Arkusza", "Sieradz"], ["2021-09-09T11:00", "Koło z Arkusza", "Zgierz"]])
    browser.open("/desk/import")
    for option in browser.all("#form option"):
        if option.get_attribute("value").startswith("kompetentni-w-dialogu/" + FORM):
            option.click()
    browser.find("#table").send_keys(path)
    browser.press(".actions button")
    wait(lambda: browser.all('select[name="field-0"]'), "no columns: " + browser.find("main").text[:300])
    text = browser.find("tbody").text
    assert "Jak się nazywacie" in text and "Fundacja z Arkusza" in text, text
    for select_box in browser.all("tbody select"):
        wanted = {"Sygnatura": "received", "nazywacie": "org_name", "Skąd": "city"}
        for head, key in wanted.items():
            if head in select_box.get_attribute("aria-label"):
                browser.driver.execute_script("arguments[0].value = arguments[1]", select_box, key)
    browser.press(".actions button")
    wait(lambda: "/desk/jobs/" in browser.driver.current_url, "no job: " + browser.find("main").text[:300])
    wait(lambda: browser.all(".status.good, .status.stop"), "the job does not end")
    outcome = browser.find("main").text
    assert re.search(r"zarejestrowane\s+2", outcome), outcome
    browser.open("/desk/registrations?q=z+Arkusza&col=f.city&col=received")
    rows = [row.text for row in browser.all("table.list tbody tr")]
    assert len(rows) == 2 and any("Sieradz" in row for row in rows), rows


FORM = "seminaria"
LONG = "Wielokulturowe Stowarzyszenie Przyjaciół Integracji, Edukacji Obywatelskiej i Dialogu Międzypokoleniowego im. Marii Skłodowskiej-Przykładowskiej w Konstantynowie Łódzkim"


def the_crowd(nabor, pictures, count=3_000):
    """The desk with many registrations and long names: looked at, not measured."""
    site = Site(nabor, arguments=["--submissions-per-minute", "100000"])
    path = site.folder + "/events/proba.yaml"
    text = open(path, encoding="utf-8").read()
    rules = "selection: {method: fcfs, quotas: [{id: city, by: city, values: {Toruń: {min: 8}, Łódź: {max: 9}, Konstantynów Łódzki: {min: 2, max: 5}}}], reserve: {size: all, offer_hours: 48}}"
    open(path, "w", encoding="utf-8").write(text.replace("capacity: 20", "capacity: 20, confirm_within_days: 5, " + rules))
    with open(site.folder + "/people.jsonl", "w", encoding="utf-8") as file:
        for number in range(count):
            name = dict(answers(number))["name_latin"] if number % 40 else f"Maksymilian-Aleksander {word(number)}-Brzęczyszczykiewiczowski"
            file.write(json.dumps({
                "submission_id": str(number), "name_latin": name, "email": f"osoba{number}@example.org", "phone": "", "consent_data": "true",
                "city": ["Toruń", "Łódź", "Konstantynów Łódzki", "Warszawa"][number % 4], "about": LONG if number % 7 == 0 else "Krótko.",
            }, ensure_ascii=False) + "\n")
    subprocess.run([nabor, "intake", site.folder + "/people.jsonl", "--workspace", site.folder, "--event", "proba"], check=True, stdout=subprocess.DEVNULL)
    site.start()
    link = next(re.search(r"/desk/join/\S+", line).group(0) for line in site.output if "/desk/join/" in line)
    browser = Browser(site, pictures)
    try:
        sign_in(browser, link)
        board = "/desk/selection/proba/spotkanie"
        for name, address in [("overview", "/desk"), ("list", "/desk/registrations"), ("list-columns", "/desk/registrations?col=state&col=f.about&col=f.city&col=f.email"), ("review", "/desk/review"), ("selection", board), ("choose", board + "/choose"), ("journal", "/desk/journal")]:
            browser.open(address)
            browser.check("crowd-" + name, rules=name in ("overview", "list", "list-columns"))
        browser.open(board)
        browser.press('form[action$="/run"] button')
        wait(lambda: browser.all('a[href$="/announce"]'), "no outcome", seconds=60)
        browser.check("crowd-pending", rules=False)
        browser.press('a[href$="/announce"]')
        wait(lambda: browser.all("section.mail"), "no mails", seconds=60)
        browser.check("crowd-announce", rules=False)
        browser.press('form[action$="/announce"] button')
        wait(lambda: "announced=" in browser.driver.current_url, "not announced", seconds=60)
        for name, address in [("announced", board), ("attendance", "/desk/attendance/proba/spotkanie/s1"), ("paper", "/desk/attendance/proba/spotkanie/s1/paper")]:
            browser.open(address)
            browser.check("crowd-" + name, rules=name != "announced")
    finally:
        browser.driver.quit()
        site.stop()
        site.remove()
    return browser


def the_demo(nabor, pictures):
    """The desk's journeys in the workspace that `nabor demo` makes."""
    folder = tempfile.mkdtemp(prefix="nabor-demo-")
    subprocess.run([nabor, "demo", "--dir", folder + "/demo"], check=True, stdout=subprocess.DEVNULL)
    site = Site(nabor, folder=folder + "/demo", arguments=["--submissions-per-minute", "100000"])
    site.start()
    link = next(re.search(r"/desk/join/\S+", line).group(0) for line in site.output if "/desk/join/" in line)
    browser = Browser(site, pictures)
    try:
        browser.width(1440)
        sign_in(browser, link)
        review_a_scan(browser, nabor, folder)
        # The photograph shows a print of before; a workspace that printed it has its map.
        kept = os.path.join(folder, "demo", "forms", "porozmawiajmy-o-integracji")
        os.makedirs(kept, exist_ok=True)
        shutil.copy(os.path.join(SHEETS, OLD_MAP), kept)
        mark_corners(browser)
        review(browser)
        enter(browser)
        select(browser)
        promote(browser)
        letters(browser)
        own_template(browser, folder)
        check_in(browser, folder)
        offices(browser)
        import_table(browser, folder)
    except BaseException:
        browser.driver.save_screenshot("/tmp/nabor-browser-fault.png")
        raise
    finally:
        browser.driver.quit()
        site.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return browser


def main():
    nabor = program()
    pictures = sys.argv[sys.argv.index("--pictures") + 1] if "--pictures" in sys.argv else None
    if pictures:
        os.makedirs(pictures, exist_ok=True)
    if "--crowd" in sys.argv:
        os.environ.setdefault("NABOR_SHARE", ROOT)
        return report([the_crowd(nabor, pictures)], is_whole=False)
    if "--desk" in sys.argv:
        os.environ.setdefault("NABOR_SHARE", ROOT)
        return report([the_demo(nabor, pictures)], is_whole=False)
    os.environ["NABOR_NOW"] = "2021-09-10T10:00:00+02:00"
    os.environ.setdefault("NABOR_SHARE", ROOT)
    site = Site(nabor, arguments=["--submissions-per-minute", "100000"])
    os.system(f"rm {site.folder}/events/*; cp -r {ROOT}/samples/events/. {site.folder}/events; cp {ROOT}/samples/nabor.yaml {site.folder}")
    site.start()
    link = next(re.search(r"/desk/join/\S+", line).group(0) for line in site.output if "/desk/join/" in line)
    browser = Browser(site, pictures)
    try:
        browser.open("/?lang=pl")
        browser.check("calls-pl")
        apply(browser, "uk", "uk")
        page = apply(browser, "pl", "pl")
        correct_and_withdraw(browser, page)
        browser.open("/e/kompetentni-w-dialogu/mini-granty?lang=pl")
        browser.check("not-yet-pl")
        browser.open("/nie-ma-takiej")
        browser.check("missing")
        desk(browser, link)
    finally:
        browser.driver.quit()
        site.stop()
        site.remove()
    report([browser, the_demo(nabor, pictures)])


def never_visited(browsers):
    """Pages of the router that no journey has looked at."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "pages.txt"), encoding="utf-8") as file:
        pages = [line.strip() for line in file if not line.startswith("#") and "\t" not in line]
    visited = set().union(*(browser.visited for browser in browsers))
    patterns = {page: re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(page)) + "$") for page in pages}
    literal = set(pages)
    return [page for page, pattern in patterns.items() if not any(pattern.match(path) and (path == page or path not in literal) for path in visited)]


def report(browsers, is_whole=True):
    faults = sorted({fault for browser in browsers for fault in browser.faults})
    if is_whole:
        faults += [f"{page} was never visited" for page in never_visited(browsers)]
    for fault in faults:
        print("×", fault)
    print(f"{sum(browser.pages for browser in browsers)} pages, {len(faults)} faults")
    if faults:
        raise SystemExit(1)


main()
