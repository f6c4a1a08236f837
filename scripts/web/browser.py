#!/usr/bin/env python3
"""Journeys in a real browser: apply on a phone in Ukrainian, make an account, sign in, look at the desk; on the demo's
workspace: review, staff entry, correction, selection and announcement, promotion from the waiting list, letters, check-in,
export, import of a table. Every page visited is checked with axe-core; with --pictures DIR each is also photographed at 390 and 1440 pixels.

usage: browser.py PATH-OF-NABOR [--desk] [--pictures DIR]   (run.sh makes the environment it needs)
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
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
        # A busy machine needs its time for the rules of accessibility.
        self.driver.set_script_timeout(120)
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


def pictures_of_scans(browser):
    """A registration that came as a scan shows the place beside the field."""
    browser.open("/desk/review")
    for address in [link.get_attribute("href") for link in browser.all("ol.lines a") if "/desk/review/" in link.get_attribute("href")]:
        browser.driver.get(address)
        if browser.all(".crop img"):
            width = browser.driver.execute_script("return document.querySelector('.crop img').naturalWidth")
            assert width > 50, "the crop is not drawn"
            browser.check("review-scan")
            return True
    return False


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


def letters(browser):
    browser.open("/desk/documents")
    browser.check("documents-events")
    browser.open("/desk/documents/kompetentni-w-dialogu?kind=receipt")
    browser.check("documents")
    browser.press('form.filters.card button')
    wait(lambda: "/desk/jobs/" in browser.driver.current_url, "no job")
    wait(lambda: browser.all(".status.good"), "not done: " + browser.find("main").text[:300])
    browser.check("job-done")
    browser.press("a.button.primary")
    wait(lambda: browser.all("table.list tbody tr"), "no documents")
    browser.check("documents-done")


def check_in(browser):
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
    code = browser.find("li .code").text
    browser.open(f"/desk/in/{code}")
    assert browser.all('[value="present"][aria-pressed="true"]'), "presence is not kept"
    browser.check("check-in-person")


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
    browser.press("input.tick")
    browser.driver.execute_script("document.querySelector('.bulk button').click()")
    wait(lambda: browser.all('form[action="/desk/bulk/run"], .lead'), "no preview")
    browser.check("bulk")


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


FORM = "seminaria"


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
        review(browser)
        pictures_of_scans(browser)
        enter(browser)
        select(browser)
        promote(browser)
        letters(browser)
        check_in(browser)
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
    if "--desk" in sys.argv:
        os.environ.setdefault("NABOR_SHARE", ROOT)
        return report([the_demo(nabor, pictures)])
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


def report(browsers):
    faults = sorted({fault for browser in browsers for fault in browser.faults})
    for fault in faults:
        print("×", fault)
    print(f"{sum(browser.pages for browser in browsers)} pages, {len(faults)} faults")
    if faults:
        raise SystemExit(1)


main()
