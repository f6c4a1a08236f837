public import FormModel
import Foundation
import GRDB

extension RegistryWriter {
    /// Keeps the digest of an applicant's link; a link of an older generation opens nothing any more.
    public func setApplicantLink(_ registration: Int64, token: String, generation: Int, at now: Instant) throws {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO applicantLink (registrationId, digest, generation, madeAt) VALUES (?, ?, ?, ?)
                ON CONFLICT (registrationId) DO UPDATE SET digest = excluded.digest,
                    generation = excluded.generation, madeAt = excluded.madeAt
                """
        )
        try insert.execute(arguments: [
            registration, Data(SecretDigest.of(token)), generation, now.millisecondsSinceEpoch,
        ])
    }
}

extension RegistryReader {
    /// The registration that an applicant's link opens; nil for a link that nobody has.
    public func registration(ofLink untrustedToken: String) throws -> RegistrationRow? {
        let select = try database.cachedStatement(sql: "SELECT registrationId FROM applicantLink WHERE digest = ?")
        let id = try Int64.fetchOne(select, arguments: [Data(SecretDigest.of(untrustedToken))])
        return try id.flatMap { try registration(id: $0) }
    }

    /// The generation of a registration's link; nil when it has none yet.
    public func linkGeneration(ofRegistration id: Int64) throws -> Int? {
        let select = try database.cachedStatement(sql: "SELECT generation FROM applicantLink WHERE registrationId = ?")
        return try Int.fetchOne(select, arguments: [id])
    }
}
