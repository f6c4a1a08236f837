"""The agreement of participation and the information clause of GDPR art. 13."""

from layout import docx, each, facts, letterhead, pair, paragraph, signature_lines, when
from lists import words


# The party as the person wants to be addressed; an organisation and a person who did not say are "Uczestnik".
PARTY = pair("Uczestniczka", "Uczestnik", "Uczestnik")
PARTY_DATIVE = pair("Uczestniczce", "Uczestnikowi", "Uczestnikowi")


def item(text):
    return paragraph(text, "ListParagraphNumber")


def section(title, *items):
    return paragraph(title, "Section") + "".join(items)


def agreement(language):
    w = lambda polish, english: words(language, polish, english)  # noqa: E731
    title = w("Umowa uczestnictwa", "Agreement of participation")
    body = (
        letterhead()
        + paragraph(title + " {{ registration.code }}", "Title",
                    '<w:spacing w:before="480" w:after="60" w:line="240" w:lineRule="auto"/>')
        + paragraph("{{ activity.fullTitle }}", "Subtitle")
        + paragraph(w(
            "zawarta między **{{ organiser.name }}** ({{ organiser.addressLine }}"
            "{% if organiser.registerLine %}; {{ organiser.registerLine }}{% endif %}), dalej „Organizator”, "
            "a osobą: **{{ person.name }}**, zgłoszenie {{ registration.code }}, dalej „" + PARTY + "”.",
            "between **{{ organiser.name }}** ({{ organiser.addressLine }}"
            "{% if organiser.registerLine %}; {{ organiser.registerLine }}{% endif %}), the Organiser, "
            "and **{{ person.name }}**, registration {{ registration.code }}, the Participant."))
        + section(
            w("Przedmiot umowy", "Subject"),
            item(w("Organizator zapewnia " + PARTY_DATIVE + " udział {{ activity.phraseIn }}.",
                   "The Organiser lets the Participant take part {{ activity.phraseIn }}.")),
            item(w("Najważniejsze informacje:", "What matters most:")),
        )
        + facts()
        + section(
            w("Udział", "Participation"),
            item(w(PARTY + " przychodzi na spotkania punktualnie i potwierdza obecność podpisem.",
                   "The Participant comes on time and confirms attendance by signature.")),
            when("agreement.threshold",
                 item(w("Zaświadczenie otrzymuje osoba obecna na co najmniej {{ agreement.threshold }} spotkań.",
                        "A certificate is given for attendance at no fewer than {{ agreement.threshold }} of the meetings."))),
            when("agreement.strikeOff", item("{{ agreement.strikeOff }}")),
        )
        + when(
            "fee.text",
            section(
                w("Opłata", "Fee"),
                item(w("{% if fee.dueBy %}Do {{ fee.dueBy }} " + PARTY + " wpłaca {{ fee.text }} ({{ fee.words }}).{% else %}"
                       "Opłata wynosi {{ fee.text }} ({{ fee.words }}).{% endif %} {{ texts.feeDetails }}",
                       "The fee is {{ fee.text }} ({{ fee.words }}){% if fee.dueBy %}, due by {{ fee.dueBy }}{% endif %}. "
                       "{{ texts.feeDetails }}")),
            ),
        )
        + section(
            w("Postanowienia końcowe", "Final provisions"),
            item(w(PARTY + " może zrezygnować w każdej chwili, pisząc na adres {{ contact.email }}.",
                   "The Participant may resign at any time by writing to {{ contact.email }}.")),
            item(w("Zasady przetwarzania danych opisuje odrębna klauzula informacyjna, którą " + pair("Uczestniczka otrzymała", "Uczestnik otrzymał", "Uczestnik otrzymał") + ".",
                   "How data are processed is described in a separate notice, which the Participant has received.")),
            when("texts.note", item("{{ texts.note }}")),
            item(w("Umowę sporządzono w dwóch jednobrzmiących egzemplarzach, po jednym dla każdej ze stron.",
                   "The agreement is made in two copies, one for each party.")),
        )
        + signature_lines([w("Organizator", "Organiser"), w(PARTY, "Participant")], space=20)
    )
    return docx(body, language, title)


def clause(language):
    w = lambda polish, english: words(language, polish, english)  # noqa: E731

    def part(head, name, otherwise):
        given = "{% if texts." + name + " %}{{ texts." + name + " }}{% else %}" + otherwise + "{% endif %}"
        return paragraph(head, "Heading2") + paragraph(given)

    title = w("Informacja o przetwarzaniu danych osobowych", "How we process your personal data")
    body = (
        paragraph(title, "Title")
        + paragraph("{{ event.title }}", "Subtitle")
        + part(w("Kto odpowiada za dane", "Who is responsible"), "controller",
               w("Administratorem danych jest {{ organiser.name }}, {{ organiser.addressLine }}"
                 "{% if organiser.registerLine %} ({{ organiser.registerLine }}){% endif %}, {{ contact.email }}."
                 "{% if organiser.dataProtectionContact %} Inspektor ochrony danych: "
                 "{{ organiser.dataProtectionContact }}.{% endif %}",
                 "The controller is {{ organiser.name }}, {{ organiser.addressLine }}"
                 "{% if organiser.registerLine %} ({{ organiser.registerLine }}){% endif %}, {{ contact.email }}."
                 "{% if organiser.dataProtectionContact %} Data protection officer: "
                 "{{ organiser.dataProtectionContact }}.{% endif %}"))
        + when("clause.source", part(w("Skąd mamy dane", "Where the data come from"), "source", "{{ clause.source }}"))
        + part(w("Po co i na jakiej podstawie", "Why and on what basis"), "purposes",
               w("Dane przetwarzamy, aby przeprowadzić nabór i zorganizować udział (art. 6 ust. 1 lit. b RODO), rozliczyć "
                 "projekt (lit. c i e) oraz odpowiadać na pytania i bronić się przed roszczeniami (lit. f). Dane "
                 "szczególnych kategorii, np. o diecie lub dostępności, przetwarzamy tylko za zgodą (art. 9 ust. 2 lit. a).",
                 "We process the data to hold the selection and organise participation (GDPR art. 6(1)(b)), to account for "
                 "the project (c and e), and to answer questions and meet claims (f). Special categories such as diet or "
                 "access needs are processed with consent only (art. 9(2)(a))."))
        + part(w("Komu je przekazujemy", "Who receives them"), "recipients",
               w("Dane otrzymują instytucja finansująca projekt i podmioty ją kontrolujące oraz firmy, które obsługują naszą "
                 "pocztę i systemy, w zakresie potrzebnym do ich zadań. Nie przekazujemy danych poza Europejski Obszar "
                 "Gospodarczy.",
                 "The funder of the project and those who audit it, and companies that run our mail and systems, as far as "
                 "their tasks need it. We do not send data outside the European Economic Area."))
        + paragraph(w("Jak długo je przechowujemy", "How long we keep them"), "Heading2")
        + each("line", "clause.retention", paragraph("{{ line }}", "ListBullet"))
        + part(w("Jakie prawa ma osoba, której dane dotyczą", "Your rights"), "rights",
               w("Można zażądać dostępu do danych, ich sprostowania, usunięcia, ograniczenia przetwarzania i przeniesienia "
                 "oraz wnieść sprzeciw. Zgodę można wycofać w każdej chwili; nie wpływa to na to, co zrobiono wcześniej. "
                 "Skargę przyjmuje Prezes Urzędu Ochrony Danych Osobowych (00-193 Warszawa, ul. Stawki 2).",
                 "You may ask for access, correction, erasure, restriction and portability, and object. Consent may be "
                 "withdrawn at any time; what was done before stays lawful. Complaints go to the President of the Personal "
                 "Data Protection Office (00-193 Warszawa, ul. Stawki 2, Poland)."))
        + part(w("Czy trzeba podać dane", "Whether you must give the data"), "duty",
               w("Podanie danych jest dobrowolne, ale bez pól oznaczonych jako wymagane nie możemy rozpatrzyć zgłoszenia.",
                 "Giving data is voluntary, but without the required fields we cannot consider the registration."))
        + part(w("Decyzje automatyczne", "Automated decisions"), "automated",
               w("O przyjęciu decydują ludzie według ogłoszonych zasad; program tylko porządkuje zgłoszenia. Nie profilujemy.",
                 "People decide by the published rules; the program only puts registrations in order. There is no profiling."))
        + when("clause.statements", paragraph(w("Treść zgód i oświadczeń w formularzu", "Consents and statements of the form"),
                                              "Heading2"),
               each("statement", "clause.statements",
                    paragraph("**{{ statement.label }}** (" + w("wersja", "version") + " {{ statement.version }}): "
                              "{{ statement.text }}", "ListNumber")))
    )
    return docx(body, language, title)


LEGAL = {"agreement": agreement, "clause": clause}
