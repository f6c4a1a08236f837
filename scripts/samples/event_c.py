"""Porozmawiajmy o integracji: web, mail, paper and telephone; one person three times."""

import os
import forms
import mails
import people
import tables
from mails import file_part, mail, multipart, text_part

EVENT = "porozmawiajmy-o-integracji"
TO = "zapisy+porozmawiajmy-o-integracji@example.org"
SECTORS = {"ngo": "organizacja pozarządowa", "gmina": "gmina lub jej jednostka", "powiat": "powiat lub jego jednostka",
           "wojewodztwo": "województwo lub jego jednostka", "inna": "inna instytucja"}
ISSUE = ["Brak tłumaczeń w przychodni.", "Szkoły nie wiedzą, komu zgłosić potrzebę asystenta.",
         "Za mało miejsc na kursach wieczornych.", "Trudno o mieszkanie bez poręczenia."]


def person(number, sector, organisation, male=False, **more):
    name, form = people.polish(number + 40, male)
    return {"name_latin": name, "address_form": form, "organisation": organisation, "role": ["koordynacja", "kierowniczka", "doradztwo"][number % 3],
            "sector": sector, "municipality": ["Toruń", "Lubicz", "Łysomice", "Chełmża"][number % 4],
            "works_with_migrants": "tak", "issue_for_diagnosis": ISSUE[number % 4], "email": people.email(name),
            "phone": people.phone(400 + number), "diet": "", "access_needs": "", "consent_data": True,
            "consent_sensitive": False, "consent_image": number % 2 == 0, **more}


# The same person by web, by mail and by telephone.
THRICE = dict(person(0, "ngo", "Fundacja Trzy Drogi"), name_latin="Łucja Potrójna-Testowa", email="lucja.potrojna@example.org",
              phone="+48990000499", address_form="pani")


def docx(answers, **options):
    return forms.make(EVENT, answers, **options)


def plain(answers):
    return {key: answers[key] for key in ["name_latin", "organisation", "sector"]}


def add(box):
    add_web(box)
    add_mails(box)
    add_paper(box)
    add_phone(box)


def add_web(box):
    file = "web/porozmawiajmy-o-integracji.csv"
    heads = ["received", "submission_id", "Imię i nazwisko", "Jak mamy się zwracać?", "Organizacja lub instytucja",
             "Stanowisko lub funkcja", "Rodzaj podmiotu", "Gmina, w której Państwo działają",
             "Czy w pracy ma Pani/Pan kontakt z migrantkami i migrantami?", "Sprawa, którą warto ująć w diagnozie", "E-mail",
             "Telefon", "Dieta", "Klauzula informacyjna", "Zgoda na dane o diecie i dostępności", "Zgoda na wizerunek"]
    rows = [THRICE] + [person(n, sector, name, n % 3 == 1) for n, (sector, name) in enumerate([
        ("ngo", "Stowarzyszenie Sąsiadki"), ("ngo", "Fundacja Słownik"), ("gmina", "Urząd Miasta (przykład)"),
        ("gmina", "Gminny Ośrodek Próbny"), ("powiat", "Starostwo Przykładowe"), ("ngo", "Klub Sportowy Test")], start=1)]
    rows[3].update(diet="wegetariańska", consent_sensitive=True)
    rows[6].update(works_with_migrants="nie")
    yes = {True: "Tak", False: "Nie", "tak": "Tak", "nie": "Nie"}
    polite = {"pani": "Pani", "pan": "Pan", "neutral": "forma neutralna"}
    lines = []
    for number, row in enumerate(rows, start=1):
        received = f"{14 + number}.11.2023 1{number}:0{number}"
        lines.append([received, f"ts-{number}", row["name_latin"], polite[row["address_form"]], row["organisation"], row["role"],
                      SECTORS[row["sector"]], row["municipality"], yes[row["works_with_migrants"]], row["issue_for_diagnosis"],
                      row["email"], row["phone"], row["diet"], yes[row["consent_data"]], yes[row["consent_sensitive"]],
                      yes[row["consent_image"]]])
        becomes, why, codes = ("submitted", "export of the site's form", [])
        if number == 1:
            why = "the first of three registrations of one person"
        if number == 7:
            becomes, why, codes = "ineligible", "does not work with migrants", ["eligibility.notMet"]
        box.expect(f"C-W{number:02d}", file, EVENT, becomes, why, "web", received=received, part=f"row[{number + 1}]",
                   codes=codes, answers=plain(row))
    box.write(file, tables.csv_file(heads, lines))


def add_mails(box):
    def send(name, received, answers, why, content, becomes="submitted", codes=(), same_as=None, to=TO, message_id=None,
             subject="Zgłoszenie na spotkanie", answered=None):
        raw = mail(answers["email"] or "biuro@example.org", answers["name_latin"], subject, received, content, to=to,
                   message_id=message_id)
        file = box.eml(name, raw)
        box.expect("C-M" + name[-2:], file, EVENT, becomes, why, "mail", received=received, codes=codes, same_as=same_as,
                   answers=plain(answers) if answered is None else answered)
        return raw

    def attached(data, name="formularz.docx", kind=mails.DOCX, **options):
        return multipart([text_part("Dzień dobry, przesyłam formularz.", encoding="quoted-printable"),
                          file_part(name, data, kind, **options)])

    twin = dict(THRICE, phone="990 000 499", diet="wegańska", consent_sensitive=True)
    send("porozmawiajmy-01", "2023-11-20 09:30", twin, "the second of three: DOCX by mail, wrong options struck out",
         attached(docx(twin, seed=31)), becomes="needsReview", codes=["duplicate.possible"], same_as="C-W01")
    over = person(11, "powiat", "Powiatowe Centrum Próbne", male=True)
    send("porozmawiajmy-02", "2023-11-21 13:15", over, "dotted lines typed over, the right option highlighted",
         attached(docx(over, seed=32, manner="overtype", strike="highlight")))
    append = person(12, "wojewodztwo", "Urząd Marszałkowski (przykład)")
    send("porozmawiajmy-03", "2023-11-22 16:45", append, "answers behind the dots, the wrong option deleted",
         attached(docx(append, seed=33, manner="append", strike="deleted"), naming="none", kind="application/octet-stream"))
    odt = person(13, "ngo", "Fundacja Wolny Format")
    send("porozmawiajmy-04", "2023-11-23 10:00", odt, "OpenDocument text",
         attached(box.converted(docx(odt, dialect="plain"), "odt", "c-wolny-format.odt"), "formularz.odt",
                  "application/vnd.oasis.opendocument.text"))
    rtf = person(14, "inna", "Biblioteka Próbna")
    send("porozmawiajmy-05", "2023-11-24 11:20", rtf, "RTF: through the converter where it is installed, else a person",
         attached(box.converted(docx(rtf, dialect="plain"), "rtf", "c-biblioteka.rtf"), "formularz.rtf", "application/rtf"),
         becomes="submittedOrNeedsPerson", codes=[])
    body = person(15, "ngo", "Stowarzyszenie Pisane Ręką", male=True)
    typed = "\n".join([
        "Dzień dobry,", "", "nie umiem otworzyć formularza, więc piszę tutaj.", "",
        f"Imię i nazwisko: {body['name_latin']}", "Forma grzecznościowa: Pan", f"Nazwa organizacji: {body['organisation']}",
        "Stanowisko: wolontariusz", "Rodzaj podmiotu: organizacja pozarządowa", "Gmina: Toruń",
        "Czy w pracy ma Pani/Pan kontakt z migrantkami i migrantami? tak", f"Telefon: {body['phone']}",
        "Klauzula informacyjna: tak", "", "Pozdrawiam", body["name_latin"], "-- ", "Wysłane z telefonu"])
    body = dict(body, organisation=body["organisation"])
    raw = mail("pisane@example.org", body["name_latin"], "Zgłoszenie", "2023-11-25 20:10",
               text_part(typed, "iso-8859-2", "quoted-printable"), to=TO)
    file = box.eml("porozmawiajmy-06", raw)
    box.expect("C-M06", file, EVENT, "submitted", "form typed into the mail, ISO 8859-2", "mail", received="2023-11-25 20:10",
               codes=[], answers={"name_latin": body["name_latin"], "sector": "ngo", "phone": body["phone"]})
    cut = person(16, "gmina", "Zespół Szkół Testowych")
    whole = docx(cut, seed=36)
    send("porozmawiajmy-07", "2023-11-27 08:00", cut, "damaged: the file breaks off in the middle",
         attached(whole[:len(whole) * 2 // 3]), becomes="needsPerson", codes=["source.damaged"], answered={})
    double = person(17, "ngo", "Fundacja Dwa Razy")
    content = attached(docx(double, seed=37))
    raw = send("porozmawiajmy-08", "2023-11-28 12:00", double, "sent once", content, message_id="dwa-razy@poczta.example.org")
    box.eml("porozmawiajmy-09", raw.replace(b"12:00:00 +0100", b"12:00:41 +0100"))
    box.expect("C-M09", "mailbox/porozmawiajmy-09.eml", EVENT, "known", "the same mail delivered again: same Message-ID", "mail",
               received="2023-11-28 12:00:41", same_as="C-M08")
    late = person(18, "ngo", "Stowarzyszenie Po Czasie")
    send("porozmawiajmy-10", "2023-12-05 00:05", late, "five minutes after the deadline", attached(docx(late, seed=38)),
         becomes="late", codes=["received.late"])
    holes = dict(person(19, "gmina", "Centrum Usług Próbnych"), name_latin="", works_with_migrants="")
    holes["email"] = "centrum.uslug@example.org"
    send("porozmawiajmy-11", "2023-11-29 15:30", holes, "name left out, no option struck out", attached(docx(holes, seed=39)),
         becomes="incomplete", codes=["required.missing"], answered={"organisation": holes["organisation"]})
    photo = person(20, "ngo", "Fundacja Zdjęcie")
    send("porozmawiajmy-12", "2023-11-30 17:00", photo, "a photo of the paper: stored, a person types it in",
         attached(box.converted(docx(photo), "jpg", "c-zdjecie.jpg"), "IMG_2023.jpg", "image/jpeg", disposition="inline"),
         becomes="needsPerson", codes=["source.notYetReadable"], answered={})
    both = dict(person(21, "ngo", "Fundacja Tak i Nie"))
    data = docx(both, seed=41).replace(b"", b"")
    send("porozmawiajmy-13", "2023-12-01 09:00", both, "HTML mail with the form attached under a .doc name",
         multipart([text_part("<html><body><p>Dzień dobry, <b>przesyłam</b> formularz.</p></body></html>", kind="html"),
                    file_part("formularz.doc", data, "application/msword")]))


def add_paper(box):
    for number, (male, sector, name, received) in enumerate([
            (False, "gmina", "Przedszkole Próbne nr 0", "2023-11-20 11:00"),
            (True, "ngo", "Stowarzyszenie Kartka", "2023-11-22 16:30")], start=1):
        answers = person(24 + number, sector, name, male)
        file = f"paper/porozmawiajmy-o-integracji-{number}.docx"
        box.write(file, docx(answers, seed=50 + number, ticked="☑", strike="underline" if number == 2 else "struck"))
        box.expect(f"C-D{number:02d}", file, EVENT, "submitted", "typed at the reception, stamp entered by the clerk", "paper",
                   received=received, answers=plain(answers))
    scan = person(27, "powiat", "Dom Pomocy Próbnej")
    box.write("paper/porozmawiajmy-o-integracji-skan.jpg", box.converted(docx(scan), "jpg", "c-skan.jpg"))
    box.expect("C-D03", "paper/porozmawiajmy-o-integracji-skan.jpg", EVENT, "needsPerson", "scan from the office copier", "paper",
               received="2023-11-24 10:10", codes=["source.notYetReadable"])
    # Printed forms that came back, a pile out of the feeder: made by scripts/pages/make_sheets.py for the form as it is now.
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "made-by-camera")
    with open(os.path.join(folder, "porozmawiajmy-feeder.pdf"), "rb") as file:
        box.write("paper/porozmawiajmy-o-integracji-kartki.pdf", file.read())
    for number, (part, name, organisation) in enumerate([
            ("sheet[1]+sheet[2]", "Łucja Ćwirko-Testowa", "Fundacja Próbna"),
            ("sheet[3]+sheet[4]", "Marek Przykładowy", "Stowarzyszenie Wzór")], start=4):
        box.expect(f"C-D{number:02d}", "paper/porozmawiajmy-o-integracji-kartki.pdf", EVENT, "needsReview",
                   "two people's forms in one scan; an address from paper waits for a person", "paper",
                   received="2023-11-24 10:20", part=part, answers={"name_latin": name, "organisation": organisation})


def add_phone(box):
    file = "phone/porozmawiajmy-o-integracji.jsonl"
    lines = []
    again = dict(THRICE, name_latin="Lucja Potrojna Testowa", email="", phone="990000499", role="prezeska")
    for number, (answers, received, same_as) in enumerate([
            (again, "2023-11-23T14:05:00+01:00", "C-W01"),
            (dict(person(31, "gmina", "Urząd Gminy (przykład)"), email=""), "2023-11-24T10:40:00+01:00", None),
            (dict(person(32, "ngo", "Koło Gospodyń Testowych"), email=""), "2023-11-27T12:12:00+01:00", None)], start=1):
        row = {key: value for key, value in answers.items() if value not in ("", False) or key.startswith("consent")}
        row["works_with_migrants"] = True
        lines.append({"event": EVENT, "form": "main", "channel": "phone", "received": received, "operator": "ewa",
                      "submission_id": f"tel-{number}", **row})
        box.expect(f"C-T{number:02d}", file, EVENT, "needsReview" if same_as else "submitted",
                   "the third of three, by telephone: the clerk wrote the name without diacritics" if same_as
                   else "by telephone; the clerk read the clause", "phone", received=received, part=f"row[{number}]",
                   same_as=same_as, codes=["duplicate.possible"] if same_as else [], answers={"organisation": answers["organisation"]})
    box.write(file, tables.jsonl(lines))
