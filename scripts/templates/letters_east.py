"""Letters to applicants in Ukrainian, Russian and Belarusian: the same letters, each in its own words."""

from layout import bullets, facts, note, paragraph, register, when

CLOSINGS = {"uk": "З повагою", "ru": "С уважением", "be": "З павагай"}

WORDS = {
    "uk": {
        "receipt": "Ми отримали заявку {{ registration.code }}",
        "receiptOpening": "дякуємо. Ваша заявка {{ activity.phraseTo }} надійшла до нас і збережена.",
        "notAPlace": "Подання заявки ще не означає участі.",
        "resultLater": "Про результат повідомимо окремо.",
        "changes": "Якщо щось зміниться або ви захочете відкликати заявку, напишіть на адресу {{ contact.email }} "
                   "і вкажіть номер {{ registration.code }}.",
        "incomplete": "Просимо доповнити заявку {{ registration.code }}",
        "incompleteOpening": "дякуємо за заявку {{ activity.phraseTo }}. Щоб її розглянути, нам бракує такого:",
        "about": "Про що йдеться", "todo": "Що зробити", "number": "№",
        "answerBy": "До {{ answerBy }} просимо відповісти.",
        "how": "Досить відповісти на адресу {{ contact.email }} і вказати номер заявки {{ registration.code }}.",
        "kept": "Заявка збережена, заповнювати її знову не треба. Надішліть, будь ласка, лише те, чого бракує.",
        "qualified": "Підтвердження участі",
        "qualifiedOpening": "раді повідомити, що вашу заявку {{ activity.phraseTo }} прийнято: для вас є місце.",
        "invitation": "Запрошення",
        "invitationOpening": "сердечно запрошуємо {{ activity.phraseTo }}.",
        "programme": "Програма",
        "grant": "Рішення щодо гранту",
        "grantOpening": "комісія розглянула заявку {{ activity.phraseTo }}. "
               "{% if grant.isAwarded %}Грант надано на умовах, поданих нижче.{% else %}Цього разу грант не надано.{% endif %}",
        "committee": "Обґрунтування комісії",
        "terms": "Умови",
        "grantFacts": "Грант",
        "when": "Коли", "hours": "Години", "what": "Тема і місце", "schedule": "Розклад зустрічей",
        "confirm": "**До {{ confirmBy }} просимо підтвердити участь.** Досить відповісти на адресу {{ contact.email }} "
                   "і вказати номер {{ registration.code }}. Якщо відповіді не буде, запропонуємо місце наступній особі.",
        "fee": "{% if fee.dueBy %}До {{ fee.dueBy }} просимо оплатити **{{ fee.text }}**.{% else %}Вартість участі – **{{ fee.text }}**.{% endif %} "
               "{{ texts.feeDetails }}",
        "covered": "Що ми забезпечуємо",
        "resign": "Якщо плани зміняться, напишіть нам: запросимо наступну особу зі списку.",
        "address": "Адреса: {{ contact.email }}.",
        "waitlist": "Місце в резервному списку",
        "waitlistOpening": "дякуємо за заявку {{ activity.phraseTo }}. Заявок було більше, ніж місць. Ви в резервному "
                           "списку{% if decision.rank %}, ваш номер – **{{ decision.rank }}**{% endif %}.",
        "inOrder": "Коли звільниться місце, запрошуємо людей зі списку по черзі{% if offerTime %}; на відповідь буде "
                   "{{ offerTime }}{% endif %}. Подавати заявку ще раз не потрібно.",
        "leave": "Залишити список можна будь-коли: напишіть на адресу {{ contact.email }}.",
        "because": "Пояснення: {{ decision.reason }}",
        "refusal": "Результат розгляду заявки",
        "refusalOpening": "дякуємо за заявку {{ activity.phraseTo }} і за час, який ви їй присвятили. Цього разу ми не "
                          "можемо запропонувати вам місце.",
        "why": "Пояснення", "criterion": "Критерій", "points": "Бали", "most": "Найбільше",
        "appeal": "Як оскаржити",
        "questions": "Радо відповімо на запитання за адресою {{ contact.email }}.",
        "data": "Дані заявки", "main": "Найважливіше",
    },
    "ru": {
        "receipt": "Мы получили заявку {{ registration.code }}",
        "receiptOpening": "спасибо. Ваша заявка {{ activity.phraseTo }} дошла до нас и сохранена.",
        "notAPlace": "Подача заявки ещё не означает участия.",
        "resultLater": "О результате напишем отдельно.",
        "changes": "Если что-то изменится или вы захотите отозвать заявку, напишите на адрес {{ contact.email }} "
                   "и укажите номер {{ registration.code }}.",
        "incomplete": "Просим дополнить заявку {{ registration.code }}",
        "incompleteOpening": "спасибо за заявку {{ activity.phraseTo }}. Чтобы её рассмотреть, нам не хватает:",
        "about": "О чём речь", "todo": "Что сделать", "number": "№",
        "answerBy": "До {{ answerBy }} просим ответить.",
        "how": "Достаточно ответить на адрес {{ contact.email }} и указать номер заявки {{ registration.code }}.",
        "kept": "Заявка сохранена, заполнять её заново не нужно. Пришлите, пожалуйста, только то, чего не хватает.",
        "qualified": "Подтверждение участия",
        "qualifiedOpening": "рады сообщить, что ваша заявка {{ activity.phraseTo }} принята: для вас есть место.",
        "invitation": "Приглашение",
        "invitationOpening": "сердечно приглашаем {{ activity.phraseTo }}.",
        "programme": "Программа",
        "grant": "Решение о гранте",
        "grantOpening": "комиссия рассмотрела заявку {{ activity.phraseTo }}. "
               "{% if grant.isAwarded %}Грант предоставлен на условиях, указанных ниже.{% else %}В этот раз грант не предоставлен.{% endif %}",
        "committee": "Обоснование комиссии",
        "terms": "Условия",
        "grantFacts": "Грант",
        "when": "Когда", "hours": "Часы", "what": "Тема и место", "schedule": "Расписание встреч",
        "confirm": "**До {{ confirmBy }} просим подтвердить участие.** Достаточно ответить на адрес {{ contact.email }} "
                   "и указать номер {{ registration.code }}. Если ответа не будет, предложим место следующему человеку.",
        "fee": "{% if fee.dueBy %}До {{ fee.dueBy }} просим оплатить **{{ fee.text }}**.{% else %}Стоимость участия – **{{ fee.text }}**.{% endif %} "
               "{{ texts.feeDetails }}",
        "covered": "Что мы обеспечиваем",
        "resign": "Если планы изменятся, напишите нам: пригласим следующего человека из списка.",
        "address": "Адрес: {{ contact.email }}.",
        "waitlist": "Место в резервном списке",
        "waitlistOpening": "спасибо за заявку {{ activity.phraseTo }}. Заявок было больше, чем мест. Вы в резервном "
                           "списке{% if decision.rank %}, ваш номер – **{{ decision.rank }}**{% endif %}.",
        "inOrder": "Когда освободится место, приглашаем людей из списка по очереди{% if offerTime %}; на ответ будет "
                   "{{ offerTime }}{% endif %}. Подавать заявку ещё раз не нужно.",
        "leave": "Выйти из списка можно в любое время: напишите на адрес {{ contact.email }}.",
        "because": "Пояснение: {{ decision.reason }}",
        "refusal": "Результат рассмотрения заявки",
        "refusalOpening": "спасибо за заявку {{ activity.phraseTo }} и за время, которое вы ей уделили. В этот раз мы не "
                          "можем предложить вам место.",
        "why": "Пояснение", "criterion": "Критерий", "points": "Баллы", "most": "Максимум",
        "appeal": "Как обжаловать",
        "questions": "Будем рады ответить на вопросы по адресу {{ contact.email }}.",
        "data": "Данные заявки", "main": "Самое важное",
    },
    "be": {
        "receipt": "Мы атрымалі заяўку {{ registration.code }}",
        "receiptOpening": "дзякуем. Ваша заяўка {{ activity.phraseTo }} дайшла да нас і захавана.",
        "notAPlace": "Падача заяўкі яшчэ не азначае ўдзелу.",
        "resultLater": "Пра вынік напішам асобна.",
        "changes": "Калі нешта зменіцца або вы захочаце адклікаць заяўку, напішыце на адрас {{ contact.email }} "
                   "і пазначце нумар {{ registration.code }}.",
        "incomplete": "Просім дапоўніць заяўку {{ registration.code }}",
        "incompleteOpening": "дзякуем за заяўку {{ activity.phraseTo }}. Каб яе разгледзець, нам не хапае:",
        "about": "Пра што гаворка", "todo": "Што зрабіць", "number": "№",
        "answerBy": "Да {{ answerBy }} просім адказаць.",
        "how": "Дастаткова адказаць на адрас {{ contact.email }} і пазначыць нумар заяўкі {{ registration.code }}.",
        "kept": "Заяўка захавана, запаўняць яе нанова не трэба. Дашліце, калі ласка, толькі тое, чаго не хапае.",
        "qualified": "Пацвярджэнне ўдзелу",
        "qualifiedOpening": "рады паведаміць, што вашу заяўку {{ activity.phraseTo }} прынялі: для вас ёсць месца.",
        "invitation": "Запрашэнне",
        "invitationOpening": "шчыра запрашаем {{ activity.phraseTo }}.",
        "programme": "Праграма",
        "grant": "Рашэнне пра грант",
        "grantOpening": "камісія разгледзела заяўку {{ activity.phraseTo }}. "
               "{% if grant.isAwarded %}Грант нададзены на ўмовах, пададзеных ніжэй.{% else %}Гэтым разам грант не нададзены.{% endif %}",
        "committee": "Абгрунтаванне камісіі",
        "terms": "Умовы",
        "grantFacts": "Грант",
        "when": "Калі", "hours": "Гадзіны", "what": "Тэма і месца", "schedule": "Расклад сустрэч",
        "confirm": "**Да {{ confirmBy }} просім пацвердзіць удзел.** Дастаткова адказаць на адрас {{ contact.email }} "
                   "і пазначыць нумар {{ registration.code }}. Калі адказу не будзе, прапануем месца наступнаму чалавеку.",
        "fee": "{% if fee.dueBy %}Да {{ fee.dueBy }} просім аплаціць **{{ fee.text }}**.{% else %}Кошт удзелу – **{{ fee.text }}**.{% endif %} "
               "{{ texts.feeDetails }}",
        "covered": "Што мы забяспечваем",
        "resign": "Калі планы зменяцца, напішыце нам: запросім наступнага чалавека са спіса.",
        "address": "Адрас: {{ contact.email }}.",
        "waitlist": "Месца ў рэзервовым спісе",
        "waitlistOpening": "дзякуем за заяўку {{ activity.phraseTo }}. Заявак было больш, чым месцаў. Вы ў рэзервовым "
                           "спісе{% if decision.rank %}, ваш нумар – **{{ decision.rank }}**{% endif %}.",
        "inOrder": "Калі вызваліцца месца, запрашаем людзей са спіса па чарзе{% if offerTime %}; на адказ будзе "
                   "{{ offerTime }}{% endif %}. Падаваць заяўку яшчэ раз не трэба.",
        "leave": "Выйсці са спіса можна ў любы час: напішыце на адрас {{ contact.email }}.",
        "because": "Тлумачэнне: {{ decision.reason }}",
        "refusal": "Вынік разгляду заяўкі",
        "refusalOpening": "дзякуем за заяўку {{ activity.phraseTo }} і за час, які вы ёй прысвяцілі. Гэтым разам мы не "
                          "можам прапанаваць вам месца.",
        "why": "Тлумачэнне", "criterion": "Крытэрый", "points": "Балы", "most": "Найбольш",
        "appeal": "Як абскардзіць",
        "questions": "Ахвотна адкажам на пытанні па адрасе {{ contact.email }}.",
        "data": "Даныя заяўкі", "main": "Самае важнае",
    },
}


def otherwise(name, text):
    """The organiser's sentence, or ours where none is given."""
    return "{% if texts." + name + " %}{{ texts." + name + " }}{% else %}" + text + "{% endif %}"


def receipt(words):
    return words["receipt"], [
        paragraph(words["receiptOpening"]),
        facts(caption=words["data"]),
        paragraph(f"**{words['notAPlace']}** " + otherwise("resultBy", words["resultLater"]), "AfterTable"),
        paragraph(words["changes"]),
        note("note"),
    ]


def incomplete(words):
    columns = [
        (words["number"], "{{ row.number }}.", 12, "TableText"),
        (words["about"], "{{ row.label }}", 58, "TableText"),
        (words["todo"], "{{ row.text }}", 90, "TableText"),
    ]
    deadline = "{% if answerBy %}**" + words["answerBy"] + "**{% else %}{{ texts.completeBy }}{% endif %} "
    return words["incomplete"], [
        paragraph(words["incompleteOpening"]),
        register("gaps", columns, caption=words["about"]),
        paragraph(deadline + otherwise("howToComplete", words["how"]), "AfterTable"),
        paragraph(words["kept"]),
        note("note"),
        facts(caption=words["data"]),
    ]


def schedule(words):
    columns = [
        (words["when"], "{{ row.when }}", 72, "TableText"),
        (words["hours"], "{{ row.hours }}", 28, "TableText"),
        (words["what"], "{{ row.what }}", 60, "TableText"),
    ]
    return when("schedule", paragraph(words["schedule"], "Heading2"),
                register("schedule", columns, caption=words["schedule"]))


def lines(head, items):
    return when(items, paragraph(head, "Heading2"), bullets(items))


def resign(words):
    return paragraph(otherwise("resign", words["resign"]) + " " + words["address"], "AfterTable")


def qualified(words):
    return words["qualified"], [
        paragraph(words["qualifiedOpening"]),
        facts(caption=words["main"]),
        schedule(words),
        when("confirmBy", paragraph(words["confirm"], "AfterTable")),
        note("bring"),
        when("fee.text", paragraph(words["fee"], "AfterTable")),
        lines(words["covered"], "activity.covered"),
        resign(words),
        note("note"),
    ]


def invitation(words):
    return words["invitation"], [
        paragraph(words["invitationOpening"]),
        facts(caption=words["main"]),
        schedule(words),
        lines(words["programme"], "activity.programme"),
        lines(words["covered"], "activity.covered"),
        when("confirmBy", paragraph(words["confirm"], "AfterTable")),
        note("bring"),
        resign(words),
        note("note"),
    ]


def appeal(words):
    return when("texts.appeal", paragraph(words["appeal"], "Heading2"),
                paragraph("{{ texts.appeal }} " + words["address"]))


def waitlist(words):
    return words["waitlist"], [
        paragraph(words["waitlistOpening"]),
        facts(caption=words["data"]),
        paragraph(words["inOrder"], "AfterTable"),
        when("decision.reason", paragraph(words["because"])),
        note("note"),
        appeal(words),
        paragraph(words["leave"]),
    ]


def criteria(words):
    columns = [
        (words["criterion"], "{{ row.label }}", 110, "TableText"),
        (words["points"], "{{ row.points }}", 25, "TableNumber"),
        (words["most"], "{{ row.maximum }}", 25, "TableNumber"),
    ]
    return when("decision.criteria", register("decision.criteria", columns, caption=words["why"]))


def refusal(words):
    return words["refusal"], [
        paragraph(words["refusalOpening"]),
        facts(caption=words["data"]),
        paragraph(words["why"], "Heading2"),
        paragraph("{{ decision.reason }}"),
        criteria(words),
        appeal(words),
        paragraph(otherwise("note", words["questions"]), "AfterTable"),
    ]


def grant(words):
    return words["grant"], [
        paragraph(words["grantOpening"]),
        facts(caption=words["grantFacts"]),
        paragraph(words["committee"], "Heading2"),
        paragraph("{{ decision.reason }}"),
        criteria(words),
        when("grant.isAwarded and texts.conditions", paragraph(words["terms"], "Heading2"),
             paragraph("{{ texts.conditions }}")),
        appeal(words),
        note("note"),
    ]


def letters(language):
    words = WORDS[language]
    return {
        "receipt": receipt(words),
        "incomplete": incomplete(words),
        "qualified": qualified(words),
        "invitation": invitation(words),
        "grant": grant(words),
        "waitlist": waitlist(words),
        "refusal": refusal(words),
    }
