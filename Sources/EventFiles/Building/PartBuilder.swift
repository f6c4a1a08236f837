import FormModel

/// Small mappings that events and settings share.
enum PartBuilder {
    static func organiser(_ mapping: CheckedMapping) -> Organiser {
        Organiser(
            name: mapping.text("name") ?? "",
            address: mapping.text("address") ?? "",
            city: mapping.text("city") ?? "",
            email: mapping.text("email") ?? "",
            phone: mapping.text("phone") ?? "",
            krs: mapping.text("krs") ?? "",
            nip: mapping.text("nip") ?? "",
            regon: mapping.text("regon") ?? "",
            dataProtectionContact: mapping.text("data_protection") ?? ""
        )
    }

    static func contact(_ mapping: CheckedMapping) -> Contact {
        Contact(
            name: mapping.text("name") ?? "",
            function: mapping.localized("function"),
            email: mapping.text("email") ?? "",
            phone: mapping.text("phone") ?? ""
        )
    }

    static func retention(_ mapping: CheckedMapping) -> RetentionCategory {
        var category = RetentionCategory(
            id: mapping.text("id") ?? "",
            label: mapping.localized("label"),
            start: mapping.word("after") ?? .listClosed
        )
        if case .duration(let years, let months, let days)? = mapping["keep"]?.value {
            (category.years, category.months, category.days) = (years, months, days)
        }
        return category
    }

    static func settings(_ mapping: CheckedMapping, _ draft: Draft) -> WorkspaceSettings {
        let retention = mapping.mappings("retention")
        draft.checkUnique(retention)
        let mail = mapping.mapping("mail")
        return WorkspaceSettings(
            organiser: mapping.mapping("organiser").map(organiser) ?? Organiser(name: ""),
            language: mapping.word("language") ?? .polish,
            timeZone: mapping.text("time_zone") ?? "Europe/Warsaw",
            mail: WorkspaceSettings.Mail(
                intakeAddress: mail?.text("intake") ?? "",
                fromAddress: mail?.text("from") ?? "",
                fromName: mail?.text("from_name") ?? ""
            ),
            contact: mapping.mapping("contact").map(contact),
            retention: retention.isEmpty ? RetentionDefaults.categories : retention.map(self.retention),
            publicURL: Self.address(mapping.text("public_url") ?? "")
        )
    }

    /// Without slashes at the end, so that a path can follow.
    private static func address(_ text: String) -> String {
        var text = Substring(text)
        while text.last == "/" { text = text.dropLast() }
        return String(text)
    }
}
