import Glibc

/// Walks through files, folders, mboxes and Maildirs and hands out what it finds, one item at a time.
///
/// Opens nothing of a mail but the `From ` lines between the messages of an mbox; everything else is the reader's.
/// Hidden files, links inside of folders, and the unfinished `tmp` of a Maildir are passed over.
public struct MailboxScanner: Sendable {
    /// Bounds of one walk.
    public struct Limits: Hashable, Sendable {
        /// Folders inside each other.
        public var folderDepthMax = 16
        /// Items of one walk, messages of mboxes included.
        public var itemCountMax = 1_000_000
        /// A message of an mbox that is handed out as bytes; larger ones as a range.
        public var messageByteCountMax = 35_000_000

        public init() {}
    }

    /// What `body` says about going on.
    private enum Flow { case goOn, stop }

    public var limits: Limits

    public init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Calls `body` for each item, files in the order of their names; `body` returns false to stop.
    ///
    /// Throws `TransportError` for a path that cannot be read and for a walk over the limits, and whatever `body` throws.
    public func scan(_ paths: [String], _ body: (MailboxItem) throws -> Bool) throws {
        var count = 0
        let counted: (MailboxItem) throws -> Bool = { item in
            count += 1
            guard count <= limits.itemCountMax else { throw TransportError(.tooMany, subject: item.displayName) }
            return try body(item)
        }
        for path in paths {
            guard try scan(path, depth: 0, counted) == .goOn else { return }
        }
    }

    private func scan(_ path: String, depth: Int, _ body: (MailboxItem) throws -> Bool) throws -> Flow {
        guard let kind = FileKind(path) else {
            throw TransportError(.unreadable, subject: path, errorNumber: errno)
        }
        switch kind {
        case .folder: return try scanFolder(path, depth: depth, body)
        case .mbox: return try MboxSplitter(path: path, limits: limits).forEach(body) ? .goOn : .stop
        case .file: return try body(item(path)) ? .goOn : .stop
        case .other: return .goOn
        }
    }

    private func item(_ path: String) -> MailboxItem {
        // One mail of a Maildir may be named by itself, or its `cur` alone.
        let parts = path.split(separator: "/")
        if let name = parts.last, ["cur", "new"].contains(parts.dropLast().last),
            let time = MaildirName.time(String(name))
        {
            return MailboxItem(
                content: .file(path: path),
                isMail: true,
                receipt: .maildirName(time),
                displayName: path
            )
        }
        let isMail = path.utf8.suffix(4).map { $0 | 0x20 }.elementsEqual(".eml".utf8)
        return MailboxItem(content: .file(path: path), isMail: isMail, displayName: path)
    }

    private func scanFolder(_ path: String, depth: Int, _ body: (MailboxItem) throws -> Bool) throws -> Flow {
        guard depth < limits.folderDepthMax else { throw TransportError(.tooMany, subject: path) }
        let names = try FolderListing.names(in: path)
        if names.contains("cur"), names.contains("new"), FileKind(path + "/cur") == .folder {
            return try scanMaildir(path, body)
        }
        return try scanMembers(names.filter { !$0.hasPrefix(".") }, of: path, depth: depth, body)
    }

    private func scanMembers(
        _ names: [String],
        of folder: String,
        depth: Int,
        _ body: (MailboxItem) throws -> Bool
    ) throws -> Flow {
        for name in names {
            let path = folder + "/" + name
            // Links could lead round in a circle, or out of the folder that was named.
            guard !FileKind.isLink(path) else { continue }
            guard try scan(path, depth: depth + 1, body) == .goOn else { return .stop }
        }
        return .goOn
    }

    /// `new` and `cur` of a Maildir: one mail a file, the time of delivery first in its name.
    ///
    /// Nothing else of it: its sub-folders are other mailboxes (sent mail, drafts, the bin), its other files the server's.
    private func scanMaildir(_ path: String, _ body: (MailboxItem) throws -> Bool) throws -> Flow {
        for folder in ["new", "cur"] {
            let inside = path + "/" + folder
            guard FileKind(inside) == .folder else { continue }
            for name in try FolderListing.names(in: inside) where !name.hasPrefix(".") {
                let file = inside + "/" + name
                guard !FileKind.isLink(file), FileKind(file) != .folder else { continue }
                let receipt = MaildirName.time(name).map(MailboxItem.ReceiptHint.maildirName)
                let item = MailboxItem(content: .file(path: file), isMail: true, receipt: receipt, displayName: file)
                guard try body(item) else { return .stop }
            }
        }
        return .goOn
    }
}
