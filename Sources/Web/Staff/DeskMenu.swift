import FormModel
import Registry

/// What leads from every page of the desk to the others: only what the person may open.
struct DeskMenu {
    private struct Entry {
        var address: String
        var text: StaffText
        var roles: Set<StaffRole>
    }

    private static let entries: [Entry] = [
        Entry(address: "/desk", text: .overview, roles: DeskRoles.everybody),
        Entry(address: "/desk/registrations", text: .registrations, roles: DeskRoles.readers),
        Entry(address: "/desk/review", text: .review, roles: DeskRoles.editors),
        Entry(address: "/desk/enter", text: .entry, roles: DeskRoles.editors),
        Entry(address: "/desk/intake", text: .intake, roles: DeskRoles.editors),
        Entry(address: "/desk/assessment", text: .assessment, roles: DeskRoles.assessors),
        Entry(address: "/desk/selection", text: .selection, roles: DeskRoles.witnesses),
        Entry(address: "/desk/documents", text: .documents, roles: DeskRoles.deciders),
        Entry(address: "/desk/templates", text: .templates, roles: DeskRoles.deciders),
        Entry(address: "/desk/attendance", text: .attendance, roles: DeskRoles.trainers),
        Entry(address: "/desk/exports", text: .exports, roles: DeskRoles.deciders),
        Entry(address: "/desk/journal", text: .journal, roles: DeskRoles.witnesses),
        Entry(address: "/desk/settings", text: .settings, roles: DeskRoles.deciders),
        Entry(address: "/desk/accounts", text: .accounts, roles: DeskRoles.administrators),
        Entry(address: "/desk/keys", text: .keys, roles: DeskRoles.administrators),
    ]

    static func values(for session: StaffSession) -> [PageValues] {
        entries.filter { $0.roles.contains(session.account.role) }.map { entry in
            var value = PageValues(["address": entry.address, "text": entry.text.text(session.language)])
            let isUnder = session.path == entry.address || session.path.hasPrefix(entry.address + "/")
            value.set("isHere", entry.address == "/desk" ? session.path == "/desk" : isUnder)
            return value
        }
    }
}
