import GRDB

extension Schema {
    /// What the web needs: links of applicants, accounts of staff, their sessions, keys of other programs.
    ///
    /// Secrets never stand here: of a link, an invitation, a session or a key only the digest is kept.
    static func registerWeb(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("web-1") { database in
            for statement in [linkTables, accountTables] { try database.execute(sql: statement) }
            // „What changed since” is asked of the journal.
            try database.execute(sql: "CREATE INDEX journalAt ON journal (at)")
        }
        migrator.registerMigration("web-2") { database in
            for statement in [jobTable, viewTable, webhookTable] { try database.execute(sql: statement) }
            // Documents and the history are listed by event.
            try database.execute(sql: "CREATE INDEX documentEvent ON document (event, id)")
            try database.execute(sql: "CREATE INDEX journalEvent ON journal (event, number)")
        }
        migrator.registerMigration("web-3") { database in
            // A search looks at this text of everybody; in the index it need not touch the long rows.
            try database.execute(sql: "DROP INDEX registrationAll")
            try database.execute(sql: "CREATE INDEX registrationAll ON registration (sortKey, id, searchText)")
            try database.execute(sql: "DROP INDEX registrationOrder")
            try database.execute(sql: "CREATE INDEX registrationOrder ON registration (event, sortKey, id, searchText)")
        }
        migrator.registerMigration("web-bodies") { database in try database.execute(sql: bodyTable) }
        migrator.registerMigration("web-4") { database in
            for statement in [countTables, countTriggers, signedListTable] { try database.execute(sql: statement) }
        }
    }

    /// How many registrations stand in which state and came when: the overview counts on them instead of counting a
    /// hundred thousand rows. Days depend on the event's time zone, so quarters of an hour are kept, the finest by which
    /// zones differ.
    private static let countTables = """
        CREATE TABLE stateCount (
            event TEXT NOT NULL,
            state TEXT NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (event, state)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE arrivalCount (
            event TEXT NOT NULL,
            channel TEXT NOT NULL,
            quarter INTEGER NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (event, channel, quarter)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO stateCount SELECT event, state, count(*) FROM registration GROUP BY 1, 2;
        INSERT INTO arrivalCount SELECT event, channel, receivedAt / 900000, count(*) FROM registration GROUP BY 1, 2, 3;
        """

    /// The database itself keeps the counts, in the transaction of each change, whoever changes.
    private static let countTriggers = """
        CREATE TRIGGER registrationCounted AFTER INSERT ON registration BEGIN
            INSERT INTO stateCount VALUES (NEW.event, NEW.state, 1)
                ON CONFLICT (event, state) DO UPDATE SET number = number + 1;
            INSERT INTO arrivalCount VALUES (NEW.event, NEW.channel, NEW.receivedAt / 900000, 1)
                ON CONFLICT (event, channel, quarter) DO UPDATE SET number = number + 1;
        END;
        CREATE TRIGGER registrationRecounted AFTER UPDATE OF event, state, channel, receivedAt ON registration BEGIN
            UPDATE stateCount SET number = number - 1 WHERE event = OLD.event AND state = OLD.state;
            INSERT INTO stateCount VALUES (NEW.event, NEW.state, 1)
                ON CONFLICT (event, state) DO UPDATE SET number = number + 1;
            UPDATE arrivalCount SET number = number - 1
                WHERE event = OLD.event AND channel = OLD.channel AND quarter = OLD.receivedAt / 900000;
            INSERT INTO arrivalCount VALUES (NEW.event, NEW.channel, NEW.receivedAt / 900000, 1)
                ON CONFLICT (event, channel, quarter) DO UPDATE SET number = number + 1;
        END;
        CREATE TRIGGER registrationUncounted AFTER DELETE ON registration BEGIN
            UPDATE stateCount SET number = number - 1 WHERE event = OLD.event AND state = OLD.state;
            UPDATE arrivalCount SET number = number - 1
                WHERE event = OLD.event AND channel = OLD.channel AND quarter = OLD.receivedAt / 900000;
        END;
        """

    private static let bodyTable = """
        CREATE TABLE sourceBody (
            sourceId INTEGER PRIMARY KEY REFERENCES source (id),
            bytes BLOB NOT NULL
        ) STRICT;
        """

    /// Signed attendance lists that came back: which source shows which session.
    private static let signedListTable = """
        CREATE TABLE signedList (
            sourceId INTEGER NOT NULL REFERENCES source (id),
            event TEXT NOT NULL,
            activity TEXT NOT NULL,
            session TEXT NOT NULL,
            PRIMARY KEY (event, activity, session, sourceId)
        ) STRICT, WITHOUT ROWID;
        """

    private static let linkTables = """
        CREATE TABLE applicantLink (
            registrationId INTEGER PRIMARY KEY REFERENCES registration (id),
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            generation INTEGER NOT NULL CHECK (generation >= 1),
            madeAt INTEGER NOT NULL
        ) STRICT;
        """

    private static let accountTables = """
        CREATE TABLE account (
            id INTEGER PRIMARY KEY,
            login TEXT NOT NULL UNIQUE CHECK (length(login) BETWEEN 1 AND 100),
            name TEXT NOT NULL,
            role TEXT NOT NULL
                CHECK (role IN ('administrator', 'coordinator', 'assessor', 'frontDesk', 'trainer', 'auditor')),
            password TEXT NOT NULL,
            totpSecret BLOB,
            totpLastStep INTEGER NOT NULL DEFAULT 0,
            language TEXT NOT NULL,
            isActive INTEGER NOT NULL DEFAULT 1 CHECK (isActive IN (0, 1)),
            createdAt INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE invitation (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            role TEXT NOT NULL,
            madeBy TEXT NOT NULL,
            expiresAt INTEGER NOT NULL,
            usedBy INTEGER REFERENCES account (id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE session (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            accountId INTEGER NOT NULL REFERENCES account (id),
            startedAt INTEGER NOT NULL,
            seenAt INTEGER NOT NULL,
            hasSecondFactor INTEGER NOT NULL CHECK (hasSecondFactor IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessionAccount ON session (accountId);
        CREATE TABLE loginThrottle (
            key TEXT PRIMARY KEY,
            failures INTEGER NOT NULL,
            lastAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE apiKey (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            madeBy TEXT NOT NULL,
            createdAt INTEGER NOT NULL,
            revokedAt INTEGER
        ) STRICT;
        """

    /// Work in the background. A row that says `running` after a start is work that was cut off.
    private static let jobTable = """
        CREATE TABLE job (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            parameters TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
            done INTEGER NOT NULL DEFAULT 0,
            total INTEGER NOT NULL DEFAULT 0,
            result TEXT NOT NULL DEFAULT '',
            actor TEXT NOT NULL,
            createdAt INTEGER NOT NULL,
            endedAt INTEGER
        ) STRICT;
        CREATE INDEX jobWaiting ON job (id) WHERE state IN ('queued', 'running');
        """

    private static let viewTable = """
        CREATE TABLE savedView (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
            content TEXT NOT NULL,
            madeBy TEXT NOT NULL,
            madeAt INTEGER NOT NULL,
            UNIQUE (kind, name)
        ) STRICT;
        CREATE TABLE reviewMark (
            registrationId INTEGER NOT NULL REFERENCES registration (id),
            field TEXT NOT NULL,
            login TEXT NOT NULL,
            value TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (registrationId, field)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE usedNonce (
            nonce TEXT PRIMARY KEY CHECK (length(nonce) BETWEEN 8 AND 100),
            at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// The secret signs what is sent and so must be known; it opens nothing here.
    private static let webhookTable = """
        CREATE TABLE webhook (
            id INTEGER PRIMARY KEY,
            address TEXT NOT NULL,
            secret TEXT NOT NULL,
            isActive INTEGER NOT NULL DEFAULT 1 CHECK (isActive IN (0, 1)),
            sentUpTo INTEGER NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            nextAt INTEGER NOT NULL DEFAULT 0,
            lastStatus INTEGER,
            madeBy TEXT NOT NULL,
            createdAt INTEGER NOT NULL
        ) STRICT;
        """
}
