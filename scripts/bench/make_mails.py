#!/usr/bin/env python3
"""Makes mails with filled DOCX forms, or JSON Lines, for measurements. Standard library only; equal arguments, equal bytes.

    make_mails.py workspace DIR            the workspace with the event `pomiar`
    make_mails.py mails DIR COUNT          COUNT files NNNNNN.eml
    make_mails.py rows FILE COUNT          COUNT submissions as JSON Lines

Every person is made up: the surnames mean "test" or "example", addresses end in example.org, phones begin with 990.
"""

import base64
import io
import json
import os
import random
import shutil
import sys
import zipfile
from datetime import date, datetime, timedelta, timezone
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, "..", "..", "samples")

FIRST = ["Anna", "Piotr", "Katarzyna", "Marek", "Oksana", "Tomasz", "Małgorzata", "Łukasz", "Żaneta", "Paweł", "Ewa",
         "Jan", "Zofia", "Michał", "Iryna", "Grzegorz", "Agnieszka", "Wojciech", "Beata", "Stanisław"]
LAST = ["Testowa", "Przykładna", "Próbna", "Wzorcowa", "Zmyślona", "Ćwiczebna", "Fikcyjna", "Umowna", "Pozorna", "Szkolna"]
SECOND = ["Makietowa", "Szablonowa", "Pokazowa", "Doświadczalna", "Zastępcza", "Papierowa", "Ruchoma", "Spokojna", "Letnia", "Zimowa"]
CITIES = [("Warszawa", "00-001", "mazowieckie"), ("Wrocław", "50-001", "dolnośląskie"), ("Kraków", "30-001", "małopolskie"),
          ("Katowice", "40-001", "śląskie"), ("Gdańsk", "80-001", "pomorskie")]
WORDS = ("prowadzę zajęcia dla młodzieży w domu kultury oraz warsztaty sąsiedzkie chcę poznać nowe metody pracy z grupą "
         "i wymienić doświadczenia z innymi organizacjami od kilku lat działamy lokalnie współpracujemy ze szkołami "
         "bibliotekami i klubami seniora planujemy własny projekt międzynarodowy").split()

CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"""
PART_RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"""
CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Formularz</dc:title></cp:coreProperties>"""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def styles():
    rows = "".join(
        f'<w:style w:type="paragraph" w:styleId="Styl{n}"><w:name w:val="Styl {n}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:spacing w:before="{n * 10}" w:after="{n * 5}" w:line="259" w:lineRule="auto"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="{18 + n}"/></w:rPr></w:style>'
        for n in range(40))
    return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{W}">'
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            f"{rows}</w:styles>")


STYLES = styles()


class Person:
    """One made-up applicant; the number decides everything."""

    def __init__(self, number):
        chance = random.Random(number)
        self.number = number
        self.first = FIRST[number % len(FIRST)]
        self.last = f"{LAST[number // len(FIRST) % len(LAST)]}-{SECOND[number // 200 % len(SECOND)]}"
        self.city, self.postcode, self.voivodeship = CITIES[chance.randrange(len(CITIES))]
        self.birth = date(1960, 1, 1) + timedelta(days=(number // 2000 * 7 + chance.randrange(7)) % 16000)
        self.email = f"osoba{number}@example.org"
        self.phone = f"+48990{number:06d}"
        self.chance = chance

    def prose(self, count):
        return (" ".join(self.chance.choice(WORDS) for _ in range(count)) + ".").capitalize()

    def answers(self):
        """Label on the form and the text written beside it, in the order of the form."""
        return [
            ("Imię i nazwisko", f"{self.first} {self.last}"),
            ("Jak mamy się zwracać?", "Pani" if self.first.endswith("a") else "Pan"),
            ("Data urodzenia", f"{self.birth:%d.%m.%Y}"), ("Obywatelstwo", "Polska"), ("Adres e-mail", self.email),
            ("Numer telefonu", f"{self.phone[:3]} {self.phone[3:6]} {self.phone[6:9]} {self.phone[9:]}"),
            ("Ulica i numer domu", f"ul. Przykładowa {self.number % 200 + 1}"), ("Kod pocztowy", self.postcode),
            ("Miejscowość", self.city), ("Województwo", self.voivodeship),
            ("Wykształcenie", ["średnie", "wyższe"][self.number % 2]),
            ("Sytuacja zawodowa", ["pracuję", "uczę się", "szukam pracy"][self.number % 3]),
            ("Nazwa organizacji", "Stowarzyszenie Próbne"), ("Funkcja w organizacji", "wolontariuszka lub wolontariusz"),
            ("Poziom języka angielskiego", ["A2", "B1", "B2", "C1"][self.number % 4]),
            ("Inne znane języki", "niemiecki, ukraiński"),
            ("Doświadczenie w pracy z młodzieżą", self.prose(60)), ("Dlaczego chce Pani/Pan wziąć udział?", self.prose(80)),
            ("Oczekiwania wobec kursu", self.prose(40)), ("Data przyjazdu", "31.05.2024"), ("Data wyjazdu", "02.06.2024"),
            ("Czy potrzebny jest nocleg?", ["Tak", "Nie"][self.number % 2]), ("Dieta", "wegetariańska"),
            ("Osoba do powiadomienia w nagłym wypadku", "Zofia Wzorcowa"), ("Telefon osoby do powiadomienia", "+48 990 000 001"),
            ("Zgoda na przetwarzanie danych", "Tak"), ("Zgoda na wizerunek", "Tak"),
        ]

    def row(self):
        """The same as a submission of the site."""
        keys = {"mazowieckie": "mazowieckie", "dolnośląskie": "dolnoslaskie", "małopolskie": "malopolskie",
                "śląskie": "slaskie", "pomorskie": "pomorskie"}
        received = datetime(2024, 1, 2, 8, 0, tzinfo=timezone.utc) + timedelta(seconds=self.number * 90)
        return {
            "event": "pomiar", "channel": "web", "received": received.isoformat(), "submission_id": f"w{self.number}",
            "name": f"{self.first} {self.last}", "address_form": "pani" if self.first.endswith("a") else "pan",
            "birth_date": self.birth.isoformat(), "citizenship": "PL", "email": self.email, "phone": self.phone,
            "street": f"ul. Przykładowa {self.number % 200 + 1}", "postcode": self.postcode, "city": self.city,
            "voivodeship": keys[self.voivodeship], "education": ["secondary", "higher"][self.number % 2],
            "occupation": ["works", "studies", "seeks"][self.number % 3], "organisation": "Stowarzyszenie Próbne",
            "role": "wolontariat", "level": ["A2", "B1", "B2", "C1"][self.number % 4], "languages": "niemiecki",
            "experience": self.prose(12), "motivation": self.prose(15), "expectations": self.prose(8),
            "arrival": "2024-05-31", "departure": "2024-06-02", "lodging": self.number % 2 == 0, "diet": "wegetariańska",
            "emergency_name": "Zofia Wzorcowa", "emergency_phone": "+48990000001", "consent_data": True,
            "consent_image": True,
        }


def run(person, text, bold=False):
    """Word's manner: the text cut into several runs with revision marks and full properties."""
    style = ('<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Times New Roman" w:cs="Calibri"/>'
             + ("<w:b/><w:bCs/>" if bold else "") + '<w:color w:val="1B1F24"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
             '<w:lang w:val="pl-PL"/></w:rPr>')
    cuts = sorted({0, len(text), *(person.chance.randrange(len(text) + 1) for _ in range(1))})
    return "".join(
        f'<w:r w:rsidRPr="00{person.chance.randrange(0x100000, 0xFFFFFF):06X}">{style}'
        f'<w:t xml:space="preserve">{escape(text[a:b])}</w:t></w:r>' for a, b in zip(cuts, cuts[1:]))


def cell(person, width, text, bold=False):
    border = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C9C5BA"/>' for side in ("top", "left", "bottom", "right"))
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>{border}</w:tcBorders>'
            '<w:vAlign w:val="center"/></w:tcPr><w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3">'
            f'<w:pPr><w:spacing w:before="60" w:after="60"/></w:pPr>{run(person, text, bold)}</w:p></w:tc>')


def document(person):
    title = run(person, "Formularz zgłoszeniowy", True)
    rows = "".join(
        f'<w:tr w:rsidR="00A1B2C3" w:rsidTr="00D4E5F6">{cell(person, 3600, f"{number}. {label}:", True)}{cell(person, 5600, value)}</w:tr>'
        for number, (label, value) in enumerate(person.answers(), 1))
    return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="{W}"><w:body><w:p>{title}</w:p>'
            '<w:tbl><w:tblPr><w:tblW w:w="9200" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3600"/>'
            f'<w:gridCol w:w="5600"/></w:tblGrid>{rows}</w:tbl><w:p/><w:sectPr/></w:body></w:document>')


def docx(person):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in [("[Content_Types].xml", CONTENT_TYPES), ("_rels/.rels", RELATIONS),
                           ("word/document.xml", document(person)), ("word/_rels/document.xml.rels", PART_RELATIONS),
                           ("word/styles.xml", STYLES), ("docProps/core.xml", CORE)]:
            package.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 8, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def mail(number):
    person = Person(number)
    at = datetime(2024, 1, 2, 8, 0, tzinfo=timezone.utc) + timedelta(seconds=number * 60)
    stamp = at.strftime("%a, %d %b %Y %H:%M:%S +0000")
    body = base64.encodebytes(docx(person)).decode()
    text = base64.encodebytes("Dzień dobry, w załączeniu przesyłam formularz.\n".encode()).decode()
    return (
        f"Received: from mta.example.org (mta.example.org [192.0.2.1]) by mx.example.org with ESMTPS id {number}; {stamp}\n"
        f"Message-ID: <{number}.form@example.org>\nDate: {stamp}\nFrom: osoba <{person.email}>\n"
        "To: zapisy+pomiar@example.org\nSubject: =?UTF-8?Q?Zg=C5=82oszenie_na_kurs?=\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b1"\n\n--b1\nContent-Type: text/plain; charset=utf-8\n'
        f"Content-Transfer-Encoding: base64\n\n{text}\n--b1\n"
        "Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document\n"
        "Content-Transfer-Encoding: base64\n"
        f"Content-Disposition: attachment; filename*=UTF-8''zg%C5%82oszenie-{number}.docx\n\n{body}\n--b1--\n"
    ).encode()


def make_workspace(folder):
    os.makedirs(os.path.join(folder, "events"), exist_ok=True)
    shutil.copy(os.path.join(SAMPLES, "nabor.yaml"), folder)
    shutil.copy(os.path.join(HERE, "bench_event.yaml"), os.path.join(folder, "events", "pomiar.yaml"))


def make_mails(folder, count, first=1):
    os.makedirs(folder, exist_ok=True)
    for number in range(first, first + count):
        with open(os.path.join(folder, f"{number:06d}.eml"), "wb") as file:
            file.write(mail(number))


def make_rows(path, count):
    with open(path, "w", encoding="utf-8") as file:
        for number in range(1, count + 1):
            file.write(json.dumps(Person(number).row(), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("workspace", "mails", "rows"):
        sys.exit(__doc__)
    kind, path = sys.argv[1:3]
    if kind == "workspace":
        make_workspace(path)
    elif kind == "mails":
        make_mails(path, int(sys.argv[3]))
    else:
        make_rows(path, int(sys.argv[3]))
