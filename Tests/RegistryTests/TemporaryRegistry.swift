import FormModel
import Foundation
import Registry

/// A registry in a folder of its own that goes away with the test.
final class TemporaryRegistry {
    let folder: String
    let registry: Registry
    static let now = Instant(millisecondsSinceEpoch: 1_700_000_000_000)
    private var nextNumber = 0

    init() throws {
        folder = NSTemporaryDirectory() + "nabor-registry-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        registry = try Registry(databasePath: folder + "/nabor.sqlite", originalsPath: folder + "/originals")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A submitted registration with the given name, applying for `activity`.
    func register(
        _ name: String,
        sortKey: [UInt8]? = nil,
        keys: [String] = [],
        activity: String? = "course",
        group: String? = nil,
        seats: Int = 1,
        answers: AnswerSet = AnswerSet(),
        state: RegistrationState = .submitted
    ) throws -> Int64 {
        nextNumber += 1
        let code = RegistrationCode(number: nextNumber)
        return try registry.write { writer in
            let version = try writer.recordEventVersion(slug: "event", yaml: "slug: event", at: Self.now)
            let suspect = try writer.reader.suspect(event: "event", keys: keys)
            return try writer.insertRegistration(
                NewRegistration(
                    code: code,
                    event: "event",
                    form: "main",
                    eventVersionID: version,
                    state: state,
                    channel: .web,
                    language: .polish,
                    receivedAt: Self.now,
                    enteredAt: Self.now,
                    sourceID: nil,
                    name: name,
                    sortKey: sortKey ?? Array(name.utf8),
                    searchText: name.lowercased(),
                    duplicateKeys: keys,
                    possibleDuplicateOf: suspect,
                    answers: answers,
                    findings: [],
                    reviewFields: [],
                    applications: activity.map {
                        [NewRegistration.Application(activity: $0, group: group, seats: seats)]
                    } ?? [],
                    actor: "test"
                )
            )
        }
    }

    func participation(_ id: Int64, _ activity: String = "course") throws -> ParticipationRow? {
        try registry.read { try $0.participation(registration: id, activity: activity) }
    }

    func change(_ id: Int64, _ action: StateTransition.ParticipationAction) throws {
        try registry.write { writer in
            guard let row = try writer.reader.participation(registration: id, activity: "course") else { return }
            try writer.changeState(ofParticipation: row, by: action, at: Self.now)
        }
    }
}
