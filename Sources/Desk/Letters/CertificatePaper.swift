import Documents
import FieldKinds
import FormModel

/// Values of a certificate: register number, name, what, when, how many hours, how much of it was attended.
struct CertificatePaper {
    var setting: LetterSetting
    var registration: LetterRegistration
    /// Number in the register of certificates: `12/2023`.
    var number: String
    /// Printed instead of the applicant's own name; for delegates of an organisation.
    var name: PersonName?
    /// Ids of the sessions the person attended.
    var attended: Set<String>
    var group: String?
    /// Only where the organiser decided that certificates carry it.
    var showsBirthDate: Bool

    init(
        _ setting: LetterSetting,
        _ registration: LetterRegistration,
        number: String,
        name: PersonName? = nil,
        attended: Set<String>,
        group: String? = nil,
        showsBirthDate: Bool = false
    ) {
        self.setting = setting.speaking(.certificate)
        self.registration = registration
        self.number = number
        self.name = name
        self.attended = attended
        self.group = group
        self.showsBirthDate = showsBirthDate
    }

    func values() -> DataValue {
        var object = ApplicantValues(setting: setting, registration: registration).object()
        let schedule = ActivitySchedule(setting.activity, group: group, language: setting.language)
        if let name, var person = object["person"]?.members {
            person["name"] = .string(NamePrinting.sensible(name.full))
            // A delegate's own form of address is not known here.
            person["addressForm"] = "neutral"
            object["person"] = .object(person)
        }
        object["certificate"] = .object([
            ("number", .string(number)),
            ("birthDate", .string(birthDate)),
            ("summary", .string(summary(schedule))),
            ("modules", .string(modules(schedule))),
            ("attendance", .string(attendance(schedule))),
        ])
        return .object(object)
    }

    private var isPolish: Bool { setting.language == .polish }

    private var birthDate: String {
        guard showsBirthDate, name == nil,
            let date = ApplicantIdentity.birthDate(registration.values, registration.form)
        else { return "" }
        return DateText.long(date, in: setting.language)
    }

    /// `15–17 marca 2019 r., Rzeszów, 24 godziny`.
    private func summary(_ schedule: ActivitySchedule) -> String {
        let minutes = schedule.minuteCount
        let hours = minutes == 0 ? "" : Self.hours(minutes, in: setting.language)
        return [schedule.span, setting.activity?.place ?? "", hours].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    static func hours(_ minutes: Int, in language: InterfaceLanguage) -> String {
        guard minutes % 60 != 0 else { return LetterWord.hoursOf.counted(minutes / 60, in: language) }
        let number = DecimalNumber(unscaled: Int64(minutes) * 100 / 60, scale: 2) ?? DecimalNumber(minutes / 60)
        let text = MoneyText.number(number, in: language)
        return text + "\u{A0}" + (language == .polish ? "godziny" : LetterWord.hoursOf.noun(2, in: language))
    }

    /// Modules of which enough was attended, for courses that certify each of them.
    private func modules(_ schedule: ActivitySchedule) -> String {
        let passed = Self.modulesPassed(
            schedule.sessions,
            attended: attended,
            percent: setting.activity?.certificateAttendancePercent ?? 0
        )
        guard !passed.isEmpty else { return "" }
        return (isPolish ? "Ukończone moduły: " : "Modules completed: ") + passed.joined(separator: ", ")
    }

    /// Names of modules in the order of their first session.
    static func modulesPassed(_ sessions: [Session], attended: Set<String>, percent: Int) -> [String] {
        var order: [String] = []
        for session in sessions {
            if let module = session.module, !order.contains(module) { order.append(module) }
        }
        return order.filter { module in
            let mine = sessions.filter { $0.module == module }
            let present = mine.count { attended.contains($0.id) }
            return present > 0 && present * 100 >= mine.count * percent
        }
    }

    private func attendance(_ schedule: ActivitySchedule) -> String {
        let present = schedule.sessions.count { attended.contains($0.id) }
        guard schedule.sessions.count > 1, present > 0 else { return "" }
        let percent = setting.activity?.certificateAttendancePercent
        let share = "\(present)/\(schedule.sessions.count)"
        if isPolish {
            return "Obecność: \(share) spotkań" + (percent.map { " (wymagane co najmniej \($0)%)" } ?? "")
        }
        return "Attendance: \(share) meetings" + (percent.map { " (at least \($0)% required)" } ?? "")
    }
}
