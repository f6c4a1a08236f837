"""Letters to applicants in English, and the letter for a visa."""

from layout import bullets, facts, note, paragraph, register, when

CLOSING = "Yours sincerely,"

SCHEDULE = when(
    "schedule",
    paragraph("Dates", "Heading2"),
    register(
        "schedule",
        [
            ("When", "{{ row.when }}", 72, "TableText"),
            ("Hours", "{{ row.hours }}", 28, "TableText"),
            ("Topic and place", "{{ row.what }}", 60, "TableText"),
        ],
        caption="Dates of the meetings",
    ),
)

RESIGN = paragraph(
    "{% if texts.resign %}{{ texts.resign }}{% else %}If you cannot come, please send us a short message; we will then "
    "invite the next person.{% endif %} Our address is {{ contact.email }}.",
    "AfterTable",
)

CONFIRM = when(
    "confirmBy",
    paragraph(
        "**Please confirm by {{ confirmBy }}.** A reply to {{ contact.email }} with your registration number "
        "{{ registration.code }} is enough. If we do not hear from you by then, we will offer the place to the next "
        "person.",
        "AfterTable",
    ),
)

COVERED = when("activity.covered", paragraph("What we provide", "Heading2"), bullets("activity.covered"))
PROGRAMME = when("activity.programme", paragraph("Programme", "Heading2"), bullets("activity.programme"))
FEE = when(
    "fee.text",
    paragraph("The fee is **{{ fee.text }}**{% if fee.dueBy %}, to be paid by {{ fee.dueBy }}{% endif %}. "
              "{{ texts.feeDetails }}", "AfterTable"),
)
APPEAL = when("texts.appeal", paragraph("If you disagree", "Heading2"),
              paragraph("{{ texts.appeal }} The address is {{ contact.email }}."))

CRITERIA = when(
    "decision.criteria",
    register(
        "decision.criteria",
        [
            ("Criterion", "{{ row.label }}", 110, "TableText"),
            ("Points", "{{ row.points }}", 25, "TableNumber"),
            ("Maximum", "{{ row.maximum }}", 25, "TableNumber"),
        ],
        caption="Points by criterion",
    ),
)

RECEIPT = (
    "We have received your registration {{ registration.code }}",
    [
        paragraph("Thank you. Your registration {{ activity.phraseTo }} has reached us and is saved."),
        facts(caption="Your registration"),
        paragraph(
            "**A registration is not yet a place.** {% if texts.resultBy %}{{ texts.resultBy }}{% else %}"
            "We will write to you about the result.{% endif %}",
            "AfterTable",
        ),
        paragraph("If something changes or you wish to withdraw, please write to {{ contact.email }} and give the "
                  "number {{ registration.code }}."),
        note("note"),
    ],
)

INCOMPLETE = (
    "Please complete your registration {{ registration.code }}",
    [
        paragraph("Thank you for registering {{ activity.phraseTo }}. Before we can consider it we still need:"),
        register(
            "gaps",
            [
                ("No.", "{{ row.number }}.", 12, "TableText"),
                ("About", "{{ row.label }}", 58, "TableText"),
                ("What to do", "{{ row.text }}", 90, "TableText"),
            ],
            caption="What is missing",
        ),
        paragraph(
            "{% if answerBy %}**Please answer by {{ answerBy }}.**{% else %}{{ texts.completeBy }}{% endif %} "
            "{% if texts.howToComplete %}{{ texts.howToComplete }}{% else %}A reply to {{ contact.email }} with your "
            "registration number {{ registration.code }} is enough.{% endif %}",
            "AfterTable",
        ),
        paragraph("Your registration is saved; there is no need to fill in the form again. Please send only what is missing."),
        note("note"),
        facts(caption="Your registration"),
    ],
)

QUALIFIED = (
    "You have a place",
    [
        paragraph("We are glad to tell you that you have been selected {{ activity.phraseTo }}."),
        facts(caption="What matters most"),
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
    "Invitation",
    [
        paragraph("We warmly invite you to take part {{ activity.phraseIn }}."),
        facts(caption="What matters most"),
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
    "You are on the waiting list",
    [
        paragraph(
            "Thank you for registering {{ activity.phraseTo }}. There were more applications than places. You are on "
            "the waiting list{% if decision.rank %}, at **number {{ decision.rank }}**{% endif %}."
        ),
        facts(caption="Your registration"),
        paragraph(
            "When a place becomes free we invite people from the list in order{% if offerTime %}; you will then have "
            "{{ offerTime }} to answer{% endif %}. There is no need to apply again.",
            "AfterTable",
        ),
        when("decision.reason", paragraph("Reason: {{ decision.reason }}")),
        note("note"),
        APPEAL,
        paragraph("You may leave the list at any time by writing to {{ contact.email }}."),
    ],
)

REFUSAL = (
    "The result of your application",
    [
        paragraph("Thank you for applying {{ activity.phraseTo }} and for the time you gave to it. This time we cannot "
                  "offer you a place."),
        facts(caption="Your registration"),
        paragraph("Why", "Heading2"),
        paragraph("{{ decision.reason }}"),
        CRITERIA,
        APPEAL,
        paragraph(
            "{% if texts.note %}{{ texts.note }}{% else %}We are glad to answer questions at {{ contact.email }} and "
            "hope to hear from you again.{% endif %}",
            "AfterTable",
        ),
    ],
)

GRANT = (
    "Decision on the grant",
    [
        paragraph(
            "The committee has considered the application made {{ activity.phraseTo }}. {% if grant.isAwarded %}The "
            "grant is awarded on the terms below.{% else %}This time the grant is not awarded.{% endif %}"
        ),
        facts(caption="Grant"),
        paragraph("The committee's reasons", "Heading2"),
        paragraph("{{ decision.reason }}"),
        CRITERIA,
        when("grant.isAwarded and texts.conditions", paragraph("Terms", "Heading2"),
             paragraph("{{ texts.conditions }}")),
        APPEAL,
        note("note"),
    ],
)

# To a consulate, not to the applicant: the salutation is the letter's own value.
VISA = (
    "Letter of invitation for a visa application",
    [
        paragraph(
            "We confirm that the person named below has been invited by {{ organiser.name }} to take part "
            "{{ activity.phraseIn }}. "
            "We kindly ask you to consider the visa application favourably and in good time."
        ),
        facts(label_width=50, caption="Person, journey and host"),
        paragraph(
            "{% if texts.host %}{{ texts.host }}{% else %}{{ organiser.name }} is the host of the participant during the "
            "stay.{% endif %} The participant is expected to leave the Schengen area at the end of the stay.",
            "AfterTable",
        ),
        when("activity.covered", paragraph("Costs covered by the host", "Heading2"), bullets("activity.covered")),
        when("projectLine", paragraph("The event is part of the project {{ projectLine }}.")),
        paragraph("If you have questions, please contact {{ contact.name }}, {{ contact.email }}"
                  "{% if contact.phone %}, {{ contact.phone }}{% endif %}."),
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
    "visa": VISA,
}
