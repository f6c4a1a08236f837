"""The example templates of the authors' guide: a short letter in Polish and in English."""

from layout import Page, docx, loop_row, pair, paragraph, row, table, when
from ooxml import Cell

PAGE = Page(size=(150, 166), side=12, top=10, bottom=8)


def sessions(heads, when_tag, hours, topic):
    """A table whose middle row is repeated: the loop begins in its first cell and ends in its last."""
    widths = (56, 32, 38)
    head = row([Cell(text, width, "TableHead") for text, width in zip(heads, widths)], header=True)
    cells = [Cell(text, width) for text, width in zip((when_tag, hours, topic), widths)]
    return table([head, loop_row("s", "sessions", cells)], widths, "Register", heads[0])


def letter_pl():
    body = (
        paragraph("Zaproszenie", "Heading1")
        + paragraph(pair("Szanowna Pani,", "Szanowny Panie,", "Szanowni Państwo,"), "Salutation")
        + paragraph(
            pair("została Pani przyjęta", "został Pan przyjęty", "zgłoszenie zostało przyjęte")
            + " na {{ course.pl }}. Zaczynamy {{ start|date(\"d MMMM y r.\") }}; w planie mamy "
            "{{ sessions|length }} {{ sessions|length|plural(\"spotkanie\", \"spotkania\", \"spotkań\") }}.")
        + sessions(
            ["Kiedy", "Godziny", "Temat"], '{{ s.day|date("EEEE, d MMMM") }}', "{{ s.from|hours(s.to) }}",
            "{{ s.topic.pl }}")
        + when("fee", paragraph("Opłata: **{{ fee|money }}** ({{ fee|words }}).", "AfterTable"))
        + when("bring.pl", paragraph("{{ bring.pl }}", "AfterTable"))
        + paragraph("Numer zgłoszenia: {{ code }}.", "AfterTable")
        + QR
    )
    return docx(body, "pl", "Zaproszenie", PAGE, plain=True)


def letter_en():
    body = (
        paragraph("Invitation", "Heading1")
        + paragraph("Dear {{ person.name }},", "Salutation")
        + paragraph(
            "You have a place in the {{ course.en }}. We begin on {{ start|date(\"EEEE, d MMMM y\", \"en\") }}; there "
            "{{ \"is\" if sessions|length == 1 else \"are\" }} {{ sessions|length }} "
            "meeting{{ \"\" if sessions|length == 1 else \"s\" }}.")
        + sessions(
            ["When", "Hours", "Topic"], '{{ s.day|date("EEEE, d MMMM", "en") }}', "{{ s.from|hours(s.to) }}",
            "{{ s.topic.en }}")
        + when("fee", paragraph("The fee is **{{ fee|money(\"PLN\", \"en\") }}**.", "AfterTable"))
        + when("bring.en", paragraph("{{ bring.en }}", "AfterTable"))
        + paragraph("Registration number: {{ code }}.", "AfterTable")
        + QR
    )
    return docx(body, "en", "Invitation", PAGE, plain=True)


# The code leads to the page where the person answers.
QR = paragraph("{{ link|qr(24) }}", "AfterTable")

EXAMPLES = {"letter.pl.docx": letter_pl, "letter.en.docx": letter_en}
