"""The blank forms of the five events as their organisers would make them, and the same forms filled in.

A form is a function from a `Sheet` to nothing: the sheet writes the print, and the answers where it has any.
"""

from ooxml import TINT, MUTED, Writer, document

WIDE = 9412
# Dots that fill a line of the page.
LINE_DOTS = 172


class Sheet:
    """A form being written. `answers` by field key; several options as a list; delegates as a list of dicts.

    manner: how answers stand on dotted lines (`replace`, `overtype`, `append`), in controls (`controls`), as tracked
    insertions (`tracked`); `strike`: how an option is chosen where one is to be struck out (`struck`, `highlight`,
    `underline`, `deleted`).
    """

    def __init__(self, answers=None, dialect="word", seed=1, language="pl-PL", manner="replace", strike="struck",
                 controls=False, ticked="☒"):
        self.w = Writer(dialect, seed, language)
        self.answers = answers or {}
        self.manner, self.strike, self.controls, self.ticked = manner, strike, controls, ticked
        self.body = []

    def add(self, text):
        self.body.append(text)

    def value(self, key):
        return self.answers.get(key, "")

    def ink(self, text):
        if not text:
            return ""
        if self.manner == "tracked":
            return self.w.inserted(text)
        return self.w.run(text)

    # Print

    def head(self, title, subtitle):
        self.add(self.w.paragraph(self.w.run(title), "Title"))
        self.add(self.w.paragraph(self.w.run(subtitle), "Subtitle"))

    def section(self, text):
        self.add(self.w.paragraph(self.w.run(text), "Heading1", keep=True))

    def note(self, text):
        self.add(self.w.paragraph(self.w.run(text), "Note"))

    def small(self, text):
        self.add(self.w.paragraph(self.w.run(text), "Small"))

    # Places for answers

    def dotted(self, label, key):
        """«Label: .......», the dots replaced, written over, or left in front of the answer."""
        value = self.value(key)
        dots = LINE_DOTS - 2 * len(label)
        full = "." * dots
        if not value:
            after = full
        elif self.manner == "overtype":
            after = "..." + value + "." * max(6, dots - len(value) - 3)
        elif self.manner == "append":
            after = full + " " + value
        else:
            after = None
        run = self.w.run(label + " ", bold=False)
        self.add(self.w.paragraph(run + (self.ink(value) if after is None else self.w.run(after))))

    def pair(self, left, right, dots=68):
        """Two questions on one line."""
        parts = []
        for label, key in [left, right]:
            value = self.value(key)
            rest = value + "   " if value and self.manner != "overtype" else (
                "." * 4 + value + "." * 6 + "  " if value else "." * dots + "  ")
            parts.append(self.w.run(label + " ") + (self.ink(rest) if value else self.w.run(rest)))
        self.add(self.w.paragraph("".join(parts)))

    def tabbed(self, label, key):
        """The line is a tab with a dotted leader."""
        value = self.value(key)
        content = self.w.run(label + " ") + (self.ink(value) if value else self.w.run("\t"))
        self.add(self.w.paragraph(content, tabs=[(WIDE, "dot")]))

    def lines(self, label, key, count=3):
        """A question with dotted lines below."""
        value = self.value(key)
        self.add(self.w.paragraph(self.w.run(label), keep=True))
        if value:
            for line in value.split("\n"):
                self.add(self.w.paragraph(self.ink(line)))
            return
        for _ in range(count):
            self.add(self.w.paragraph(self.w.run("." * LINE_DOTS)))

    def label_cell(self, label, width, hint=""):
        content = self.w.paragraph(self.w.run(label, bold=True), "Cell")
        if hint:
            content += self.w.paragraph(self.w.run(hint, color=MUTED, size=17), "Cell")
        return self.w.cell(content, width, TINT)

    def value_cell(self, key, width, kind="text", title="", choices=None, span=1):
        return self.w.cell(self.w.paragraph(self.place(key, kind, title, choices), "Cell"), width, span=span)

    def place(self, key, kind="text", title="", choices=None):
        value = self.value(key)
        if not self.controls:
            if kind == "list":
                return self.ink(dict(choices).get(value, value))
            return self.ink(value)
        if kind == "date":
            day, month, year = (value.split(".") + ["", ""])[:3] if value else ("", "", "")
            return self.w.date_control(key, title, value, f"{year}-{month}-{day}" if value else "")
        if kind == "list":
            return self.w.list_control(key, title, choices, value)
        return self.w.text_control(key, title, value)

    def grid(self, rows, split=3300, height=400):
        """`rows`: (label, key, hint, kind, choices), all but the first two optional."""
        cells = []
        for row in rows:
            label, key, hint, kind, choices = (list(row) + ["", "text", None][len(row) - 2:])[:5]
            cells.append([self.label_cell(label, split, hint),
                          self.value_cell(key, WIDE - split, kind, label, choices)])
        self.add(self.w.table(cells, [split, WIDE - split], height=height))
        self.gap()

    def gap(self):
        self.add(self.w.paragraph("", after=40))

    def box(self, checked, tag="", title=""):
        if self.controls:
            return self.w.box_control(tag, title, checked)
        return self.w.run(self.ticked if checked else "☐")

    def options(self, label, key, choices, inline=True, after=False):
        """Boxes before (or after) their options, on the label's line or one below the other."""
        value = self.value(key)
        chosen = value if isinstance(value, list) else [value]
        items = []
        for option, text in choices:
            box = self.box(option in chosen, f"{key}.{option}", text)
            items.append(self.w.run(text + " ") + box if after else box + self.w.run(" " + text))
        if inline:
            self.add(self.w.paragraph(self.w.run(label + "  ") + self.w.run("   ").join(items)))
            return
        self.add(self.w.paragraph(self.w.run(label), keep=True))
        for item in items:
            self.add(self.w.paragraph(item, "Clause"))

    def strike_out(self, label, key, choices):
        """«TAK / NIE*»: the wrong ones are to be struck out."""
        value = self.value(key)
        parts = []
        for index, (option, text) in enumerate(choices):
            if value and self.strike == "deleted" and option != value:
                continue
            if parts:
                parts.append(self.w.run(" / "))
            style = {}
            if value and self.strike == "struck":
                style = {"strike": option != value}
            elif value and option == value:
                style = {self.strike: True}
            parts.append(self.w.run(text, **style))
        self.add(self.w.paragraph(self.w.run(label + " ") + "".join(parts) + self.w.run("*")))

    def consent(self, key, text, small=""):
        checked = self.value(key) is True
        self.add(self.w.paragraph(self.box(checked, key, text[:60]) + self.w.run("\u00a0 " + text), "Clause"))
        if small:
            self.small(small)

    def people(self, key, heads, rows=2):
        """A table with a row for each person."""
        people = self.answers.get(key, [])
        width = WIDE - 500
        widths = [500] + [int(width * share) for _, _, share in heads]
        table = [[self.w.cell(self.w.paragraph(self.w.run("Lp.", bold=True), "Cell"), 500, TINT)] + [
            self.w.cell(self.w.paragraph(self.w.run(text, bold=True), "Cell"), widths[index + 1], TINT)
            for index, (_, text, _) in enumerate(heads)]]
        for number in range(max(rows, len(people))):
            person = people[number] if number < len(people) else {}
            table.append([self.w.cell(self.w.paragraph(self.w.run(f"{number + 1}."), "Cell"), 500)] + [
                self.w.cell(self.w.paragraph(self.ink(person.get(inner, "")), "Cell"), widths[index + 1])
                for index, (inner, _, _) in enumerate(heads)])
        self.add(self.w.table(table, widths, header=True))
        self.gap()

    def signature(self, left="miejscowość i data", right="podpis"):
        self.add(self.w.paragraph(self.w.run("." * 40 + "\t" + "." * 40), tabs=[(5600, "none")], before=360, after=0))
        self.add(self.w.paragraph(self.w.run(left + "\t" + right, color=MUTED, size=17), tabs=[(5600, "none")]))

    def bytes(self, header="", footer="", **options):
        w = self.w
        head = w.paragraph(w.run(header, color=MUTED, size=17)) if header else ""
        foot = w.paragraph(w.run(footer, color=MUTED, size=16)) if footer else ""
        return document("".join(self.body), head, foot, language=w.language, **options)


YES_NO = [("tak", "TAK"), ("nie", "NIE")]


def open_meetings(sheet):
    """A: English, legacy form fields as an old office would still use them."""
    w = sheet.w
    sheet.head("Open Meetings", "Application form for the first training, Rzeszów, 15–17 March 2019")
    sheet.note("Please complete all fields marked with an asterisk. You will hear from us by 20 February 2019.")
    fields = [
        ("Name as in the passport (Latin letters)*", "name_latin"), ("Date of birth*", "birth_date"),
        ("Country where you live*", "country"), ("Sending organisation*", "sending_org"), ("E-mail*", "email"),
        ("Phone with country code*", "phone"), ("Emergency contact (name and phone)*", "emergency_contact"),
        ("Diet and allergies", "diet"), ("Access needs", "access_needs"),
        ("Account for travel costs (IBAN)", "iban"),
    ]
    sheet.section("1. About you")
    rows = []
    for number, (label, key) in enumerate(fields):
        field = w.legacy_text(f"Text{number + 1}", sheet.value(key))
        rows.append([sheet.label_cell(label, 3700),
                     w.cell(w.paragraph(field, "Cell"), WIDE - 3700)])
    sheet.add(w.table(rows, [3700, WIDE - 3700]))
    sheet.gap()
    for label, key, choices in [
        ("How shall we address you?*", "address_form", [("pani", "Ms"), ("pan", "Mr"), ("neutral", "neutral")]),
        ("Languages you speak*", "languages",
         [("en", "English"), ("pl", "Polish"), ("de", "German"), ("es", "Spanish"), ("it", "Italian"), ("ro", "Romanian")]),
        ("Do you face obstacles that give you fewer opportunities?", "fewer_opportunities", [("tak", "yes"), ("nie", "no")]),
    ]:
        value = sheet.value(key)
        chosen = value if isinstance(value, list) else [value]
        boxes = w.run("   ").join(
            w.legacy_box(f"Box{index}", option in chosen) + w.run(" " + text)
            for index, (option, text) in enumerate(choices))
        sheet.add(w.paragraph(w.run(label + "  ") + boxes))
    sheet.section("2. Your motivation")
    sheet.lines("Why do you want to take part?*", "motivation", 4)
    sheet.lines("Experience with groups", "experience", 2)
    sheet.section("3. Statements")
    sheet.consent("consent_data", "I have read the information on my personal data.*",
                  "The controller is Stowarzyszenie Most. The full information stands on our website and on the back.")
    sheet.consent("consent_sensitive", "I agree that what I wrote on diet, access needs and fewer opportunities is used to "
                  "organise my participation and to assess the application. I can withdraw this at any time.")
    sheet.consent("consent_image", "I agree that my image is recorded and published in reports on the project for 3 years, "
                  "free of charge. This is voluntary and has no influence on the selection.")
    sheet.signature("place and date", "signature")


def dialogue(sheet):
    """B: tables, glyph boxes, a table of delegates; no content controls."""
    sheet.head("Kompetentni w dialogu", "Zgłoszenie na seminaria – jesień 2021")
    sheet.note("Prosimy wypełnić na komputerze lub drukowanymi literami i odesłać do 24 września 2021 r. na adres "
               "zapisy@example.org albo przynieść do biura (ul. Przykładowa 1, Warszawa). Telefon: +48 990 000 003.")
    sheet.section("1. Organizacja lub grupa")
    sheet.grid([
        ("Nazwa organizacji lub grupy*", "org_name"), ("Miejscowość*", "city"),
        ("Numer KRS", "krs", "jeśli organizacja go ma"), ("NIP", "nip"), ("REGON", "regon"),
        ("Liczba członkiń i członków", "members_count"), ("w tym migrantek i migrantów", "members_migrants"),
    ])
    sheet.options("Forma prawna*:", "org_kind", [
        ("fundacja", "fundacja"), ("stowarzyszenie", "stowarzyszenie"),
        ("stowarzyszenie_zwykle", "stowarzyszenie zwykłe"), ("grupa_nieformalna", "grupa nieformalna")], inline=False)
    sheet.lines("Co Państwo robią?*", "about", 4)
    sheet.section("2. Osoby delegowane (jedna lub dwie)")
    sheet.people("delegates", [("name_latin", "Imię i nazwisko*", 0.27), ("role", "Funkcja", 0.16),
                               ("email", "E-mail*", 0.25), ("phone", "Telefon", 0.18),
                               ("address_form", "Pani / Pan*", 0.14)])
    sheet.section("3. Oświadczenia")
    sheet.consent("consent_data", "Zapoznaliśmy się z informacją o danych osobowych i przekazaliśmy ją osobom, które "
                  "zgłaszamy.*", "Administratorem danych jest Stowarzyszenie Most, ul. Przykładowa 1, 00-001 Warszawa.")
    sheet.consent("platform_membership", "Chcemy należeć do platformy organizacji migranckich i zgadzamy się na przekazanie "
                  "jej nazwy i adresu e-mail organizacji. Zgoda jest dobrowolna i nie wpływa na kwalifikację.")
    sheet.consent("consent_image", "Zgadzamy się na nieodpłatne utrwalenie i publikację wizerunku zgłoszonych osób w "
                  "relacjach z projektu przez 3 lata. Zgoda jest dobrowolna i nie wpływa na kwalifikację.")
    sheet.signature("miejscowość i data", "podpis osoby uprawnionej")


def integration(sheet):
    """C: dotted lines, «niepotrzebne skreślić», boxes after their options; one page for an office printer."""
    sheet.head("Porozmawiajmy o integracji", "Formularz zgłoszeniowy na spotkanie 14 grudnia 2023 r. w Toruniu, 9:30–15:30")
    sheet.note("Zgłoszenia przyjmujemy do 4 grudnia 2023 r.: przez stronę, e-mailem, w biurze (pn.–pt. 9–17) "
               "i telefonicznie. Wystarczy e-mail albo telefon.")
    sheet.section("I. Osoba zgłaszana")
    sheet.dotted("1. Imię i nazwisko:", "name_latin")
    sheet.strike_out("2. Jak mamy się zwracać?", "address_form", [("pani", "Pani"), ("pan", "Pan"), ("neutral", "forma neutralna")])
    sheet.dotted("3. Organizacja lub instytucja:", "organisation")
    sheet.dotted("4. Stanowisko lub funkcja:", "role")
    sheet.options("5. Rodzaj podmiotu:", "sector", [
        ("ngo", "organizacja pozarządowa"), ("gmina", "gmina lub jej jednostka"), ("powiat", "powiat lub jego jednostka"),
        ("wojewodztwo", "województwo lub jego jednostka"), ("inna", "inna instytucja")], inline=False)
    sheet.dotted("6. Gmina, w której Państwo działają:", "municipality")
    sheet.strike_out("7. Czy w pracy ma Pani/Pan kontakt z migrantkami i migrantami?", "works_with_migrants", YES_NO)
    sheet.pair(("8. E-mail:", "email"), ("Telefon:", "phone"))
    sheet.section("II. Spotkanie")
    sheet.lines("9. Sprawa, którą warto ująć w diagnozie (najwyżej 2000 znaków):", "issue_for_diagnosis", 3)
    sheet.dotted("10. Dieta:", "diet")
    sheet.dotted("11. Potrzeby w zakresie dostępności:", "access_needs")
    sheet.note("* niepotrzebne skreślić")
    sheet.section("III. Oświadczenia")
    sheet.consent("consent_data", "Zapoznałam/zapoznałem się z informacją o danych osobowych i zgłaszam udział w spotkaniu.")
    sheet.consent("consent_sensitive", "Zgadzam się na wykorzystanie podanych przeze mnie informacji o diecie i potrzebach w "
                  "zakresie dostępności wyłącznie do organizacji tego spotkania. Zgodę mogę wycofać w każdej chwili, pisząc na "
                  "iod@wspolnystol.example.org.")
    sheet.consent("consent_image", "Zgadzam się na nieodpłatne utrwalenie mojego wizerunku podczas spotkania i jego publikację "
                  "na stronie i profilach Fundacji Wspólny Stół w relacji z projektu przez 3 lata. Zgoda jest dobrowolna i nie "
                  "wpływa na kwalifikację.")
    sheet.signature("data", "podpis")


LEVELS = [("A0", "A0 – z нуля / od zera"), ("A1", "A1"), ("A2", "A2"), ("B1", "B1")]
CITIZENSHIPS = [("UA", "Україна / Ukraina"), ("BY", "Білорусь / Białoruś"), ("RU", "Росія / Rosja"),
                ("GE", "Грузія / Gruzja"), ("IN", "Індія / Indie"), ("other", "інша / inne")]
STAY = [("residence_card", "karta pobytu"), ("visa_d", "wiza D"), ("decision", "decyzja"),
        ("stamp", "stempel w paszporcie"), ("poles_card", "Karta Polaka"), ("ukr_status", "status UKR")]


def restart(sheet):
    """D: Ukrainian and Polish side by side, content controls with the field's key as tag."""
    sheet.head("Рестарт: Нижня Сілезія / Restart: Dolny Śląsk", "Анкета учасника / Formularz zgłoszeniowy")
    sheet.note("Заповніть, будь ласка, усі поля із зірочкою. / Prosimy wypełnić wszystkie pola z gwiazdką. "
               "Документ лише покажете; копії не робимо. / Dokument tylko obejrzymy; nie robimy kopii.")
    sheet.section("1. На що ви записуєтеся? / Na co się Pani/Pan zapisuje?*")
    sheet.options("Зайняття / Zajęcia:", "activities", [
        ("kurs-polskiego", "курс польської / kurs polskiego"), ("punkt-informacyjny", "інформаційний пункт / punkt informacyjny"),
        ("klub-angielski", "англійський клуб / klub angielski"), ("joga", "йога / joga")], inline=False)
    sheet.section("2. Ви / Dane osobowe")
    sheet.grid([
        ("Прізвище та ім’я (рідною мовою) / Imię i nazwisko w oryginalnym zapisie", "name_original"),
        ("Ім’я та прізвище латиницею (як у паспорті) / Imię i nazwisko łacinką (jak w paszporcie)*", "name_latin"),
        ("Як до вас звертатися? / Jak mamy się zwracać?*", "address_form", "", "list",
         [("pani", "Пані / Pani"), ("pan", "Пан / Pan"), ("neutral", "нейтрально / forma neutralna")]),
        ("Стать / Płeć*", "sex", "", "list", [("female", "жінка / kobieta"), ("male", "чоловік / mężczyzna")]),
        ("Дата народження / Data urodzenia*", "birth_date", "", "date"),
        ("Підстава перебування / Tytuł pobytowy*", "stay_title", "", "list", STAY),
        ("Номер документа / Numer dokumentu", "stay_doc_no"),
        ("Документ дійсний до / Dokument ważny do*", "stay_valid_to", "", "date"),
        ("Скільки місяців ви в Польщі? / Od ilu miesięcy mieszka Pani/Pan w Polsce?", "stay_months"),
        ("Воєводство / Województwo*", "voivodeship", "", "list",
         [("dolnoslaskie", "dolnośląskie"), ("opolskie", "opolskie"), ("lubuskie", "lubuskie"), ("wielkopolskie", "wielkopolskie")]),
        ("Місто / Miejscowość*", "city"), ("Поштовий індекс / Kod pocztowy", "postcode"),
        ("Телефон / Telefon*", "phone"), ("Електронна пошта / E-mail", "email"),
    ], 4400)
    sheet.options("Громадянство / Obywatelstwo*:", "citizenships", CITIZENSHIPS, inline=False)
    sheet.section("3. Навчання / Nauka")
    sheet.options("Мови / Języki*:", "languages", [("uk", "українська / ukraiński"), ("pl", "польська / polski"),
                                                  ("ru", "російська / rosyjski"), ("en", "англійська / angielski")])
    sheet.options("Рівень польської / Poziom polskiego*:", "polish_level", LEVELS)
    sheet.options("Коли вам зручно? / Kiedy Pani/Panu pasuje?*", "availability",
                  [("mornings", "зранку / rano"), ("evenings", "увечері / wieczorem"), ("weekends", "у вихідні / w weekendy")])
    sheet.section("4. Заяви / Oświadczenia")
    sheet.consent("consent_data", "Ознайомився/ознайомилася з інформацією про персональні дані. / Zapoznałam/zapoznałem się "
                  "z informacją o danych osobowych.*")
    sheet.consent("consent_image", "Згода на зображення / Zgoda na wizerunek – dobrowolna.")
    sheet.signature("дата / data", "підпис / podpis")


def zone(sheet):
    """E: one long table, hints inside the cells, nothing but Word."""
    sheet.head("Strefa sąsiedzka", "Formularz zgłoszeniowy filii bibliotecznej – nabór 2022")
    sheet.note("Formularz w formacie DOCX prosimy przesłać do 21 stycznia 2022 r. na adres zapisy+strefa-sasiedzka@example.org. "
               "Liczy się chwila nadejścia wiadomości. Pytania: +48 990 000 020.")
    sheet.section("A. Filia")
    sheet.grid([
        ("1. Nazwa filii", "branch_name"), ("2. Numer filii", "branch_no"),
        ("3. Adres filii", "address", "ulica, numer, kod, miejscowość"),
        ("4. Kierowniczka lub kierownik filii", "head_name", "imię i nazwisko"),
        ("5. Osoba do kontaktu", "contact_name", "imię i nazwisko"),
        ("6. E-mail", "email"), ("7. Telefon", "phone"),
    ])
    sheet.section("B. Opis")
    sheet.grid([
        ("8. Doświadczenie filii w pracy z sąsiadami", "experience", "co już robicie, z kim, jak często"),
        ("9. Dlaczego chcą Państwo otworzyć strefę?", "motivation"),
        ("10. Lokal i dostępność", "premises", "wejście, toaleta, godziny"), ("11. Partnerzy", "partners"),
    ], height=1150)
    sheet.section("C. Oświadczenia")
    sheet.consent("consent_data", "Zapoznałam/zapoznałem się z informacją o danych osobowych.",
                  "Administratorem jest Fundacja Dobre Sąsiedztwo, ul. Ukośna 7, 00-001 Warszawa.")
    sheet.consent("consent_image", "Zgadzam się na nieodpłatne utrwalenie i publikację mojego wizerunku w relacjach z projektu "
                  "przez 3 lata. Zgoda jest dobrowolna i nie wpływa na kwalifikację.")
    sheet.signature("miejscowość i data", "podpis kierowniczki lub kierownika")


FORMS = {
    "otwarte-spotkania": (open_meetings, "en-GB", "Stowarzyszenie Most", "Erasmus+ (example) · Open Meetings"),
    "kompetentni-w-dialogu": (dialogue, "pl-PL", "Stowarzyszenie Most",
                              "Projekt finansowany z Funduszu Dialogu (przykład)."),
    "porozmawiajmy-o-integracji": (integration, "pl-PL", "Fundacja Wspólny Stół",
                                   "Sfinansowano ze środków Programu NOWEFIO (przykład)."),
    "restart-dolny-slask": (restart, "uk-UA", "Stowarzyszenie Most", "Projekt współfinansowany z FAMI (przykład)."),
    "strefa-sasiedzka": (zone, "pl-PL", "Fundacja Dobre Sąsiedztwo", "Strefa sąsiedzka (przykład)."),
}


def make(event, answers=None, **options):
    """A form as DOCX bytes. Options of `Sheet` and of `ooxml.document`."""
    form, language, header, footer = FORMS[event]
    own = {key: options.pop(key) for key in ["dialect", "seed", "manner", "strike", "controls", "ticked"] if key in options}
    if event == "restart-dolny-slask":
        own.setdefault("controls", True)
    sheet = Sheet(answers, language=language, **own)
    form(sheet)
    if own.get("dialect") == "gdocs":
        header = footer = ""
        options.setdefault("program", "Google Docs")
        options.setdefault("font", "Arial")
    return sheet.bytes(header, footer, **options)
