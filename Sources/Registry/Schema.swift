import GRDB

/// The tables and what they refuse. The data outlives this code: each rule that must never be broken stands here.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            for statement in version1 { try database.execute(sql: statement) }
        }
        registerWeb(in: &migrator)
        return migrator
    }

    private static let version1 = [
        intakeTables, registrationTables, participationTables, seatRules, paperTables, journalTable,
    ]

    private static let intakeTables = """
        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            byteCount INTEGER NOT NULL CHECK (byteCount >= 0),
            name TEXT NOT NULL,
            format TEXT,
            channel TEXT NOT NULL,
            sender TEXT,
            receivedAt INTEGER NOT NULL,
            receivedBy TEXT NOT NULL,
            storedAt INTEGER NOT NULL,
            parentId INTEGER REFERENCES source (id),
            requestedEvent TEXT,
            status TEXT NOT NULL CHECK (status IN ('stored', 'done', 'needsPerson', 'unassigned')),
            findings TEXT NOT NULL DEFAULT '[]',
            UNIQUE (sha256, parentId)
        ) STRICT;
        CREATE UNIQUE INDEX sourceTop ON source (sha256) WHERE parentId IS NULL;
        CREATE INDEX sourceOpen ON source (status) WHERE status <> 'done';
        CREATE TABLE intakeKey (
            key TEXT PRIMARY KEY,
            sourceId INTEGER NOT NULL REFERENCES source (id),
            registrationId INTEGER REFERENCES registration (id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE eventVersion (
            id INTEGER PRIMARY KEY,
            slug TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            definition TEXT NOT NULL,
            firstUsedAt INTEGER NOT NULL,
            UNIQUE (slug, sha256)
        ) STRICT;
        """

    private static let registrationTables = """
        CREATE TABLE registration (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE CHECK (length(code) = 5),
            event TEXT NOT NULL,
            form TEXT NOT NULL,
            eventVersionId INTEGER NOT NULL REFERENCES eventVersion (id),
            state TEXT NOT NULL
                CHECK (state IN ('received', 'needsReview', 'incomplete', 'submitted', 'withdrawn', 'cancelled')),
            channel TEXT NOT NULL,
            language TEXT NOT NULL,
            receivedAt INTEGER NOT NULL,
            enteredAt INTEGER NOT NULL,
            sourceId INTEGER REFERENCES source (id),
            sourcePlace TEXT NOT NULL DEFAULT '',
            name TEXT NOT NULL,
            sortKey BLOB NOT NULL,
            searchText TEXT NOT NULL,
            duplicateKeys TEXT NOT NULL DEFAULT '',
            possibleDuplicateOf INTEGER REFERENCES registration (id),
            mergedInto INTEGER REFERENCES registration (id),
            answers TEXT NOT NULL,
            findings TEXT NOT NULL,
            reviewFields TEXT NOT NULL,
            CHECK (possibleDuplicateOf IS NULL OR possibleDuplicateOf <> id)
        ) STRICT;
        CREATE INDEX registrationOrder ON registration (event, sortKey, id);
        CREATE INDEX registrationState ON registration (event, state, sortKey, id);
        CREATE INDEX registrationAll ON registration (sortKey, id);
        CREATE INDEX registrationSource ON registration (sourceId);
        CREATE INDEX registrationSuspect ON registration (possibleDuplicateOf) WHERE possibleDuplicateOf IS NOT NULL;
        CREATE TABLE answerVersion (
            registrationId INTEGER NOT NULL REFERENCES registration (id),
            number INTEGER NOT NULL,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            reason TEXT NOT NULL,
            sourceId INTEGER REFERENCES source (id),
            answers TEXT NOT NULL,
            PRIMARY KEY (registrationId, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE duplicateKey (
            event TEXT NOT NULL,
            key TEXT NOT NULL,
            registrationId INTEGER NOT NULL REFERENCES registration (id),
            PRIMARY KEY (event, key, registrationId)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE separation (
            lowId INTEGER NOT NULL REFERENCES registration (id),
            highId INTEGER NOT NULL REFERENCES registration (id),
            PRIMARY KEY (lowId, highId),
            CHECK (lowId < highId)
        ) STRICT, WITHOUT ROWID;
        """

    private static let participationTables = """
        CREATE TABLE participation (
            id INTEGER PRIMARY KEY,
            registrationId INTEGER NOT NULL REFERENCES registration (id),
            event TEXT NOT NULL,
            activity TEXT NOT NULL,
            grp TEXT,
            state TEXT NOT NULL CHECK (state IN ('applied', 'offered', 'confirmed', 'waitlisted', 'rejected',
                'expired', 'withdrawn', 'cancelled')),
            seats INTEGER NOT NULL DEFAULT 1 CHECK (seats >= 1),
            rank INTEGER,
            reasonCode TEXT,
            reason TEXT,
            offeredUntil INTEGER,
            changedAt INTEGER NOT NULL,
            UNIQUE (registrationId, activity)
        ) STRICT;
        CREATE INDEX participationOrder ON participation (event, activity, state, rank);
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            event TEXT NOT NULL,
            activity TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pending', 'announced', 'discarded')),
            method TEXT NOT NULL,
            poolDigest TEXT NOT NULL,
            record TEXT NOT NULL,
            actor TEXT NOT NULL,
            at INTEGER NOT NULL,
            closedAt INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX runPending ON run (event, activity) WHERE state = 'pending';
        CREATE TABLE decision (
            runId INTEGER NOT NULL REFERENCES run (id),
            participationId INTEGER NOT NULL REFERENCES participation (id),
            outcome TEXT NOT NULL CHECK (outcome IN ('selected', 'waitlisted', 'notSelected', 'ineligible')),
            rank INTEGER,
            chance REAL,
            session TEXT,
            reasonCode TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (runId, participationId)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE score (
            registrationId INTEGER NOT NULL REFERENCES registration (id),
            criterion TEXT NOT NULL,
            assessor TEXT NOT NULL,
            points INTEGER NOT NULL,
            hasConflict INTEGER NOT NULL DEFAULT 0 CHECK (hasConflict IN (0, 1)),
            at INTEGER NOT NULL,
            PRIMARY KEY (registrationId, criterion, assessor)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payment (
            id INTEGER PRIMARY KEY,
            registrationId INTEGER NOT NULL REFERENCES registration (id),
            activity TEXT NOT NULL,
            amount TEXT NOT NULL,
            currency TEXT NOT NULL,
            paidOn TEXT NOT NULL,
            actor TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX paymentRegistration ON payment (registrationId);
        CREATE TABLE attendance (
            registrationId INTEGER NOT NULL REFERENCES registration (id),
            activity TEXT NOT NULL,
            session TEXT NOT NULL,
            presence TEXT NOT NULL CHECK (presence IN ('present', 'absent', 'excused')),
            actor TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (registrationId, activity, session)
        ) STRICT, WITHOUT ROWID;
        """

    /// A place is a row with a number. Two people cannot hold the same row, no row has a number above the capacity, and
    /// no participation counts without holding its rows: overbooking fails in the database whatever the code does.
    private static let seatRules = """
        CREATE TABLE capacity (
            event TEXT NOT NULL,
            activity TEXT NOT NULL,
            grp TEXT NOT NULL DEFAULT '',
            seats INTEGER NOT NULL CHECK (seats >= 0),
            PRIMARY KEY (event, activity, grp)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE seat (
            event TEXT NOT NULL,
            activity TEXT NOT NULL,
            grp TEXT NOT NULL DEFAULT '',
            number INTEGER NOT NULL CHECK (number >= 1),
            participationId INTEGER NOT NULL REFERENCES participation (id),
            PRIMARY KEY (event, activity, grp, number),
            FOREIGN KEY (event, activity, grp) REFERENCES capacity (event, activity, grp)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX seatParticipation ON seat (participationId);
        CREATE TRIGGER seatWithinCapacity BEFORE INSERT ON seat
        WHEN NEW.number > (SELECT seats FROM capacity
            WHERE event = NEW.event AND activity = NEW.activity AND grp = NEW.grp)
        BEGIN SELECT RAISE(ABORT, 'overbooked'); END;
        CREATE TRIGGER participationHoldsSeats BEFORE UPDATE OF state ON participation
        WHEN NEW.state IN ('offered', 'confirmed')
            AND EXISTS (SELECT 1 FROM capacity WHERE event = NEW.event AND activity = NEW.activity AND grp = '')
            AND (SELECT count(*) FROM seat WHERE participationId = NEW.id AND grp = '') < NEW.seats
        BEGIN SELECT RAISE(ABORT, 'overbooked'); END;
        CREATE TRIGGER participationHoldsGroupSeats BEFORE UPDATE OF state ON participation
        WHEN NEW.state IN ('offered', 'confirmed') AND NEW.grp IS NOT NULL
            AND EXISTS (SELECT 1 FROM capacity
                WHERE event = NEW.event AND activity = NEW.activity AND grp = NEW.grp)
            AND (SELECT count(*) FROM seat WHERE participationId = NEW.id AND grp = NEW.grp) < NEW.seats
        BEGIN SELECT RAISE(ABORT, 'overbooked'); END;
        CREATE TRIGGER participationNeverBornCounting BEFORE INSERT ON participation
        WHEN NEW.state IN ('offered', 'confirmed')
            AND EXISTS (SELECT 1 FROM capacity WHERE event = NEW.event AND activity = NEW.activity)
        BEGIN SELECT RAISE(ABORT, 'overbooked'); END;
        CREATE TRIGGER capacityNotBelowTaken BEFORE UPDATE OF seats ON capacity
        WHEN EXISTS (SELECT 1 FROM seat WHERE event = NEW.event AND activity = NEW.activity AND grp = NEW.grp
            AND number > NEW.seats)
        BEGIN SELECT RAISE(ABORT, 'overbooked'); END;
        """

    private static let paperTables = """
        CREATE TABLE document (
            id INTEGER PRIMARY KEY,
            event TEXT NOT NULL,
            activity TEXT,
            registrationId INTEGER REFERENCES registration (id),
            kind TEXT NOT NULL,
            language TEXT NOT NULL,
            file TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            templateDigest TEXT NOT NULL,
            parameters TEXT NOT NULL,
            actor TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX documentRegistration ON document (registrationId);
        CREATE TABLE message (
            id INTEGER PRIMARY KEY,
            registrationId INTEGER NOT NULL REFERENCES registration (id),
            event TEXT NOT NULL,
            kind TEXT NOT NULL,
            language TEXT NOT NULL,
            recipient TEXT NOT NULL,
            subject TEXT NOT NULL,
            body TEXT NOT NULL,
            messageId TEXT NOT NULL UNIQUE,
            createdAt INTEGER NOT NULL,
            writtenAt INTEGER
        ) STRICT;
        CREATE INDEX messageWaiting ON message (id) WHERE writtenAt IS NULL;
        CREATE INDEX messageRegistration ON message (registrationId);
        """

    /// The chain covers the digest of the details, not the details: these can be emptied by an erasure.
    private static let journalTable = """
        CREATE TABLE journal (
            number INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            event TEXT,
            code TEXT,
            details TEXT,
            salt BLOB,
            detailsDigest BLOB NOT NULL,
            previous BLOB NOT NULL,
            digest BLOB NOT NULL
        ) STRICT;
        CREATE INDEX journalCode ON journal (code);
        CREATE TRIGGER journalKeepsRows BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'journal rows are never deleted'); END;
        CREATE TRIGGER journalOnlyRedacts BEFORE UPDATE ON journal
        WHEN NEW.details IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.number <> OLD.number OR NEW.at <> OLD.at
            OR NEW.actor <> OLD.actor OR NEW.action <> OLD.action OR NEW.event IS NOT OLD.event
            OR NEW.code IS NOT OLD.code OR NEW.detailsDigest <> OLD.detailsDigest
            OR NEW.previous <> OLD.previous OR NEW.digest <> OLD.digest
        BEGIN SELECT RAISE(ABORT, 'journal rows are only ever redacted'); END;
        """
}
