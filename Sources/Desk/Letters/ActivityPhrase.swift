import FormModel

/// How sentences speak of an activity: „na szkolenie «…»”, „w szkoleniu «…»”.
struct ActivityPhrase {
    let setting: LetterSetting

    /// The event's title with the activity's, each said once.
    var fullTitle: String {
        let event = setting.text(setting.event.title)
        guard let activity = setting.activity else { return event }
        let title = setting.text(activity.title)
        if title.isEmpty || event.contains(title) { return event }
        if event.isEmpty || title.contains(event) || setting.event.activities.count < 2 && event.hasSuffix(title) {
            return title
        }
        return event + " – " + title
    }

    /// After «zgłoszenie», «zapraszamy», "registration".
    var toward: String { nouns.toward + " " + quoted }

    /// After «udział», "to take part".
    var inside: String { nouns.inside + " " + quoted }

    /// The title in the language's quotation marks; quotation marks inside it become single ones.
    private var quoted: String {
        switch setting.language {
        case .polish: "„" + nested("„", "”", "«", "»") + "”"
        case .english: "“" + nested("“", "”", "‘", "’") + "”"
        case .ukrainian, .russian, .belarusian: "«" + nested("«", "»", "„", "“") + "»"
        }
    }

    private func nested(_ open: String, _ close: String, _ innerOpen: String, _ innerClose: String) -> String {
        fullTitle.replacing(open, with: innerOpen).replacing(close, with: innerClose)
    }

    private struct Nouns {
        let toward: String
        let inside: String
    }

    private var nouns: Nouns {
        let kind = setting.activity?.kind
        switch setting.language {
        case .polish: return polish(kind)
        case .english: return english(kind)
        case .ukrainian: return Nouns(toward: ukrainian(kind), inside: "у заході")
        case .russian: return Nouns(toward: russian(kind), inside: "в мероприятии")
        case .belarusian: return Nouns(toward: belarusian(kind), inside: "у мерапрыемстве")
        }
    }

    private func polish(_ kind: Activity.Kind?) -> Nouns {
        switch kind {
        case .meeting: Nouns(toward: "na spotkanie", inside: "w spotkaniu")
        case .training: Nouns(toward: "na szkolenie", inside: "w szkoleniu")
        case .course: Nouns(toward: "na kurs", inside: "w kursie")
        case .series: Nouns(toward: "na cykl spotkań", inside: "w cyklu spotkań")
        case .studyVisit: Nouns(toward: "na wizytę studyjną", inside: "w wizycie studyjnej")
        case .seminarSeries: Nouns(toward: "na seminaria", inside: "w seminariach")
        case .call: Nouns(toward: "w naborze", inside: "w naborze")
        case .appointments: Nouns(toward: "na konsultacje", inside: "w konsultacjach")
        case .fair: Nouns(toward: "na targi", inside: "w targach")
        case .dropIn: Nouns(toward: "na zajęcia", inside: "w zajęciach")
        case nil: Nouns(toward: "na wydarzenie", inside: "w wydarzeniu")
        }
    }

    private func english(_ kind: Activity.Kind?) -> Nouns {
        let noun =
            switch kind {
            case .meeting: "meeting"
            case .training: "training"
            case .course: "course"
            case .series: "series of meetings"
            case .studyVisit: "study visit"
            case .seminarSeries: "seminars"
            case .call: "call"
            case .appointments: "consultations"
            case .fair: "fair"
            case .dropIn: "open sessions"
            case nil: "event"
            }
        return Nouns(toward: (kind == .call ? "in the " : "for the ") + noun, inside: "in the " + noun)
    }

    private func ukrainian(_ kind: Activity.Kind?) -> String {
        switch kind {
        case .meeting: "на зустріч"
        case .training: "на тренінг"
        case .course: "на курс"
        case .series: "на цикл зустрічей"
        case .studyVisit: "на навчальну поїздку"
        case .seminarSeries: "на семінари"
        case .call: "на конкурс"
        case .appointments: "на консультації"
        case .fair: "на ярмарок"
        case .dropIn: "на заняття"
        case nil: "на захід"
        }
    }

    private func russian(_ kind: Activity.Kind?) -> String {
        switch kind {
        case .meeting: "на встречу"
        case .training: "на тренинг"
        case .course: "на курс"
        case .series: "на цикл встреч"
        case .studyVisit: "на учебную поездку"
        case .seminarSeries: "на семинары"
        case .call: "на конкурс"
        case .appointments: "на консультации"
        case .fair: "на ярмарку"
        case .dropIn: "на занятия"
        case nil: "на мероприятие"
        }
    }

    private func belarusian(_ kind: Activity.Kind?) -> String {
        switch kind {
        case .meeting: "на сустрэчу"
        case .training: "на трэнінг"
        case .course: "на курс"
        case .series: "на цыкл сустрэч"
        case .studyVisit: "на вучэбную паездку"
        case .seminarSeries: "на семінары"
        case .call: "на конкурс"
        case .appointments: "на кансультацыі"
        case .fair: "на кірмаш"
        case .dropIn: "на заняткі"
        case nil: "на мерапрыемства"
        }
    }
}
