"""Strefa sąsiedzka: seven library branches by mail for three places, and the academy's first applications."""

import forms
import mails
import people
import tables
from mails import file_part, mail, multipart, text_part

EVENT = "strefa-sasiedzka"
TO = "zapisy+strefa-sasiedzka@example.org"
EXPERIENCE = ["Od trzech lat prowadzimy klub rozmów po polsku.\nRaz w miesiącu gotujemy razem.",
              "Mamy dyżury wolontariuszek i kącik dla dzieci.", "Współpracujemy ze szkołą i radą osiedla; w zeszłym roku 40 spotkań.",
              "Zaczynamy, ale zespół przeszedł szkolenie."]
MOTIVATION = ["W okolicy mieszka wiele nowych rodzin i nie ma gdzie się spotkać.", "Chcemy, żeby biblioteka była miejscem dla wszystkich sąsiadów.",
              "Sąsiedzi sami o to proszą; lista podpisów w załączeniu."]


def branch(number, town, street, **more):
    head, _ = people.polish(number * 3 + 60)
    contact, _ = people.polish(number * 3 + 61, male=number % 2 == 0)
    return {"branch_name": f"Filia Próbna „{['Bajka', 'Kotwica', 'Zakątek', 'Rondo', 'Szpulka', 'Latarnia', 'Zegar', 'Most', 'Okno'][number]}”",
            "branch_no": str(90 + number), "address": f"ul. {street}, 00-0{10 + number} {town}", "head_name": head, "contact_name": contact,
            "email": f"filia{90 + number}@example.org", "phone": people.phone(800 + number),
            "experience": EXPERIENCE[number % len(EXPERIENCE)], "motivation": MOTIVATION[number % len(MOTIVATION)],
            "premises": "Parter, wejście bez progu." if number % 2 else "", "partners": "Rada osiedla, szkoła nr 0." if number % 3 else "",
            "consent_data": True, "consent_image": number % 2 == 0, **more}


def docx(answers, **options):
    return forms.make(EVENT, answers, **options)


def add(box):
    add_branches(box)
    add_lines(box)
    add_late(box)
    add_academy(box)


def send(box, number, received, answers, why, content, becomes="submitted", codes=(), date=None, subject=None, to=TO):
    raw = mail(answers["email"], answers["contact_name"], subject or f"Zgłoszenie filii nr {answers['branch_no']}", received, content,
               to=to, date=date)
    file, part = box.in_mbox(received, raw)
    box.expect(f"E-M{number:02d}", file, EVENT, becomes, why, "mail", form="nabor-filii", received=received, part=part, codes=codes,
               answers={"branch_name": answers["branch_name"], "branch_no": answers["branch_no"]})


def attached(data, name="formularz-filii.docx", **options):
    return multipart([text_part("Szanowni Państwo,\n\nprzesyłamy formularz.\n\nFrom tej strony wszystko gotowe."),
                      file_part(name, data, **options)])


def add_branches(box):
    towns = [("Warszawa", "Testowa 1"), ("Warszawa", "Próbna 22/3"), ("Otwock", "Przykładna 5"), ("Pruszków", "Umowna 8A")]
    for number, (town, street) in enumerate(towns):
        answers = branch(number, town, street)
        dialect = ["word", "word", "gdocs", "plain"][number]
        data = docx(answers, dialect=dialect, seed=70 + number, controls=number == 1, ticked="☒" if number != 3 else "☑")
        why = ["table cells, as Word saves them", "the same form rebuilt with content controls by the sender",
               "exported from Google Docs", "saved by LibreOffice"][number]
        if number == 3:
            data = box.converted(data, "docx", "e-filia-93.docx")
        send(box, number + 1, f"2022-01-{10 + number:02d} 0{8 + number % 2}:30", answers, why, attached(data))
    tracked = branch(4, "Piaseczno", "Wzorcowa 2")
    send(box, 5, "2022-01-18 14:02", tracked, "tracked changes", attached(docx(tracked, seed=74, manner="tracked")),
         codes=["reading.trackedChanges"])


def add_lines(box):
    """«Label: value» lines typed into the mail, without the form."""
    answers = branch(5, "Legionowo", "Zmyślona 17")
    text = "\n".join([
        "Dzień dobry, formularz nam się nie otwiera, odpowiadamy w treści:", "",
        f"1. Nazwa filii: {answers['branch_name']}", f"2. Numer filii: {answers['branch_no']}", f"3. Adres filii: {answers['address']}",
        f"4. Kierowniczka lub kierownik filii: {answers['head_name']}", f"5. Osoba do kontaktu: {answers['contact_name']}",
        f"6. E-mail: {answers['email']}", f"7. Telefon: {answers['phone']}",
        "8. Doświadczenie filii w pracy z sąsiadami: " + EXPERIENCE[1], "9. Dlaczego chcą Państwo otworzyć strefę?", MOTIVATION[1],
        "Klauzula informacyjna: tak", "", "Z poważaniem", answers["head_name"]])
    send(box, 6, "2022-01-20 16:20", answers, "label and value lines in the mail's text", text_part(text, encoding="quoted-printable"))
    in_time = branch(6, "Nowy Dwór", "Fikcyjna 3")
    send(box, 7, "2022-01-21 23:59", in_time, "in the last minute", attached(docx(in_time, seed=76)))


def add_late(box):
    late = branch(7, "Marki", "Makietowa 9")
    send(box, 8, "2022-01-22 00:00", late, "arrived at midnight although the sender's clock said 23:55", attached(docx(late, seed=77)),
         becomes="late", codes=["received.late"], date="2022-01-21 23:55")


def add_academy(box):
    file = "web/strefa-sasiedzka-akademia.jsonl"
    plan = [
        {"name_original": "Аляксандр Прыкладны", "name_latin": "Aliaksandr Prykladny", "address_form": "pan", "birth_year": 1988,
         "citizenship": "BY", "city": "Warszawa", "email": "aliaksandr.p@example.org", "languages": ["be", "pl"], "consent_data": True},
        {"name_latin": "Hanna Wzorcowa", "address_form": "pani", "birth_year": 1979, "citizenship": "PL", "city": "Otwock",
         "phone": "+48990000870", "languages": ["pl", "ru"], "consent_data": True, "consent_image": True},
        {"name_original": "Вольга Узорная", "name_latin": "Volha Uzornaia", "address_form": "pani", "birth_year": 2001, "citizenship": "BY",
         "city": "Pruszków", "email": "volha.u@example.org", "languages": ["be", "ru", "pl"], "access_needs": "miejsce dla wózka",
         "consent_sensitive": True, "consent_data": True},
        {"name_latin": "Jan Młody-Testowy", "address_form": "pan", "birth_year": 2006, "city": "Warszawa", "phone": "+48990000871",
         "languages": ["pl"], "consent_data": True},
    ]
    lines = []
    for number, answers in enumerate(plan, start=1):
        received = f"2022-02-{14 + number:02d}T17:0{number}:00+01:00"
        lines.append({"event": EVENT, "form": "akademia", "channel": "web", "received": received, "submission_id": f"ak-{number}",
                      "language": ["be", "pl", "be", "pl"][number - 1], **answers})
        young = number == 4
        box.expect(f"E-W{number:02d}", file, EVENT, "ineligible" if young else "submitted",
                   "turns 16 this year" if young else "web form of the academy", "web", form="akademia", received=received,
                   part=f"row[{number}]", codes=["eligibility.notMet"] if young else [], answers={"name_latin": answers["name_latin"]})
    box.write(file, tables.jsonl(lines))
