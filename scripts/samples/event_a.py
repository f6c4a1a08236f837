"""Otwarte spotkania: five countries, web forms of the site, a partner's form tool, nominations in a spreadsheet."""

import people
import tables

EVENT = "otwarte-spotkania"
LANGUAGES = {"PL": ["pl", "en"], "DE": ["de", "en"], "ES": ["es", "en"], "IT": ["it", "en"], "RO": ["ro", "en"], "FR": ["en"]}
NAMES = {"en": "English", "pl": "Polish", "de": "German", "es": "Spanish", "it": "Italian", "ro": "Romanian"}
COUNTRIES = {"PL": "Poland", "DE": "Germany", "ES": "Spain", "IT": "Italy", "RO": "Romania", "FR": "France"}
PREFIX = {"PL": "+48", "DE": "+49", "ES": "+34", "IT": "+39", "RO": "+40", "FR": "+33"}
ORGANISATIONS = {"PL": ["Stowarzyszenie Most", "Fundacja Próbna"], "DE": ["Verein Beispiel e.V."], "ES": ["Asociación Ejemplo"],
                 "IT": ["Associazione Esempio"], "RO": ["Asociația Exemplu"], "FR": ["Association Exemple"]}
REASONS = [
    "I want to open a weekly meeting for neighbours in our town and learn how others do it.",
    "We met many newcomers last year; I would like to learn to lead a group in two languages.",
    "Chcę prowadzić spotkania otwarte w bibliotece i nauczyć się pracy z grupą.",
    "My organisation starts an open café in spring. I would bring the method home and train four colleagues.",
]


def applicants():
    rows = []
    plan = [("PL", 7), ("DE", 6), ("ES", 5), ("IT", 5), ("RO", 5)]
    for country, count in plan:
        for index in range(count):
            if country == "PL":
                name, form = people.polish(index + 3, male=index % 3 == 2)
            else:
                given, surname, form = people.ABROAD[country][index]
                name = f"{given} {surname}"
            rows.append((country, index, name, form))
    return rows


def answers(country, index, name, form, number):
    organisations = ORGANISATIONS[country]
    return {
        "name_latin": name, "address_form": form, "birth_date": f"19{70 + (number * 7) % 29}-0{1 + number % 9}-1{number % 10}",
        "country": country, "sending_org": organisations[index % len(organisations)] if index < 5 else organisations[0] + " 2",
        "email": people.email(name), "phone": PREFIX[country] + f"990{number:06d}", "languages": LANGUAGES[country],
        "motivation": REASONS[number % len(REASONS)], "experience": "Two years of evening groups." if number % 2 else "",
        "fewer_opportunities": number % 5 == 0, "diet": ["", "vegetarian", "", "gluten-free"][number % 4],
        "emergency_contact": "Ewa Testowa, +48990000099", "consent_data": True,
        "consent_sensitive": True, "consent_image": number % 3 != 0,
    }


def add(box):
    everybody = [answers(*row, number) for number, row in enumerate(applicants())]
    everybody.sort(key=lambda row: (row["email"]))
    web, partner, nominated = everybody[0::3], everybody[1::3], everybody[2::3]
    add_web(box, web)
    add_partner(box, partner)
    add_nominations(box, nominated)


def add_web(box, rows):
    file = "web/otwarte-spotkania.jsonl"
    extra = [
        dict(rows[0], name_latin="Camille Exemple", country="FR", sending_org="Association Exemple", phone="+33990000090",
             email="camille.exemple@example.org"),
        dict(rows[1], name_latin="Mała Testowa", country="PL", birth_date="2002-08-20", email="mala.testowa@example.org",
             phone="+48990000091", sending_org="Fundacja Próbna"),
        dict(rows[2], name_latin="Wanda Bezzgodna", country="PL", email="wanda.bezzgodna@example.org", consent_data=False,
             phone="+48990000092", sending_org="Fundacja Próbna"),
        dict(rows[3], name_latin="Piotr Konto-Testowy", country="PL", email="piotr.konto@example.org", phone="+48990000093",
             iban="PL62109010140000071219812874", sending_org="Fundacja Próbna"),
    ]
    special = {
        "camille.exemple@example.org": ("ineligible", ["eligibility.notMet"], "lives outside the five countries"),
        "mala.testowa@example.org": ("ineligible", ["eligibility.notMet"], "under 18 on the first day"),
        "wanda.bezzgodna@example.org": ("incomplete", ["consent.missing"], "required consent refused"),
        "piotr.konto@example.org": ("incomplete", ["checkDigit.wrong"], "IBAN with a wrong check digit"),
    }
    lines = []
    for number, row in enumerate(rows + extra, start=1):
        received = f"2019-01-{10 + number:02d}T1{number % 10}:2{number % 6}:00+01:00"
        head = {"event": EVENT, "form": "main", "channel": "web", "received": received, "submission_id": f"os-{number:03d}",
                "language": "pl" if row["country"] == "PL" else "en"}
        lines.append({**head, **{key: value for key, value in row.items() if value != ""}})
        becomes, codes, why = special.get(row["email"], ("submitted", [], "web form of the site"))
        box.expect(f"A-W{number:02d}", file, EVENT, becomes, why, "web", received=received, part=f"row[{number}]", codes=codes,
                   answers={"email": row["email"], "name_latin": row["name_latin"], "country": row["country"]})
    box.write(file, tables.jsonl(lines))


def add_partner(box, rows):
    """The export of a hosted form tool: heads are questions, options are words, several are joined by commas."""
    file = "web/otwarte-spotkania-partner.csv"
    heads = ["received", "submission_id", "Full name", "How shall we address you?", "Date of birth",
             "Country where you live", "Sending organisation", "E-mail address", "Phone with country code (e.g. +34 …)",
             "Languages you speak", "Your story (question 9)", "Experience with groups",
             "Do you face obstacles that give you fewer opportunities?", "Diet and allergies",
             "Emergency contact (name and phone)", "Information on personal data", "Consent to data on health and situation",
             "Consent to photographs"]
    polite = {"pani": "Ms", "pan": "Mr", "neutral": "neutral"}
    lines = []
    for number, row in enumerate(rows, start=1):
        day, received = row["birth_date"], f"2019-01-{12 + number:02d} 2{number % 4}:15"
        lines.append([
            received, f"F{1000 + number}", row["name_latin"], polite[row["address_form"]], ".".join(reversed(day.split("-"))),
            COUNTRIES[row["country"]], row["sending_org"], row["email"].upper() if number == 3 else row["email"], row["phone"],
            ", ".join(NAMES[key] for key in row["languages"]), row["motivation"], row["experience"],
            "Yes" if row["fewer_opportunities"] else "No", row["diet"], row["emergency_contact"], "I agree", "Yes",
            "Yes" if row["consent_image"] else "No"])
        box.expect(f"A-P{number:02d}", file, EVENT, "submitted", "export of a partner's form tool", "web", received=received,
                   part=f"row[{number + 1}]",
                   answers={"name_latin": row["name_latin"], "country": row["country"], "languages": "; ".join(key for key in NAMES if key in row["languages"])})
    box.write(file, tables.csv_file(heads, lines, delimiter=","))


def add_nominations(box, rows):
    file = "web/otwarte-spotkania-nominacje.xlsx"
    keys = ["name_latin", "address_form", "birth_date", "country", "sending_org", "email", "phone", "languages", "motivation",
            "diet", "emergency_contact", "consent_data", "consent_sensitive", "consent_image"]
    heads = ["event", "channel", "received", "submission_id"] + keys
    lines = []
    for number, row in enumerate(rows, start=1):
        received = f"2019-02-0{1 + number % 8}T09:{10 + number}:00+01:00"
        values = []
        for key in keys:
            value = row[key]
            values.append("; ".join(value) if isinstance(value, list) else ("tak" if value is True else
                                                                           "nie" if value is False else value))
        lines.append([EVENT, "nomination", received, f"N-{number}"] + values)
        box.expect(f"A-N{number:02d}", file, EVENT, "submitted", "nominated by a partner (information duty of art. 14)",
                   "nomination", received=received, part=f"row[{number + 1}]",
                   answers={"email": row["email"], "sending_org": row["sending_org"]})
    box.write(file, tables.xlsx(heads, lines, "Nominations"))
