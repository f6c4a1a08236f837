import Desk
import FormModel

/// Everything the pages share.
final class Site: Sendable {
    let intake: WebIntake
    let library: PageLibrary
    let configuration: WebConfiguration
    let frame: PageFrame
    let deskFrame: DeskFrame
    let accounts: StaffAccounts
    let gate: Gate
    let faults: FaultPages
    let blanks = BlankPages()
    let metrics = Metrics()
    let evidence: EvidencePictures
    let work: BackgroundWork
    let staging: StagingRoom
    /// Forms sent and files kept by one address in a minute.
    let submissions: RateLimit
    /// Passwords tried by one address in a minute; each account is held back on its own besides.
    let signIns = RateLimit(perMinute: 30)

    init(intake: WebIntake, configuration: WebConfiguration) throws {
        self.intake = intake
        self.configuration = configuration
        work = BackgroundWork(workspace: intake.workspace)
        staging = StagingRoom(workspace: intake.workspace)
        evidence = EvidencePictures(workspace: intake.workspace)
        library = try PageLibrary(folder: configuration.sharePath + "/templates/web")
        frame = PageFrame(library: library, organiser: intake.workspace.settings.organiser)
        deskFrame = DeskFrame(library: library)
        accounts =
            configuration.passwordExponent.map { StaffAccounts(intake: intake, passwordExponent: $0) }
            ?? StaffAccounts(intake: intake)
        gate = Gate(accounts: accounts, isSecure: configuration.isSecure)
        faults = FaultPages(library: library, frame: frame, deskFrame: deskFrame)
        submissions = RateLimit(perMinute: configuration.submissionsPerMinute)
    }

    var now: Instant { intake.workspace.now }

    /// The address of one of our pages as people see it, for mails and calendars.
    func publicAddress(_ path: String) -> String {
        let base = configuration.publicURL ?? "http://\(configuration.address.host):\(configuration.address.port)"
        return base + path
    }

    /// The whole table of addresses.
    var routes: [WebRoute] {
        HealthPages(site: self).routes + AssetPages(site: self).routes + EventPages(site: self).routes
            + FormPages(site: self).routes + ApplicantPages(site: self).routes + blanks.routes(self)
            + SignInPages(site: self).routes + DeskPages(site: self).routes
            + ReviewPages(site: self).routes + CornerPages(site: self).routes
            + EntryPages(site: self).routes + ComparePages(site: self).routes
            + SelectionPages(site: self).routes + ChoicePages(site: self).routes
            + AssessmentPages(site: self).routes + DocumentPages(site: self).routes + JobPages(site: self).routes
            + AttendancePages(site: self).routes + SignedListPages(site: self).routes
            + ExportPages(site: self).routes + JournalPages(site: self).routes
            + SettingsPages(site: self).routes + IntakePages(site: self).routes
            + ImportPages(site: self).routes + TemplatePages(site: self).routes + ListPages(site: self).routes
            + KeyPages(site: self).routes + ProgramPages(site: self).routes
    }
}
