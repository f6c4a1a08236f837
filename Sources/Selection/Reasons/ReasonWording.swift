import FormModel

/// The words of every reason in the five languages, in one place. `{name}` stands for a parameter.
enum ReasonWording {
    /// A reason with its text; `own` replaces the text of an ineligibility by the organiser's words where there are any.
    static func reason(
        _ code: ReasonCode,
        _ parameters: [String: String] = [:],
        own: LocalizedText? = nil
    ) -> DecisionReason {
        var byLanguage: [InterfaceLanguage: String] = [:]
        for language in InterfaceLanguage.allCases {
            byLanguage[language] = filled(template(code, language), parameters, language)
        }
        if let own { for (language, text) in own.all where !text.isEmpty { byLanguage[language] = text } }
        return DecisionReason(code: code.rawValue, parameters: parameters, text: LocalizedText(byLanguage))
    }

    /// What a sensitive quota is called.
    static func balanceRule(_ language: InterfaceLanguage) -> String {
        switch language {
        case .polish: "zasada równowagi"
        case .english: "a balance rule"
        case .ukrainian: "правило рівноваги"
        case .russian: "правило равновесия"
        case .belarusian: "правіла раўнавагі"
        }
    }

    /// Stands in parameters where a sensitive quota must not be named.
    static let balanceMark = "*"

    private static func filled(
        _ template: String,
        _ parameters: [String: String],
        _ language: InterfaceLanguage
    ) -> String {
        var text: [UInt8] = []
        var rest = Array(template.utf8)[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            text += rest[..<open]
            let name = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
            if let value = parameters[name] {
                text += (value == balanceMark ? balanceRule(language) : value).utf8
            } else {
                text += rest[open...close]
            }
            rest = rest[(close + 1)...]
        }
        return String(decoding: text + rest, as: UTF8.self)
    }

    private static func template(_ code: ReasonCode, _ language: InterfaceLanguage) -> String {
        let texts = templates(code)
        switch language {
        case .polish: return texts.0
        case .english: return texts.1
        case .ukrainian: return texts.2
        case .russian: return texts.3
        case .belarusian: return texts.4
        }
    }

    /// Polish, English, Ukrainian, Russian, Belarusian.
    private static func templates(_ code: ReasonCode) -> (String, String, String, String, String) {
        switch code {
        case .selectedOrder:
            (
                "Miejsce {r} z {n}; ostatnie przyznane miejsce: {last}.",
                "Place {r} of {n}; the last place went to {last}.",
                "Місце {r} з {n}; останнє надане місце: {last}.",
                "Место {r} из {n}; последнее предоставленное место: {last}.",
                "Месца {r} з {n}; апошняе нададзенае месца: {last}."
            )
        case .selectedLottery:
            (
                "Szansa wynosiła {p} %; wylosowano los {t}, a osoba jest na jego liście.",
                "The chance was {p} %; ticket {t} was drawn and its list holds this person.",
                "Шанс становив {p} %; витягнуто жереб {t}, і ця особа є в його списку.",
                "Шанс составлял {p} %; вытянут жребий {t}, и этот человек есть в его списке.",
                "Шанец складаў {p} %; выцягнуты жэрабя {t}, і гэты чалавек ёсць у яго спісе."
            )
        case .selectedGuaranteed:
            (
                "Miejsce było zagwarantowane przed wyborem.",
                "The place was guaranteed before the selection.",
                "Місце було гарантоване до відбору.",
                "Место было гарантировано до отбора.",
                "Месца было гарантавана да адбору."
            )
        case .selectedGuest:
            (
                "Ekspert lub gość: poza limitem miejsc.",
                "Expert or guest: outside the number of places.",
                "Експерт або гість: поза лімітом місць.",
                "Эксперт или гость: вне лимита мест.",
                "Эксперт або госць: па-за лімітам месцаў."
            )
        case .selectedCurated:
            (
                "Wybór organizatora: {reason}",
                "Chosen by the organiser: {reason}",
                "Вибір організатора: {reason}",
                "Выбор организатора: {reason}",
                "Выбар арганізатара: {reason}"
            )
        case .promoted:
            (
                "Zwolniło się miejsce; pierwsza osoba na liście rezerwowej, z którą wszystkie zasady są zachowane.",
                "A place became free; the first in line with whom all rules hold.",
                "Звільнилося місце; перша особа в черзі, з якою виконуються всі правила.",
                "Освободилось место; первый в очереди, с кем соблюдаются все правила.",
                "Вызвалілася месца; першы ў чарзе, з кім захоўваюцца ўсе правілы."
            )
        case .ineligible:
            (
                "Niespełniony warunek: {rule}.",
                "A condition is not met: {rule}.",
                "Не виконано умову: {rule}.",
                "Не выполнено условие: {rule}.",
                "Не выканана ўмова: {rule}."
            )
        case .belowThreshold:
            (
                "Uzyskano {points} pkt, a próg wynosi {threshold} pkt.",
                "{points} points were reached; the threshold is {threshold}.",
                "Отримано {points} балів, а поріг становить {threshold}.",
                "Получено {points} баллов, а порог составляет {threshold}.",
                "Атрымана {points} балаў, а парог складае {threshold}."
            )
        case .reviewsMissing:
            (
                "Ocena nie jest pełna: {have} z {needed} recenzji.",
                "The assessment is not complete: {have} of {needed} reviews.",
                "Оцінювання неповне: {have} з {needed} рецензій.",
                "Оценивание неполное: {have} из {needed} рецензий.",
                "Ацэньванне няпоўнае: {have} з {needed} рэцэнзій."
            )
        case .full:
            (
                "Miejsce {r}; ostatnie przyznane miejsce: {last}.",
                "Place {r}; places ended at {last}.",
                "Місце {r}; місця закінчилися на {last}.",
                "Место {r}; места закончились на {last}.",
                "Месца {r}; месцы скончыліся на {last}."
            )
        case .quotaMax:
            (
                "Wszystkie miejsca ({max}) przewidziane zasadą „{quota}” przypadły osobom wyżej na liście.",
                "All {max} places for “{quota}” went to people before.",
                "Усі місця ({max}) за правилом «{quota}» отримали особи вище у списку.",
                "Все места ({max}) по правилу «{quota}» получили люди выше в списке.",
                "Усе месцы ({max}) па правіле «{quota}» атрымалі людзі вышэй у спісе."
            )
        case .quotaNeeded:
            (
                "Pozostałe miejsca ({left}) były potrzebne, by spełnić: {quota}.",
                "The {left} places left were needed for: {quota}.",
                "Решта місць ({left}) були потрібні, щоб виконати: {quota}.",
                "Оставшиеся места ({left}) были нужны, чтобы выполнить: {quota}.",
                "Астатнія месцы ({left}) былі патрэбныя, каб выканаць: {quota}."
            )
        case .organisationMax:
            (
                "Z jednej organizacji lub adresu można przyjąć najwyżej {max}; miejsca te już zajęto.",
                "At most {max} from one organisation or address; these places are taken.",
                "З однієї організації чи адреси можна прийняти щонайбільше {max}; ці місця зайнято.",
                "От одной организации или адреса можно принять не более {max}; эти места заняты.",
                "Ад адной арганізацыі ці адраса можна прыняць не больш за {max}; гэтыя месцы занятыя."
            )
        case .party:
            (
                "Osoby zgłoszone razem uczestniczą razem albo wcale; dla wszystkich naraz nie było miejsca.",
                "People who apply together take part together or not at all; there was no place for all of them.",
                "Особи, що подалися разом, беруть участь разом або ніяк; місця для всіх не було.",
                "Те, кто подал заявку вместе, участвуют вместе или никак; места для всех не было.",
                "Тыя, хто падаў заяўку разам, удзельнічаюць разам або ніяк; месца для ўсіх не было."
            )
        case .notDrawn:
            (
                "Szansa wynosiła {p} %. Nie dało się jej podnieść bez obniżenia szansy osoby, która miała taką samą lub mniejszą.",
                "The chance was {p} %. It could not be raised without lowering that of somebody with an equal or smaller one.",
                "Шанс становив {p} %. Його не можна було підвищити, не знизивши шанс особи з таким самим або меншим.",
                "Шанс составлял {p} %. Его нельзя было повысить, не снизив шанс человека с таким же или меньшим.",
                "Шанец складаў {p} %. Яго нельга было павысіць, не знізіўшы шанец чалавека з такім жа або меншым."
            )
        case .noList:
            (
                "Żadna lista zgodna z zasadami nie mogła objąć tego zgłoszenia: {quota}.",
                "No list that meets the rules could hold this application: {quota}.",
                "Жоден список за правилами не міг містити цю заявку: {quota}.",
                "Ни один список по правилам не мог включить эту заявку: {quota}.",
                "Ніводны спіс паводле правілаў не мог уключыць гэтую заяўку: {quota}."
            )
        case .session:
            (
                "Grupa {session}: zabrakło miejsc; miejsce w kolejności: {r}.",
                "Group {session} was full; place in the order: {r}.",
                "Група {session}: місць забракло; місце в черзі: {r}.",
                "Группа {session}: мест не хватило; место в очереди: {r}.",
                "Група {session}: месцаў не хапіла; месца ў чарзе: {r}."
            )
        case .sessionOrder:
            (
                "Grupa {session}: miejsce {r} w jej kolejności; ostatnie przyznane miejsce: {last}.",
                "Group {session}: place {r} in its order; the last place went to {last}.",
                "Група {session}: місце {r} у її черзі; останнє надане місце: {last}.",
                "Группа {session}: место {r} в её очереди; последнее предоставленное место: {last}.",
                "Група {session}: месца {r} у яе чарзе; апошняе нададзенае месца: {last}."
            )
        case .noSession:
            (
                "Żadna grupa ani sesja nie pasuje do tego zgłoszenia.",
                "No group or session fits this application.",
                "Жодна група чи сесія не підходить до цієї заявки.",
                "Ни одна группа или сессия не подходит к этой заявке.",
                "Ніводная група або сесія не падыходзіць да гэтай заяўкі."
            )
        case .notChosen:
            (
                "Organizator wybrał inne zgłoszenia.",
                "The organiser chose other applications.",
                "Організатор вибрав інші заявки.",
                "Организатор выбрал другие заявки.",
                "Арганізатар выбраў іншыя заяўкі."
            )
        }
    }
}
