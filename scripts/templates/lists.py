"""Lists: attendance, ranking, the committee's record, participants."""

from layout import (
    Cell, Page, block, docx, each, fact_lines, facts, letterhead, loop_row, note, paragraph, register, row, signature_lines,
    table, when,
)
from ooxml import loop_cells

WIDE = Page(landscape=True, side=20, top=20, bottom=18)


def words(language, polish, english):
    return polish if language == "pl" else english


def heading(title, subtitle="{{ activity.fullTitle }}"):
    return paragraph(title, "Title") + paragraph(subtitle, "Subtitle")


def attendance_note(language):
    return paragraph(
        words(
            language,
            "Podpis potwierdza obecność. Lista służy wyłącznie rozliczeniu i dokumentacji projektu; "
            "prowadzący udostępnia ją tak, aby podpisujący nie robili zdjęć danych innych osób.",
            "The signature confirms attendance. The list serves the accounts and records of the project only; "
            "please do not photograph other people's data.",
        ),
        "Note",
    )


def trainer_line(language):
    return paragraph(
        words(language, "Podpis osoby prowadzącej", "Signature of the trainer"), "Signature",
        '<w:spacing w:before="760" w:after="0"/>',
    )


def sheet_head(language, numbers, name):
    return [
        Cell(words(language, "Lp.", "No."), numbers, "TableHead"),
        Cell(words(language, "Nazwisko i imię", "Surname and first name"), name, "TableHead"),
    ]


def sheet_person(numbers, name):
    return [
        Cell("{{ row.number }}.", numbers, "TableLabel"),
        Cell("{{ row.name }}{% if row.note %} ({{ row.note }}){% endif %}", name, "TableText"),
    ]


def attendance(language):
    """One session, one signature column, on an upright page."""
    widths = [12, 78, 70]
    head = sheet_head(language, 12, 78) + [Cell(words(language, "Podpis", "Signature"), 70, "TableHead")]
    person = sheet_person(12, 78) + [Cell("", 70, "TableText")]
    rows = [row(head, height=8, header=True), loop_row("row", "rows", person, height=9.5)]
    title = words(language, "Lista obecności", "Attendance list")
    body = (
        heading(title) + fact_lines()
        + table(rows, widths, "SignatureSheet", title) + trainer_line(language) + attendance_note(language)
    )
    return docx(body, language, title)


def attendance_days(language):
    """A signature column for each day or session, on a page on its side."""
    widths = [14, 66, 59, 59, 59]
    heads = sheet_head(language, 14, 66) + loop_cells(
        "day", "days", Cell("{{ day.date }}{% if day.hours %}\n{{ day.hours }}{% endif %}", 59, "TableCentre")
    )
    person = sheet_person(14, 66) + loop_cells("day", "days", Cell("", 59, "TableText"))
    rows = [row(heads, height=11, header=True), loop_row("row", "rows", person, height=10)]
    title = words(language, "Lista obecności", "Attendance list")
    body = (
        heading(title) + fact_lines()
        + table(rows, widths, "SignatureSheet", title) + trainer_line(language) + attendance_note(language)
    )
    return docx(body, language, title, WIDE)


def ranking(language):
    """By number, never by name: this is the version for publication."""
    heads = [
        Cell(words(language, "Miejsce", "Rank"), 18, "TableHead"),
        Cell(words(language, "Nr zgłoszenia", "Registration"), 30, "TableHead"),
        *loop_cells("criterion", "criteria", Cell("{{ criterion.label }}", 47, "TableHeadNumber")),
        Cell(words(language, "Razem", "Total"), 18, "TableHeadNumber"),
        Cell(words(language, "Wynik", "Result"), 50, "TableHead"),
    ]
    cells = [
        Cell("{{ row.rank }}", 18, "TableText"),
        Cell("{{ row.code }}", 30, "TableText"),
        *loop_cells("points", "row.points", Cell("{{ points }}", 47, "TableNumber")),
        Cell("{{ row.total }}", 18, "TableNumber"),
        Cell("{{ row.outcome }}", 50, "TableText"),
    ]
    rows = [row(heads, header=True), loop_row("row", "rows", cells, height=7)]
    title = words(language, "Lista rankingowa", "Ranking list")
    body = (
        heading(title) + fact_lines()
        + table(rows, [18, 30, 47, 47, 47, 18, 50], "Register", title)
        + when("tieNote", paragraph("{{ tieNote }}", "AfterTable"))
        + paragraph(
            words(
                language,
                "Lista nie zawiera imion i nazwisk. Numer zgłoszenia jest w potwierdzeniu, które otrzymała każda osoba.",
                "The list holds no names. The number stands in the confirmation that everybody received.",
            ),
            "Note",
        )
    )
    return docx(body, language, title, WIDE)


def quota_register(language):
    """What each rule asked for, and how many were chosen under it."""
    return register(
        "protocol.quotas",
        [
            (words(language, "Reguła", "Rule"), "{{ row.label }}", 80, "TableText"),
            (words(language, "Co najmniej", "At least"), "{{ row.minimum }}", 26, "TableNumber"),
            (words(language, "Najwyżej", "At most"), "{{ row.maximum }}", 26, "TableNumber"),
            (words(language, "Wybrano", "Chosen"), "{{ row.chosen }}", 28, "TableNumber"),
        ],
        caption=words(language, "Limity", "Quotas"),
    )


def quotas(language):
    """How far every rule was met, for whoever asks: numbers only, nothing about any person."""
    title = words(language, "Limity miejsc i ich wypełnienie", "Quotas and how they were met")
    body = (
        heading(title) + fact_lines()
        + when("protocol.quotas", quota_register(language))
        + when("protocol.notes", each("line", "protocol.notes", paragraph("{{ line }}", "ListBullet")))
        + paragraph(
            words(
                language,
                "Tabela liczy wybrane osoby i te, które miały miejsce wcześniej. Reguła chroniąca dane wrażliwe nie jest "
                "tu nazwana.",
                "The table counts the people chosen and those who held places before. A rule that protects sensitive data "
                "is not named here.",
            ),
            "Note",
        )
    )
    return docx(body, language, title)


def protocol(language):
    """The record of a decision: who decided, by which rules, on which applications, with what result."""
    w = lambda polish, english: words(language, polish, english)  # noqa: E731 - one word, used on every line
    quota = quota_register(language)
    results = register(
        "rows",
        [
            (w("Miejsce", "Rank"), "{{ row.rank }}", 17, "TableText"),
            (w("Nr", "Number"), "{{ row.code }}", 20, "TableText"),
            (w("Punkty", "Points"), "{{ row.total }}", 17, "TableNumber"),
            (w("Wynik", "Result"), "{{ row.outcome }}", 34, "TableText"),
            (w("Uzasadnienie", "Reason"), "{{ row.reason }}", 72, "TableSmall"),
        ],
        caption=w("Wynik", "Result"),
    )
    signing = table(
        [
            row([Cell(w("Imię i nazwisko", "Name"), 60, "TableHead"), Cell(w("Funkcja", "Function"), 40, "TableHead"),
                 Cell(w("Podpis", "Signature"), 60, "TableHead")], header=True),
            loop_row("member", "protocol.members",
                     [Cell("{{ member.name }}", 60), Cell("{{ member.function }}", 40), Cell("", 60)], height=11),
        ],
        [60, 40, 60], "SignatureSheet", w("Podpisy", "Signatures"),
    )
    title = w("Protokół komisji", "Record of the committee")
    body = (
        letterhead()
        + paragraph(title, "Title", '<w:spacing w:before="480" w:after="60" w:line="240" w:lineRule="auto"/>')
        + paragraph("{{ activity.fullTitle }}", "Subtitle")
        + facts(label_width=55)
        + note("committee").replace('w:val="BodyText"', 'w:val="AfterTable"')
        + paragraph(w("Zasady", "Rules"), "Heading2")
        + paragraph("{{ protocol.method }}")
        + when("protocol.quotas", quota)
        + when("protocol.ties", paragraph(w("Równa liczba punktów", "Equal points"), "Heading2"),
               each("line", "protocol.ties", paragraph("{{ line }}", "ListBullet")))
        + when("protocol.notes", paragraph(w("Uwagi", "Remarks"), "Heading2"),
               each("line", "protocol.notes", paragraph("{{ line }}", "ListBullet")))
        + paragraph(w("Wynik", "Result"), "Heading2")
        + results
        + paragraph(w("Odtworzenie wyniku", "Repeating the result"), "Heading2")
        + facts("protocol.evidence", label_width=55)
        + when("protocol.members", paragraph(w("Podpisy", "Signatures"), "Heading2"), signing)
    )
    return docx(body, language, title)


def participants(language):
    """The columns that somebody chose, for a purpose that is printed on the list."""
    heads = [
        Cell(words(language, "Lp.", "No."), 17, "TableHead"),
        *loop_cells("column", "columns", Cell("{{ column.label }}", 80, "TableHead")),
    ]
    cells = [
        Cell("{{ row.number }}.", 17, "TableLabel"),
        *loop_cells("value", "row.cells", Cell("{{ value }}", 80, "TableSmall")),
    ]
    rows = [row(heads, header=True), loop_row("row", "rows", cells, height=7)]
    title = words(language, "Lista uczestników", "List of participants")
    body = (
        heading(title) + fact_lines() + table(rows, [17, 80, 80, 80], "Register", title)
        + paragraph(
            words(
                language,
                "Lista zawiera tylko kolumny potrzebne do podanego celu. Po jego osiągnięciu należy ją zniszczyć.",
                "The list holds only the columns needed for the purpose given. It is to be destroyed afterwards.",
            ),
            "Note",
        )
    )
    return docx(body, language, title, WIDE)


LISTS = {
    "attendance": attendance,
    "attendance-days": attendance_days,
    "ranking": ranking,
    "quotas": quotas,
    "protocol": protocol,
    "participants": participants,
}

__all__ = ["LISTS", "block", "signature_lines"]
