"""Restart: Dolny Śląsk: a Polish course with more people for level A1 than places; Cyrillic and Latin spellings."""

import os

import forms
import mails
import people
import tables
from mails import file_part, mail, multipart, text_part

EVENT = "restart-dolny-slask"
TO = "zapisy+restart-dolny-slask@example.org"


def person(number, level, **more):
    original, latin, form, sex, citizenship = people.NEWCOMERS[number]
    return {"activities": ["kurs-polskiego"], "name_original": original, "name_latin": latin, "address_form": form, "sex": sex,
            "birth_date": f"{1 + number:02d}.0{1 + number % 9}.19{74 + number}", "citizenships": [citizenship],
            "stay_title": ["residence_card", "visa_d", "stamp", "decision"][number % 4], "stay_doc_no": f"RX000000{number % 10}",
            "stay_valid_to": f"3{number % 2}.12.2023", "stay_months": str([3, 14, 5, 30][number % 4]), "voivodeship": "dolnoslaskie",
            "city": ["Wrocław", "Legnica", "Oleśnica", "Świdnica"][number % 4], "postcode": "50-001",
            "phone": people.phone(600 + number), "email": people.email(latin), "languages": ["uk", "pl"] if number % 2 else ["uk", "ru"],
            "polish_level": level, "availability": ["evenings"] if number % 3 else ["evenings", "weekends"],
            "consent_data": True, "consent_image": number % 2 == 0, **more}


def docx(answers, **options):
    return forms.make(EVENT, answers, **options)


def plain(answers):
    return {"name_latin": answers["name_latin"], "polish_level": answers["polish_level"]}


def iso(text):
    return "-".join(reversed(text.split(".")))


def add(box):
    add_web(box)
    add_mails(box)
    add_phone(box)
    add_paper(box)


def add_web(box):
    """Eleven of level A1 by the web form, three of others: with those by mail and telephone A1 has more than 12."""
    file = "web/restart-dolny-slask.jsonl"
    plan = [person(n, "A1") for n in range(11)] + [person(11, "A0"), person(12, "A2"), person(13, "B1")]
    plan[11]["activities"] = ["kurs-polskiego", "joga"]
    plan[12]["citizenships"] = ["GE"]
    extra = [
        (person(14, "A1", citizenships=["UA", "PL"]), "ineligible", "also a Polish citizen", ["eligibility.notMet"]),
        (person(15, "A0", birth_date="19.05.2006"), "ineligible", "under 18 when the course begins", ["eligibility.notMet"]),
        (person(16, "A2", stay_valid_to="2022-01-15"), "ineligible", "title of stay ends before the course begins",
         ["eligibility.notMet"]),
        (person(17, "B1", phone="000 000 001"), "incomplete", "telephone number that cannot be", ["value.invalid"]),
        (person(20, "A2", pesel="44051401358"), "incomplete", "PESEL with a wrong check digit", ["checkDigit.wrong"]),
    ]
    lines = []
    for number, (answers, becomes, why, codes) in enumerate(
            [(row, "submitted", "web form", []) for row in plan] + extra, start=1):
        received = f"2022-01-{5 + number:02d}T{8 + number % 12:02d}:{(number * 7) % 60:02d}:00+01:00"
        row = {key: value for key, value in answers.items() if value != ""}
        row.update(birth_date=iso(row["birth_date"]), stay_valid_to=row["stay_valid_to"] if "-" in row["stay_valid_to"] else
                   iso(row["stay_valid_to"]), stay_months=int(row["stay_months"]))
        lines.append({"event": EVENT, "form": "main", "channel": "web", "received": received, "submission_id": f"rd-{number:03d}",
                      "language": ["uk", "ru", "pl", "en"][number % 4], **row})
        box.expect(f"D-W{number:02d}", file, EVENT, becomes, why, "web", received=received, part=f"row[{number}]", codes=codes,
                   answers=plain(answers))
    box.write(file, tables.jsonl(lines))


def add_mails(box):
    def send(number, received, answers, why, data, becomes="submitted", codes=(), same_as=None, expected=None, **options):
        raw = mail(answers["email"], answers["name_original"] or answers["name_latin"], "Анкета учасника", received,
                   multipart([text_part("Добрий день! Надсилаю анкету.", encoding="base64"),
                              file_part("анкета.docx", data, naming="2047", **options)]), to=TO)
        file = box.maildir(100 + number, received, raw)
        box.expect(f"D-M{number:02d}", file, EVENT, becomes, why, "mail", received=received, codes=codes, same_as=same_as,
                   answers=plain(answers) if expected is None else expected)

    controls = person(18, "A1")
    send(1, "2022-01-11 08:15", controls, "content controls: text, dates, lists and boxes", docx(controls, seed=61))
    again = dict(person(0, "A1"), name_original="", name_latin="Natalia Testowa", email="natalia.t@example.org",
                 phone=people.phone(600))
    send(2, "2022-01-12 19:00", again, "the same woman with the Polish spelling of her name", docx(again, seed=62),
         becomes="needsReview", codes=["duplicate.possible"], same_as="D-W01")
    left = dict(person(19, "A1"), name_latin="", phone="")
    send(3, "2022-01-13 10:10", left, "placeholders left in the controls for name and telephone", docx(left, seed=63),
         becomes="incomplete", codes=["required.missing", "placeholder.left"], expected={"polish_level": "A1"})
    mixed = dict(person(3, "A2"), name_original="", name_latin="Оlena Vyhadana-Druha", email="olena.druha@example.org",
                 phone=people.phone(680), birth_date="08.03.1991")
    send(4, "2022-01-14 21:40", mixed, "Latin name with one Cyrillic letter, controls lost in another program",
         docx(mixed, dialect="gdocs", seed=64, controls=False), becomes="needsReview", codes=["name.mixedAlphabets"],
         expected={"polish_level": "A2"})
    pdf = person(5, "A1", email="pdf@example.org")
    data = box.converted(docx(pdf, dialect="plain"), "pdf", "d-ankieta.pdf")
    raw = mail("pdf@example.org", "", "анкета", "2022-01-15 12:00", multipart([
        text_part("в додатку"), file_part("анкета.pdf", data, "application/pdf", naming="2231")]), to=TO)
    box.expect("D-M05", box.maildir(105, "2022-01-15 12:00", raw, seen=False), EVENT, "needsReview",
               "the form saved as PDF, by somebody who also registered on the web", "mail", received="2022-01-15 12:00",
               same_as="D-W06", codes=["duplicate.possible"],
               answers={"name_latin": pdf["name_latin"], "polish_level": "A1"})
    # Three photographs of the printed form, made by scripts/pages/make_photographs.py.
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "made-by-camera")
    photographs = []
    for number in (1, 2, 3):
        with open(os.path.join(folder, f"restart-{number}.jpg"), "rb") as image:
            photographs.append(file_part(f"IMG_20220116_10{number:02d}.jpg", image.read(), "image/jpeg"))
    sender, received = "halyna.wzorcowa@example.org", "2022-01-16 10:05"
    raw = mail(sender, "Halina Wzorcowa", "formularz", received,
               multipart([text_part("Dzień dobry, przesyłam zdjęcia wypełnionego formularza.")] + photographs), to=TO)
    box.expect("D-M06", box.maildir(106, received, raw), EVENT, "submitted",
               "three photographs of the printed form; the sender's address bears out the one on paper", "mail",
               received=received, answers={
                   "name_latin": "Halina Wzorcowa", "birth_date": "1987-03-09", "city": "Legnica", "postcode": "59-220",
                   "phone": "+48990000417", "email": sender, "activities": "kurs-polskiego", "polish_level": "A1",
                   "stay_valid_to": "2024-06-30", "consent_data": "true"})


def add_phone(box):
    file = "phone/restart-dolny-slask.jsonl"
    lines = []
    for number, (index, level, received) in enumerate([
            (12, "A1", "2022-01-17T09:50:00+01:00"), (13, "A1", "2022-01-18T15:20:00+01:00")], start=1):
        answers = dict(person(index, level), phone=people.phone(700 + number), email="", name_original="",
                       name_latin=["Levan Nimushi-Testi", "Asha Namuna"][number - 1], citizenships=[["GE"], ["IN"]][number - 1],
                       birth_date=["1990-02-03", "1993-07-21"][number - 1], stay_valid_to="2023-06-30")
        row = {key: value for key, value in answers.items() if value != ""}
        row["stay_months"] = int(row["stay_months"])
        lines.append({"event": EVENT, "form": "main", "channel": "phone", "received": received, "operator": "oksana",
                      "submission_id": f"tel-{number}", **row})
        box.expect(f"D-T{number:02d}", file, EVENT, "submitted", "by telephone", "phone", received=received, part=f"row[{number}]",
                   answers=plain(answers))
    box.write(file, tables.jsonl(lines))


def add_paper(box):
    answers = dict(person(6, "A1"), name_original="Олег Паперовий", name_latin="Oleh Paperovyi", email="oleh.p@example.org",
                   phone=people.phone(690), birth_date="11.11.1985")
    file = "paper/restart-dolny-slask.docx"
    box.write(file, box.converted(docx(answers, dialect="plain"), "docx", "d-papier.docx"))
    box.expect("D-D01", file, EVENT, "submitted", "content controls saved by LibreOffice", "paper", received="2022-01-19 12:30",
               answers=plain(answers))
