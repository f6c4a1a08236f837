"""Blanks as organisers make them that are hard to read once somebody has filled them in at a computer: hints and
instructions in the cells for answers, tables without rulings, tables and cells that go on from page to page, columns.

`EVENT` is the event file; `page(shape, row)` a blank, or the form as `row` was typed into it, as HTML for LibreOffice.
"""

import html

SHAPES = ["ruled", "plain", "columns", "pages"]
EVENT = """\
event: wyjazd-probny
title: Wyjazd próbny
languages: [pl]
organiser: {name: Fundacja Próbna, address: "ul. Próbna 1, 00-001 Warszawa", city: Warszawa, email: biuro@example.org}
activities:
  - {id: wyjazd, title: Wyjazd, kind: series, date: 2031-05-10, place: Toruń, capacity: 40}
forms:
  - id: main
    title: Formularz zgłoszeniowy
    opens: 2020-01-01
    deadline: 2039-12-31
    blanks: [SHAPE-blank.pdf]
    fields:
      - {key: name_latin, kind: personName, label: Imię i nazwisko}
      - {key: birth_date, kind: date, label: Data urodzenia}
      - {key: address, kind: text, label: Adres zamieszkania}
      - {key: postcode, kind: postalCode, label: Kod pocztowy}
      - {key: city, kind: text, label: Miejscowość}
      - {key: email, kind: email, label: E-mail}
      - {key: phone, kind: phone, label: Telefon}
      - {key: organisation, kind: text, label: Organizacja}
      - {key: role, kind: text, label: Funkcja w organizacji}
      - {key: about, kind: longText, label: Czym się Pani/Pan zajmuje?}
      - {key: motivation, kind: longText, label: Dlaczego chce Pani/Pan jechać?}
      - key: diet
        kind: choice
        label: Posiłki
        options: {zwykle: zwykłe, wege: wegetariańskie, wegan: wegańskie}
      - {key: transport, kind: yesNo, label: Czy potrzebny jest dojazd?}
      - key: people
        kind: group
        label: Osoby towarzyszące
        max: 60
        fields:
          - {key: name_latin, kind: personName, label: Nazwisko i imię}
          - {key: relation, kind: text, label: Pokrewieństwo}
          - {key: contact, kind: email, label: Adres e-mail}
    consents:
      - {key: consent_data, label: Klauzula informacyjna, version: 2020-01-01, text: Zapoznałam/zapoznałem się z informacją o danych osobowych.}
"""

# Label, key, hint or instruction in the answer's place, hint under the label.
QUESTIONS = [
    ("Imię i nazwisko", "name_latin", "", "jak w dowodzie osobistym"), ("Data urodzenia", "birth_date", "dd.mm.rrrr", ""),
    ("Adres zamieszkania", "address", "", "ulica, numer domu i mieszkania"), ("Kod pocztowy", "postcode", "np. 12-345", ""),
    ("Miejscowość", "city", "np. Toruń", ""), ("E-mail", "email", "", "na ten adres wyślemy odpowiedź"),
    ("Telefon", "phone", "z numerem kierunkowym, np. +48 000 000 000", ""), ("Organizacja", "organisation", "", ""),
    ("Funkcja w organizacji", "role", "np. prezeska, wolontariusz", ""),
    ("Czym się Pani/Pan zajmuje?", "about", "Prosimy o kilka zdań, najwyżej 1000 znaków.", ""),
    ("Dlaczego chce Pani/Pan jechać?", "motivation", "Prosimy podać, czego się Pani/Pan spodziewa.", "odpowiedź nie wpływa na kolejność"),
]
DIETS = [("zwykle", "zwykłe"), ("wege", "wegetariańskie"), ("wegan", "wegańskie")]
STYLE = "body{font-family:'Liberation Sans';font-size:10.5pt} p{margin:3px 0} td{padding:2px} .h{font-size:8pt;color:#555}"


def typed(text):
    return "<br>".join(html.escape(line) for line in text.split("\n"))


def place(row, key, hint):
    """The answer's place: empty, with its hint, or with the answer instead of, behind or below the hint."""
    value, hint = row.get(key, "") if row else "", html.escape(hint)
    if not value:
        return hint or "&nbsp;"
    manner = row.get("hints", "replaced")
    if not hint or manner == "replaced":
        return typed(value)
    return hint + (" " if manner == "behind" else "<br>") + typed(value)


def chosen(row, key, options, by):
    parts = []
    for option, text in options:
        value = row.get(key) if row else None
        mark = value and ((option == value) if by == "u" else (option != value))
        parts.append(f"<{by}>{text}</{by}>" if mark else text)
    return " / ".join(parts)


def table(row, ruled, tall):
    border = "border='1' cellspacing='0'" if ruled else "border='0' cellspacing='0'"
    lines = []
    for label, key, hint, under in QUESTIONS:
        height = 300 if tall and key in ("about", "motivation") else 26
        note = f"<br><span class='h'>{under}</span>" if under else ""
        lines.append(f"<tr><td width='38%' height='{height}' valign='top'><b>{label}</b>{note}</td>"
                     f"<td valign='top'>{place(row, key, hint)}</td></tr>")
    return f"<table width='100%' {border}>{''.join(lines)}</table>"


def people(row, ruled, count):
    border = "border='1' cellspacing='0'" if ruled else "border='0' cellspacing='0'"
    entries = row.get("people", []) if row else []
    lines = []
    for number in range(max(count, len(entries))):
        entry = entries[number] if number < len(entries) else {}
        cells = "".join(f"<td height='22'>{typed(entry.get(key, '')) or '&nbsp;'}</td>" for key in ["name_latin", "relation", "contact"])
        lines.append(f"<tr><td width='6%'>{number + 1}.</td>{cells}</tr>")
    heads = "".join(f"<td><b>{text}</b></td>" for text in ["Lp.", "Nazwisko i imię", "Pokrewieństwo", "Adres e-mail"])
    return f"<p><b>Osoby towarzyszące</b></p><table width='100%' {border}><thead><tr>{heads}</tr></thead>{''.join(lines)}</table>"


def running(row):
    """Labels and dots in two columns of running text."""
    lines = []
    for label, key, hint, under in QUESTIONS:
        value = row.get(key, "") if row else ""
        note = f" <span class='h'>({under})</span>" if under else ""
        dots = "." * 60 if key not in ("about", "motivation") else "." * 300
        lines.append(f"<p>{label}{note}: {typed(value) or dots}</p>")
    return f"<multicol cols='2' gutter='24'>{''.join(lines)}</multicol>"


def page(shape, row=None):
    if shape == "columns":
        body = running(row)
    else:
        body = table(row, shape != "plain", shape == "pages") + people(row, shape != "plain", 3)
    box = "☒" if row and row.get("consent_data") else "☐"
    yes_no = [(True, "TAK"), (False, "NIE")]
    return (f"<html><meta charset='utf-8'><style>{STYLE}</style><h2>Formularz zgłoszeniowy – wyjazd próbny</h2>"
            "<p>Prosimy wypełnić wszystkie pola i odesłać na adres biuro@example.org, telefon biura: 990 000 009.</p>"
            f"{body}<p>Posiłki (właściwe podkreślić): {chosen(row, 'diet', DIETS, 'u')}</p>"
            f"<p>Czy potrzebny jest dojazd? {chosen(row, 'transport', yes_no, 'strike')} (niepotrzebne skreślić)</p>"
            f"<p>{box} Zapoznałam/zapoznałem się z informacją o danych osobowych.</p>"
            "<p style='margin-top:30px'>Data i podpis: ..................................................</p></html>")
