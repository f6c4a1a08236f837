"""Kompetentni w dialogu: organisations with delegates; web, mail and paper."""

import forms
import mails
import people
import tables
from mails import file_part, mail, multipart, text_part

EVENT = "kompetentni-w-dialogu"
ABOUT = ["Prowadzimy świetlicę i kurs języka polskiego dla rodzin, dwa razy w tygodniu.",
         "Pomagamy nowym mieszkankom w urzędzie i u lekarza.\nOrganizujemy wspólne gotowanie.",
         "Spotykamy się od roku. Chcemy się zarejestrować i mieć swój lokal."]
TITLES = {"pani": "Pani", "pan": "Pan", "neutral": "forma neutralna"}


def organisation(number, name, kind, city, krs="", nip="", regon="", members=20, migrants=12, delegates=2):
    team = []
    for index in range(delegates):
        person, form = people.polish(number * 2 + index + 20, male=(number + index) % 3 == 0)
        team.append({"name_latin": person, "role": ["prezeska", "członkini zarządu", "koordynacja"][(number + index) % 3],
                     "email": people.email(person), "phone": people.phone(200 + number * 2 + index), "address_form": TITLES[form]})
    return {"org_name": name, "org_kind": kind, "city": city, "krs": krs, "nip": nip, "regon": regon,
            "members_count": str(members), "members_migrants": str(migrants), "about": ABOUT[number % len(ABOUT)],
            "delegates": team, "consent_data": True, "platform_membership": number % 2 == 0, "consent_image": number % 3 == 0}


def docx(answers, **options):
    return forms.make(EVENT, answers, **options)


def add(box):
    add_mails(box)
    add_web(box)
    add_paper(box)


def add_mails(box):
    send = Sender(box)
    tracked = organisation(1, "Fundacja Wschodni Wiatr (przykład)", "fundacja", "Warszawa", "0009999999", "9990000014", "990000016")
    send(1, "2021-09-06 09:12", tracked, "answers typed with tracked changes on", docx(tracked, manner="tracked", seed=11),
         codes=["reading.trackedChanges"], becomes="submitted")
    informal = organisation(2, "Grupa „Przy Samowarze”", "grupa_nieformalna", "Lublin", delegates=2)
    send(2, "2021-09-07 18:40", informal, "made by LibreOffice, inline instead of attached",
         box.converted(docx(informal, dialect="plain", ticked="☑"), "docx", "b-samowar.docx"), disposition="inline")
    wrong = organisation(3, "Stowarzyszenie Liczby Próbne", "stowarzyszenie", "Poznań", "0009999998", "1234563217", "123456784")
    send(3, "2021-09-09 11:03", wrong, "NIP and REGON with wrong check digits", docx(wrong, seed=13), becomes="incomplete",
         codes=["checkDigit.wrong"], kind="application/octet-stream")
    flat = organisation(4, "Grupa Matek z Testowa", "grupa_nieformalna", "Testów", delegates=1, members=9, migrants=9)
    send(4, "2021-09-10 21:55", flat, "exported from Google Docs: no styles, no controls; RFC 2231 name",
         docx(flat, dialect="gdocs", ticked="☒"), naming="2231", name="zgłoszenie – Grupa Matek z Testowa (wersja ostateczna).docx")
    strict = organisation(5, "Stowarzyszenie Zwykłe „Łączka”", "stowarzyszenie_zwykle", "Łódź", "", "9990000020", "990000000")
    send(5, "2021-09-13 08:05", strict, "Strict Open XML; encoded word as file name", docx(strict, seed=15, strict=True),
         naming="2047", name="Zgłoszenie Łączka.docx")
    bare = organisation(6, "Fundacja Bez Zgody", "fundacja", "Kraków", "0009999990", "9990000037", "123456785")
    bare["consent_data"] = False
    send(6, "2021-09-14 14:20", bare, "consent box left empty", docx(bare, seed=16), becomes="incomplete",
         codes=["consent.missing"])
    add_odd(box)


class Sender:
    """Puts mails with one form into the Maildir."""

    def __init__(self, box):
        self.box = box

    def __call__(self, number, received, answers, why, data, becomes="submitted", codes=(), disposition="attachment",
                 naming="plain", name="formularz.docx", kind=mails.DOCX, to="zapisy+kompetentni-w-dialogu@example.org",
                 form="seminaria", seen=True):
        sender = answers["delegates"][0]["email"]
        text = text_part("Dzień dobry,\n\nw załączeniu nasze zgłoszenie.\n\nPozdrawiamy\n-- \nBiuro", encoding="quoted-printable")
        raw = mail(sender, answers["delegates"][0]["name_latin"], f"Zgłoszenie: {answers['org_name']}", received,
                   multipart([text, file_part(name, data, kind, disposition, naming)]), to=to)
        file = self.box.maildir(number, received, raw, seen)
        self.box.expect(f"B-M{number:02d}", file, EVENT, becomes, why, "mail", form=form, received=received, codes=codes,
                        answers={"org_name": answers["org_name"], "org_kind": answers["org_kind"]})


def add_odd(box):
    """A macro document, a form in a forwarded mail, two forms in one mail, a mail with nothing to use."""
    macro = organisation(7, "Fundacja Makro", "fundacja", "Gdynia", "0009999991", "9990000014", "990000016")
    raw = mail("makro@example.org", "Biuro Makro", "Formularz", "2021-09-15 10:10", multipart([
        text_part("W załączniku formularz."),
        file_part("formularz.docm", docx(macro, seed=17, macro=True), "application/vnd.ms-word.document.macroEnabled.12")]),
        to="zapisy+kompetentni-w-dialogu@example.org")
    box.expect("B-M07", box.maildir(7, "2021-09-15 10:10", raw), EVENT, "needsReview", "document with macros", "mail",
               form="seminaria", received="2021-09-15 10:10", codes=["source.macros"])
    inner = organisation(8, "Grupa Rowerowa Próba", "grupa_nieformalna", "Wrocław", members=14, migrants=5)
    nested = mail("rowery@example.org", "Grupa Rowerowa", "zgłoszenie", "2021-09-15 20:00", multipart([
        text_part("Proszę przekazać dalej."), file_part("zgloszenie.docx", docx(inner, seed=18))], boundary="=_w_srodku"))
    raw = mail("ewa.testowa@example.org", "Ewa Testowa", "Fwd: zgłoszenie", "2021-09-16 08:30", multipart([
        text_part("Przyszło na mój adres, przekazuję."), mails.message_part(nested)]),
        to="zapisy+kompetentni-w-dialogu@example.org")
    box.expect("B-M08", box.maildir(8, "2021-09-16 08:30", raw), EVENT, "submitted", "form inside a forwarded message", "mail",
               form="seminaria", received="2021-09-16 08:30", answers={"org_name": inner["org_name"]})
    first = organisation(9, "Grupa Śpiewacza Echo", "grupa_nieformalna", "Rzeszów", members=11, migrants=8)
    second = organisation(10, "Grupa Taneczna Krok", "grupa_nieformalna", "Rzeszów", members=16, migrants=4)
    raw = mail("dom.kultury@example.org", "Dom Kultury", "Dwa zgłoszenia", "2021-09-17 12:00", multipart([
        text_part("Przesyłam formularze dwóch grup, które u nas działają."),
        file_part("echo.docx", docx(first, seed=19)), file_part("krok.docx", docx(second, seed=20, manner="replace"))]),
        to="zapisy+kompetentni-w-dialogu@example.org")
    file = box.maildir(9, "2021-09-17 12:00", raw)
    for part, answers in enumerate([first, second], start=1):
        box.expect(f"B-M09{'ab'[part - 1]}", file, EVENT, "submitted", "two forms in one mail: two registrations", "mail",
                   form="seminaria", received="2021-09-17 12:00", part=f"part[{part}]", answers={"org_name": answers["org_name"]})
    raw = mail("ktos@example.org", "Ktoś", "pytanie", "2021-09-17 13:00", multipart([
        text_part("Dzień dobry, czy są jeszcze miejsca? Dziękuję."),
        file_part("logo.png", png(), "image/png", "inline", content_id="logo@example.org")], kind="related"),
        to="zapisy@example.org")
    box.expect("B-M10", box.maildir(10, "2021-09-17 13:00", raw, seen=False), None, "needsPerson",
               "a question with a logo and no form: nothing usable", "mail", received="2021-09-17 13:00",
               codes=["mail.nothingUsable"])
    add_russian(box)


def add_russian(box):
    """Typed into the body, in Russian."""
    text = """Здравствуйте!
Подаём заявку на семинары.

Название организации или группы: Группа «Тёплый дом»
Правовая форма: неформальная группа
Город: Белосток
Количество участников: 12
Чем вы занимаетесь? Встречаемся каждую субботу, помогаем с языком.
Имя и фамилия латиницей: Mariia Probnaia
Должность: координатор
E-mail: mariia.probnaia@example.org
Телефон: +48 990 000 260
Как к вам обращаться? госпожа
Информация о данных: да
"""
    raw = mail("mariia.probnaia@example.org", "Мария Пробная", "Заявка на семинары", "2021-09-18 19:30",
               text_part(text, encoding="base64"), to="zapisy+kompetentni-w-dialogu@example.org")
    box.expect("B-M11", box.maildir(11, "2021-09-18 19:30", raw), EVENT, "submitted", "form typed into the mail, in Russian",
               "mail", form="seminaria", received="2021-09-18 19:30",
               answers={"org_name": "Группа «Тёплый дом»", "org_kind": "grupa_nieformalna", "city": "Белосток"})


def png():
    """A picture of one grey pixel, too small to be a form."""
    import struct
    import zlib

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"\x00\x80")) + chunk(b"IEND", b""))


def add_web(box):
    file = "web/kompetentni-w-dialogu.jsonl"
    plan = [
        organisation(12, "Fundacja Otwarte Drzwi (przykład)", "fundacja", "Warszawa", "0009999992", "9990000014", "990000016"),
        organisation(13, "Stowarzyszenie Dialog w Próbach", "stowarzyszenie", "Opole", "0009999993", "9990000020", "990000000", 40, 10),
        organisation(14, "Grupa Ogrodowa Zielnik", "grupa_nieformalna", "Olsztyn", members=8, migrants=7, delegates=1),
        organisation(15, "Fundacja Testowa Przystań", "fundacja", "Szczecin", "0009999994", "9990000037", "123456785", 60, 33),
        organisation(16, "Grupa Teatralna Scena", "grupa_nieformalna", "Toruń", members=13, migrants=6),
    ]
    keys = {"Pani": "pani", "Pan": "pan", "forma neutralna": "neutral"}
    lines = []
    for number, answers in enumerate(plan, start=1):
        received = f"2021-09-{6 + number:02d}T1{number}:00:00+02:00"
        row = {key: value for key, value in answers.items() if value != ""}
        row["delegates"] = [dict(person, address_form=keys[person["address_form"]]) for person in row["delegates"]]
        for key in ["members_count", "members_migrants"]:
            row[key] = int(row[key])
        lines.append({"event": EVENT, "form": "seminaria", "channel": "web", "received": received,
                      "submission_id": f"kd-{number:03d}", "language": "pl", **row})
        box.expect(f"B-W{number:02d}", file, EVENT, "submitted", "web form with delegates", "web", form="seminaria",
                   received=received, part=f"row[{number}]", answers={"org_name": answers["org_name"], "city": answers["city"]})
    late = dict(lines[0], received="2021-09-25T00:00:00+02:00", submission_id="kd-099", org_name="Fundacja Spóźniona", city="Kielce")
    late["delegates"] = [dict(late["delegates"][0], name_latin="Jan Spóźniony", email="jan.spozniony@example.org")]
    lines.append(late)
    box.expect("B-W06", file, EVENT, "late", "sent in the first second after the deadline", "web", form="seminaria",
               received=late["received"], part="row[6]", codes=["received.late"], answers={"org_name": "Fundacja Spóźniona"})
    box.write(file, tables.jsonl(lines))


def add_paper(box):
    docx_form = organisation(17, "Stowarzyszenie Papierowe", "stowarzyszenie", "Sandomierz", "0009999995", "9990000014", "990000016")
    box.write("paper/kompetentni-w-dialogu-papierowe.docx", docx(docx_form, seed=27))
    box.expect("B-D01", "paper/kompetentni-w-dialogu-papierowe.docx", EVENT, "submitted",
               "brought to the office on a stick", "paper", form="seminaria", received="2021-09-20 10:00",
               answers={"org_name": docx_form["org_name"], "city": "Sandomierz"})
    scan = organisation(18, "Grupa Skanów", "grupa_nieformalna", "Przemyśl")
    box.write("paper/kompetentni-w-dialogu-skan.pdf", box.converted(docx(scan, seed=28), "pdf", "b-skan.pdf"))
    box.expect("B-D02", "paper/kompetentni-w-dialogu-skan.pdf", EVENT, "submitted",
               "a PDF made with an office program, called a scan", "paper", form="seminaria", received="2021-09-21 15:00",
               answers={"org_name": scan["org_name"], "city": "Przemyśl"})
