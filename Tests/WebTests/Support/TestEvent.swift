/// A small event with a condition, a repeating group, a file, a paper and two consents.
enum TestEvent {
    static let settings = """
        organiser:
          name: Fundacja Próba
          address: ul. Przykładowa 1, 00-001 Warszawa
          email: biuro@example.org
        language: pl
        time_zone: Europe/Warsaw
        mail: {intake: zapisy@example.org, from: biuro@example.org, from_name: Fundacja Próba}
        """

    static let yaml = """
        event: proba
        title: {pl: Spotkanie próbne, uk: Пробна зустріч, en: Trial meeting}
        languages: [pl, uk, en]
        activities:
          - id: spotkanie
            title: {pl: Spotkanie, uk: Зустріч, en: Meeting}
            kind: meeting
            capacity: 2
            place: Toruń
            sessions: [{id: s1, date: 2023-12-14, hours: 9:30-15:30}]
            confirm_within_days: 5
            selection: {method: curated, reserve: {size: all, offer_hours: 48}}
        opens: 2023-11-01
        deadline: 2023-12-08
        fields:
          - {key: name_latin, kind: personName, label: {pl: Imię i nazwisko, uk: Ім’я та прізвище, en: Name}, required: true}
          - {key: email, kind: email, label: E-mail, required: true}
          - {key: phone, kind: phone, label: {pl: Telefon, uk: Телефон, en: Phone}}
          - key: sector
            kind: choice
            label: {pl: Sektor, uk: Сектор, en: Sector}
            required: true
            options: {ngo: {pl: organizacja, uk: організація, en: NGO}, inna: {pl: inna, uk: інша, en: other}}
          - {key: krs, kind: krs, label: KRS, shown_if: sector == ngo, required_if: sector == ngo}
          - {key: languages, kind: choices, label: {pl: Języki, uk: Мови, en: Languages}, options: {pl: polski, uk: ukraiński, en: angielski}}
          - {key: about, kind: longText, label: {pl: O sobie, uk: Про себе, en: About}, max_length: 500}
          - {key: paper, kind: identityDocument, label: {pl: Dokument, uk: Документ, en: Paper}}
          - {key: cv, kind: file, label: {pl: Życiorys, uk: Резюме, en: CV}}
          - key: guests
            kind: group
            label: {pl: Osoby towarzyszące, uk: Супровід, en: Companions}
            max: 3
            fields:
              - {key: guest_name, kind: text, label: {pl: Imię, uk: Ім’я, en: Name}, required: true}
              - {key: guest_age, kind: number, label: {pl: Wiek, uk: Вік, en: Age}, min: 1, max: 120}
        consents:
          - key: consent_data
            label: {pl: Klauzula informacyjna, uk: Інформація про дані, en: Data}
            required: true
            version: 2023-11-01
            text: {pl: "Zapoznałam się z informacją.", uk: "Я ознайомилася з інформацією.", en: "I have read this."}
          - key: consent_image
            label: {pl: Zgoda na wizerunek, uk: Згода на зображення, en: Image}
            version: 2023-11-01
            text: {pl: "Zgadzam się.", uk: "Погоджуюся.", en: "I agree."}
        """

    /// Answers that leave nothing to mend.
    static let answers: [(String, String)] = [
        ("name_latin", "Anna Testowa"), ("email", "anna.testowa@example.org"), ("sector", "inna"),
        ("languages", "uk"), ("languages", "pl"), ("guests[1].guest_name", "Ola"), ("guests[1].guest_age", "7"),
        ("paper.kind", "residenceCard"), ("paper.number", "rx 0000001"), ("paper.validTo", "2030-01-01"),
        ("consent_data", "true"),
    ]
}
