import FormModel
import Registry
import Synchronization

/// The secret of the workspace's links, read from its file when the first link is made.
final class LinkSecret: Sendable {
    private let path: String
    private let held = Mutex<ServerSecret?>(nil)

    init(path: String) {
        self.path = path
    }

    func secret() throws(RegistryError) -> ServerSecret {
        let path = path
        let result: Result<ServerSecret, RegistryError> = held.withLock { held in
            if let secret = held { return .success(secret) }
            do throws(RegistryError) {
                let secret = try ServerSecret(path: path)
                held = secret
                return .success(secret)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}

/// The address of an applicant's own page, as mails carry it.
struct ApplicantLinks {
    let workspace: Workspace

    /// Nil when the workspace has no public address: then nothing is served and no link would lead anywhere.
    func address(ofRegistration id: Int64, in writer: RegistryWriter) throws -> String? {
        guard !workspace.settings.publicURL.isEmpty else { return nil }
        return try workspace.settings.publicURL + "/z/" + token(ofRegistration: id, in: writer)
    }

    /// The link's token; made when the registration has none yet.
    func token(ofRegistration id: Int64, in writer: RegistryWriter) throws -> String {
        let secret = try workspace.linkSecret.secret()
        if let generation = try writer.reader.linkGeneration(ofRegistration: id) {
            return secret.applicantToken(registration: id, generation: generation)
        }
        let token = secret.applicantToken(registration: id, generation: 1)
        try writer.setApplicantLink(id, token: token, generation: 1, at: workspace.now)
        return token
    }
}
