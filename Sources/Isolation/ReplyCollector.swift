import FormModel
import ReaderProtocol

/// Gathers the checked records of one job into an outcome.
struct ReplyCollector {
    private var stream = ReplyStream()
    private var reading: Reading?
    private var mail: MailReading?
    private var parts: [Int: [UInt8]] = [:]
    private var tableFormat: SourceFormat?
    private var failure: ReadFailure?
    /// The place that was drawn, where one was asked for.
    private(set) var picture: PagePicture?
    /// Places of answers on scanned pages, where they were asked for.
    private(set) var crops: [FieldCrop] = []
    private(set) var fault: WireFault?
    /// The caller wanted no further rows.
    private(set) var isStopped = false

    /// True when reading on makes no sense.
    var isDone: Bool { fault != nil || isStopped }

    mutating func take(_ untrusted: UnsafeRawBufferPointer, row: (TableRow) -> Bool) {
        stream.feed(untrusted)
        do throws(WireFault) {
            while !isStopped, let reply = try stream.next() { admit(reply, row: row) }
        } catch {
            fault = error
        }
    }

    private mutating func admit(_ reply: ReaderReply, row: (TableRow) -> Bool) {
        switch reply {
        case .reading(let value): reading = value
        case .mail(let value): mail = value
        case .part(let index, let bytes): parts[index] = bytes
        case .row(let value):
            if tableFormat == nil || tableFormat == .unknown { tableFormat = value.reading?.format ?? .unknown }
            isStopped = !row(value)
        case .picture(let value): picture = value
        case .crop(let value): crops.append(value)
        case .failure(let value): failure = value
        case .end: break
        }
    }

    /// What the records amount to, given how the child ended.
    func outcome(_ end: JobReport.End?) -> ReadOutcome {
        if isStopped { return .table([], format: tableFormat ?? .unknown) }
        if let fault {
            return .failure(failure(.readerReplyInvalid, ["fault": fault.code.rawValue, "at": fault.subject]))
        }
        switch end {
        case .exited(code: 0): return finished
        case .exited(let code): return .failure(failure(.readerCrashed, ["exit": String(code)]))
        case .signalled(let number): return .failure(failure(.readerCrashed, ["signal": String(number)]))
        case .timedOut: return .failure(failure(.readerTimedOut, [:]))
        case .notStarted, nil: return .failure(failure(.readerCrashed, ["reason": "notStarted"]))
        }
    }

    private var finished: ReadOutcome {
        guard stream.isComplete else { return .failure(failure(.readerReplyInvalid, ["fault": "truncated"])) }
        if let failure { return .failure(failure) }
        if let mail { return .mail(mail, parts: parts, onlyForm: reading) }
        if let reading { return .reading(reading) }
        return .table([], format: tableFormat ?? .unknown)
    }

    private func failure(_ code: FindingCode, _ parameters: [String: String]) -> ReadFailure {
        ReadFailure(
            code,
            format: mail == nil ? reading?.format ?? tableFormat ?? .unknown : .mail,
            parameters: parameters
        )
    }
}
