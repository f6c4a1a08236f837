"""Letters to applicants in Polish."""

from layout import bullets, facts, note, pair, paragraph, register, when

CLOSING = "Z poważaniem"

SCHEDULE = when(
    "schedule",
    paragraph("Terminy", "Heading2"),
    register(
        "schedule",
        [
            ("Kiedy", "{{ row.when }}", 72, "TableText"),
            ("Godziny", "{{ row.hours }}", 28, "TableText"),
            ("Temat i miejsce", "{{ row.what }}", 60, "TableText"),
        ],
        caption="Terminy spotkań",
    ),
)

RESIGN = paragraph(
    "{% if texts.resign %}{{ texts.resign }}{% else %}Jeśli "
    + pair("nie może Pani przyjść", "nie może Pan przyjść", "plany się zmienią")
    + ", prosimy o krótką wiadomość. Zaprosimy wtedy kolejną osobę.{% endif %} Nasz adres: {{ contact.email }}.",
    "AfterTable",
)

CONFIRM = when(
    "confirmBy",
    paragraph(
        "**Do {{ confirmBy }} prosimy o potwierdzenie udziału.** Wystarczy odpowiedź na adres {{ contact.email }} "
        "z numerem zgłoszenia {{ registration.code }}. Bez potwierdzenia w tym terminie miejsce zaproponujemy "
        "kolejnej osobie.",
        "AfterTable",
    ),
)

COVERED = when("activity.covered", paragraph("Co zapewniamy", "Heading2"), bullets("activity.covered"))
PROGRAMME = when("activity.programme", paragraph("Program", "Heading2"), bullets("activity.programme"))
FEE = when(
    "fee.text",
    paragraph("{% if fee.dueBy %}Do {{ fee.dueBy }} prosimy o wpłatę **{{ fee.text }}** za udział.{% else %}Opłata za "
              "udział wynosi **{{ fee.text }}**.{% endif %} {{ texts.feeDetails }}", "AfterTable"),
)

APPEAL = when("texts.appeal", paragraph("Jak się odwołać", "Heading2"),
              paragraph("{{ texts.appeal }} Nasz adres: {{ contact.email }}."))

CRITERIA = when(
    "decision.criteria",
    register(
        "decision.criteria",
        [
            ("Kryterium", "{{ row.label }}", 110, "TableText"),
            ("Punkty", "{{ row.points }}", 25, "TableNumber"),
            ("Najwięcej", "{{ row.maximum }}", 25, "TableNumber"),
        ],
        caption="Punkty według kryteriów",
    ),
)

RECEIPT = (
    "Potwierdzenie przyjęcia zgłoszenia {{ registration.code }}",
    [
        paragraph("dziękujemy. " + pair("Pani zgłoszenie", "Pana zgłoszenie", "Zgłoszenie")
                  + " {{ activity.phraseTo }} dotarło do nas i jest zapisane."),
        facts(caption="Dane zgłoszenia"),
        paragraph(
            "**Zgłoszenie nie jest równoznaczne z zakwalifikowaniem.** "
            "{% if texts.resultBy %}{{ texts.resultBy }}{% else %}O wyniku napiszemy osobno.{% endif %}",
            "AfterTable",
        ),
        paragraph(
            "Jeśli w zgłoszeniu coś się zmieni albo trzeba je wycofać, prosimy o wiadomość na adres "
            "{{ contact.email }} z numerem {{ registration.code }}."
        ),
        note("note"),
    ],
)

INCOMPLETE = (
    "Prosimy o uzupełnienie zgłoszenia {{ registration.code }}",
    [
        paragraph("dziękujemy za zgłoszenie {{ activity.phraseTo }}. Zanim je rozpatrzymy, potrzebujemy jeszcze:"),
        register(
            "gaps",
            [
                ("Lp.", "{{ row.number }}.", 12, "TableText"),
                ("Czego dotyczy", "{{ row.label }}", 58, "TableText"),
                ("Co zrobić", "{{ row.text }}", 90, "TableText"),
            ],
            caption="Braki w zgłoszeniu",
        ),
        paragraph(
            "{% if answerBy %}**Do {{ answerBy }} prosimy o odpowiedź.**{% else %}{{ texts.completeBy }}{% endif %} "
            "{% if texts.howToComplete %}{{ texts.howToComplete }}{% else %}Wystarczy odpisać na adres "
            "{{ contact.email }} i podać numer zgłoszenia {{ registration.code }}.{% endif %}",
            "AfterTable",
        ),
        paragraph("Zgłoszenie jest zapisane i nie trzeba wypełniać go od nowa. Prosimy przesłać tylko to, czego brakuje."),
        note("note"),
        facts(caption="Dane zgłoszenia"),
    ],
)

QUALIFIED = (
    "Potwierdzenie zakwalifikowania",
    [
        paragraph(
            "miło nam poinformować, że "
            + pair("została Pani zakwalifikowana", "został Pan zakwalifikowany", "zgłoszenie zostało zakwalifikowane")
            + " {{ activity.phraseTo }}."
        ),
        facts(caption="Najważniejsze informacje"),
        SCHEDULE,
        CONFIRM,
        note("bring"),
        FEE,
        COVERED,
        RESIGN,
        note("note"),
    ],
)

INVITATION = (
    "Zaproszenie",
    [
        paragraph("serdecznie zapraszamy " + pair("Panią ", "Pana ", "") + "{{ activity.phraseTo }}."),
        facts(caption="Najważniejsze informacje"),
        SCHEDULE,
        PROGRAMME,
        COVERED,
        CONFIRM,
        note("bring"),
        RESIGN,
        note("note"),
    ],
)

WAITLIST = (
    "Miejsce na liście rezerwowej",
    [
        paragraph(
            "dziękujemy za zgłoszenie {{ activity.phraseTo }}. Zgłoszeń było więcej niż miejsc. "
            + pair("Jest Pani", "Jest Pan", "Zgłoszenie jest")
            + " na liście rezerwowej{% if decision.rank %} na **{{ decision.rank }}. miejscu**{% endif %}."
        ),
        facts(caption="Dane zgłoszenia"),
        paragraph(
            "Gdy zwolni się miejsce, zapraszamy osoby z listy po kolei"
            "{% if offerTime %}; na odpowiedź będzie wtedy {{ offerTime }}{% endif %}. Nie trzeba zgłaszać się ponownie.",
            "AfterTable",
        ),
        when("decision.reason", paragraph("Uzasadnienie: {{ decision.reason }}")),
        note("note"),
        APPEAL,
        paragraph("Z miejsca na liście można zrezygnować w każdej chwili, pisząc na adres {{ contact.email }}."),
    ],
)

REFUSAL = (
    "Informacja o wyniku naboru",
    [
        paragraph(
            "dziękujemy za zgłoszenie {{ activity.phraseTo }} i za czas, który zajęło jego przygotowanie. "
            + "Tym razem nie możemy zaproponować " + pair("Pani ", "Panu ", "") + "miejsca."
        ),
        facts(caption="Dane zgłoszenia"),
        paragraph("Uzasadnienie", "Heading2"),
        paragraph("{{ decision.reason }}"),
        CRITERIA,
        APPEAL,
        paragraph(
            "{% if texts.note %}{{ texts.note }}{% else %}Chętnie odpowiemy na pytania pod adresem "
            "{{ contact.email }} i zapraszamy do kolejnych naborów.{% endif %}",
            "AfterTable",
        ),
    ],
)

GRANT = (
    "Decyzja w sprawie grantu",
    [
        paragraph(
            "komisja rozpatrzyła wniosek złożony {{ activity.phraseTo }}. "
            "{% if grant.isAwarded %}Przyznaliśmy grant na warunkach opisanych niżej.{% else %}"
            "Tym razem grantu nie przyznaliśmy.{% endif %}"
        ),
        facts(caption="Grant"),
        paragraph("Uzasadnienie komisji", "Heading2"),
        paragraph("{{ decision.reason }}"),
        CRITERIA,
        when("grant.isAwarded and texts.conditions", paragraph("Warunki", "Heading2"),
             paragraph("{{ texts.conditions }}")),
        APPEAL,
        note("note"),
    ],
)

LETTERS = {
    "receipt": RECEIPT,
    "incomplete": INCOMPLETE,
    "qualified": QUALIFIED,
    "invitation": INVITATION,
    "waitlist": WAITLIST,
    "refusal": REFUSAL,
    "grant": GRANT,
}
