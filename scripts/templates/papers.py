"""Papers that people sign or keep: certificate, statements, consents, agreement, counselling card, data clause."""

from layout import (
    Cell, Page, bullets, docx, each, fact_lines, facts, letterhead, loop_row, note, pair, paragraph, register, row,
    signature_lines, table, when,
)
from lists import heading, words


def certificate(language):
    """A page on its side in a thin frame: who, what, when, how much of it, who says so."""
    w = lambda polish, english: words(language, polish, english)  # noqa: E731
    title = w("Zaświadczenie", "Certificate")
    did = (
        pair("wzięła udział", "wziął udział", "potwierdzamy udział")
        if language == "pl" else "has taken part"
    )
    body = (
        paragraph(title, "CertificateTitle")
        + paragraph(w("nr {{ certificate.number }}", "no. {{ certificate.number }}"), "CertificateNote")
        + paragraph("{{ person.name }}", "CertificateName")
        + when("certificate.birthDate",
               paragraph(w("ur. {{ certificate.birthDate }}", "born on {{ certificate.birthDate }}"), "CertificateNote"))
        + paragraph(did + " {{ activity.phraseIn }}", "CertificateText")
        + paragraph("{{ certificate.summary }}", "CertificateText")
        + when("certificate.modules", paragraph("{{ certificate.modules }}", "CertificateText"))
        + when("certificate.attendance", paragraph("{{ certificate.attendance }}", "CertificateNote"))
        + when("texts.outcomes",
               paragraph(w("Efekty: {{ texts.outcomes }}", "Outcomes: {{ texts.outcomes }}"), "CertificateNote"))
        + paragraph("{{ placeAndDate }}", "CertificateNote", '<w:spacing w:before="560" w:after="960"/>')
        + paragraph("{{ signatory.name }}\n{{ signatory.function }}", "Signature",
                    '<w:ind w:left="4600" w:right="4600"/><w:jc w:val="center"/>')
    )
    page = Page(landscape=True, framed=True, side=30, top=26, bottom=26)
    return docx(body, language, title, page, centred=True)


def statement_paper(language, title, opening, statements, signer, extra=""):
    """Numbered statements, then place, date and signature."""
    body = (
        heading(title)
        + facts()
        + paragraph(opening, "AfterTable")
        + "".join(paragraph(text, "ListNumber") for text in statements)
        + extra
        + signature_lines([words(language, "miejscowość i data", "place and date"), signer])
    )
    return docx(body, language, title)


def declaration(language):
    if language == "pl":
        return statement_paper(
            language, "Deklaracja uczestnictwa",
            pair("Ja, niżej podpisana", "Ja, niżej podpisany", "Składając podpis") + ", oświadczam, że:",
            [
                "chcę wziąć udział {{ activity.phraseIn }},",
                "znam zasady udziału i je przyjmuję,",
                "dane podane w zgłoszeniu {{ registration.code }} są prawdziwe i aktualne,",
                "wiem, że {{ organiser.name }} prowadzi to działanie w projekcie {{ projectLine }},",
                "zawiadomię organizatora, jeśli dane się zmienią albo udział stanie się niemożliwy.",
            ],
            "czytelny podpis",
        )
    return statement_paper(
        language, "Declaration of participation", "By signing I declare that:",
        [
            "I wish to take part {{ activity.phraseIn }},",
            "I know the rules of participation and accept them,",
            "the data in my registration {{ registration.code }} are true and up to date,",
            "I know that {{ organiser.name }} runs this activity within the project {{ projectLine }},",
            "I will tell the organiser if my data change or I can no longer take part.",
        ],
        "legible signature",
    )


def image_consent(language):
    if language == "pl":
        title = "Zgoda na wykorzystanie wizerunku"
        body = (
            heading(title) + facts()
            + paragraph("Zgoda jest dobrowolna. Jej brak nie wpływa na udział. Każdej zgody można udzielić albo "
                        "odmówić osobno; proszę zaznaczyć jedną odpowiedź w każdym wierszu.", "AfterTable")
            + consent_table("Zgadzam się, aby organizator ({{ organiser.name }})", "TAK", "NIE", [
                "robił zdjęcia i nagrania, na których mnie widać,",
                "publikował je na swojej stronie internetowej,",
                "publikował je w mediach społecznościowych,",
                "przekazał je instytucji finansującej projekt.",
            ])
            + paragraph("Zgodę można wycofać w każdej chwili, pisząc na adres {{ contact.email }}. Wycofanie nie zmienia "
                        "oceny tego, co zrobiono wcześniej. Za wykorzystanie wizerunku nie przysługuje wynagrodzenie.",
                        "AfterTable")
            + note("note")
            + signature_lines(["miejscowość i data", "czytelny podpis"])
        )
    else:
        title = "Consent to the use of images"
        body = (
            heading(title) + facts()
            + paragraph("Consent is free. Without it you may take part all the same. Each consent can be given or refused "
                        "on its own; please tick one answer in each row.", "AfterTable")
            + consent_table("I agree that {{ organiser.name }} may", "YES", "NO", [
                "take photographs and recordings in which I can be seen,",
                "publish them on its website,",
                "publish them in social media,",
                "hand them to the funder of the project.",
            ])
            + paragraph("You may withdraw a consent at any time by writing to {{ contact.email }}. What was done before "
                        "stays lawful. Nothing is paid for the use of images.", "AfterTable")
            + note("note")
            + signature_lines(["place and date", "legible signature"])
        )
    return docx(body, language, title)


def consent_table(head, yes, no, statements):
    rows = [row([Cell(head, 120, "TableHead"), Cell(yes, 20, "TableCentre"), Cell(no, 20, "TableCentre")], header=True)]
    rows += [
        row([Cell(text, 120), Cell("☐", 20, "TickBox"), Cell("☐", 20, "TickBox")], height=9) for text in statements
    ]
    return table(rows, [120, 20, 20], "Register", head.split("{{")[0].strip(" ("))


def guardian_consent(language):
    if language == "pl":
        title = "Zgoda opiekuna"
        opening = "Imię i nazwisko opiekuna, adres i telefon w dniu wydarzenia:"
        statements = [
            "Zgadzam się, aby osoba, za którą odpowiadam ({{ person.name }}), wzięła udział {{ activity.phraseIn }}.",
            "Znam program, miejsce i godziny oraz wiem, kto prowadzi zajęcia.",
            "Odpowiadam za drogę na zajęcia i z powrotem, chyba że ustalono inaczej z organizatorem.",
            "W nagłej sytuacji proszę o kontakt pod podanym numerem telefonu.",
        ]
        signer = "czytelny podpis opiekuna"
        footer = "Zgoda na wizerunek dziecka jest osobnym dokumentem i jest dobrowolna."
    else:
        title = "Consent of a parent or guardian"
        opening = "Name of the parent or guardian, address, telephone on the day of the event:"
        statements = [
            "I agree that {{ person.name }} takes part {{ activity.phraseIn }}.",
            "I know the programme, the place and the hours, and who leads the activity.",
            "I am responsible for the way there and back unless agreed otherwise with the organiser.",
            "In an emergency please call the number given above.",
        ]
        signer = "legible signature of the parent or guardian"
        footer = "Consent to the use of the child's image is a separate paper and is free."
    line = Cell("", 160, properties='<w:tcBorders><w:bottom w:val="dotted" w:sz="6" w:space="0" w:color="8C8F94"/></w:tcBorders>')
    lines = table([row([line], height=9), row([line], height=9)], [160], "Signatures", opening)
    body = (
        heading(title) + facts() + paragraph(opening, "AfterTable") + lines
        + paragraph(words(language, "Oświadczam:", "I declare:"), "AfterTable")
        + "".join(paragraph(text, "ListNumber") for text in statements)
        + signature_lines([words(language, "miejscowość i data", "place and date"), signer])
        + paragraph(footer, "Note")
    )
    return docx(body, language, title)


def counselling(language):
    w = lambda polish, english: words(language, polish, english)  # noqa: E731
    title = w("Karta doradztwa", "Counselling card")
    columns = [
        (w("Data", "Date"), "{{ row.date }}", 30, "TableText"),
        (w("Godziny", "Time"), "{{ row.hours }}", 28, "TableText"),
        (w("Temat", "Topic"), "{{ row.topic }}", 67, "TableText"),
        (w("Język", "Language"), "{{ row.language }}", 28, "TableText"),
        (w("Doradca", "Adviser"), "{{ row.adviser }}", 44, "TableText"),
        (w("Podpis", "Signature"), "", 60, "TableText"),
    ]
    heads = [Cell(head, width, "TableHead") for head, _, width, _ in columns]
    cells = [Cell(tag, width, kind) for _, tag, width, kind in columns]
    rows = [row(heads, header=True), loop_row("row", "rows", cells, height=11)]
    body = (
        heading(title) + fact_lines()
        + table(rows, [width for _, _, width, _ in columns], "SignatureSheet", title)
        + paragraph(w("Zapisujemy tylko temat porady. Szczegóły sprawy i dokumenty pobytowe zostają u osoby.",
                      "Only the topic is recorded. Details of the matter and residence papers stay with the person."),
                    "Note")
    )
    return docx(body, language, title, Page(landscape=True, side=20, top=20, bottom=18))


PAPERS = {
    "certificate": certificate,
    "declaration": declaration,
    "image-consent": image_consent,
    "guardian-consent": guardian_consent,
    "counselling": counselling,
}

__all__ = ["PAPERS", "bullets", "each", "letterhead", "register", "when"]
