#!/usr/bin/env python3
"""Journeys in a real browser: apply on a phone in Ukrainian, make an account, sign in, look at the desk. Every page visited
is checked with axe-core; with --pictures DIR each is also photographed at 390 and 1440 pixels.

usage: browser.py PATH-OF-NABOR [--pictures DIR]   (run.sh makes the environment it needs)
"""

import os
import re
import sys

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.chrome.service import Service

from site_under_test import Site, answers, program

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
        self.site, self.pictures, self.faults, self.pages = site, pictures, [], 0
        self.width(390)

    def width(self, pixels):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": pixels, "height": 844 if pixels < 800 else 900, "deviceScaleFactor": 1, "mobile": pixels < 800},
        )

    def open(self, path):
        self.driver.get(f"http://127.0.0.1:{self.site.port}{path}")

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

    def check(self, name):
        """The page as it stands: rules of accessibility, the console, a sideways scroll, pictures."""
        self.pages += 1
        for pixels in (390, 1440):
            self.width(pixels)
            self.driver.execute_script("window.scrollTo(0, 0)")
            wide = self.driver.execute_script("return document.documentElement.scrollWidth > window.innerWidth + 1")
            if wide:
                self.faults.append(f"{name} at {pixels}: scrolls sideways")
            if self.pictures:
                self.picture(f"{name}-{pixels}")
            for theme in ("light", "dark"):
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


def wait(condition, message):
    import time

    for _ in range(100):
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


def main():
    nabor = program()
    pictures = sys.argv[sys.argv.index("--pictures") + 1] if "--pictures" in sys.argv else None
    if pictures:
        os.makedirs(pictures, exist_ok=True)
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
    for fault in sorted(set(browser.faults)):
        print("×", fault)
    print(f"{browser.pages} pages, {len(set(browser.faults))} faults")
    if browser.faults:
        raise SystemExit(1)


main()
