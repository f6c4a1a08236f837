import EventFiles
import Foundation
import FormModel
import Testing

/// What the notations of the file become.
struct EventValueTests {
    private func event(_ activity: String, _ rest: String = "") throws -> EventDefinition {
        let yaml = """
            event: probe
            title: Probe
            activities:
              - {id: a, title: A, kind: course, \(activity)}
            \(rest)
            fields:
              - {key: country, kind: country, label: Country}
            """
        let loaded = EventFileLoader().load(yaml: yaml)
        #expect(loaded.faults == [])
        return try #require(loaded.value)
    }

    @Test(arguments: [
        ("2022-01-21", "2022-01-21T22:59:59.999Z"), ("2022-07-21", "2022-07-21T21:59:59.999Z"),
        ("2022-01-21 12:00", "2022-01-21T11:00:59.999Z"), ("2022-01-21T12:00:30", "2022-01-21T11:00:30.999Z"),
        ("2022-01-21 12:00Z", "2022-01-21T12:00:59.999Z"), ("2022-01-21 12:00+02:00", "2022-01-21T10:00:59.999Z"),
        // The clocks change in the night that follows.
        ("2022-03-26", "2022-03-26T22:59:59.999Z"), ("2022-03-27", "2022-03-27T21:59:59.999Z"),
    ])
    func deadlineIsInclusive(_ written: String, _ instant: String) throws {
        #expect(try event("date: 2023-01-01", "deadline: \(written)").forms[0].deadline?.description == instant)
    }

    @Test func acceptanceIsSetByKindAndElseLeftToTheReading() throws {
        let acceptance = try event("date: 2023-01-01", "acceptance: {text: 99, date: 100}").acceptance
        #expect(acceptance.threshold(of: .text) == 0.99)
        #expect(acceptance.threshold(of: .date).map { $0 > 1 } == true, "nothing is as sure as that")
        #expect(acceptance.threshold(of: .phone) == nil)
        #expect(try event("date: 2023-01-01").acceptance == AcceptanceThresholds())
    }

    @Test func openingIsTheFirstMoment() throws {
        let opens = try event("date: 2023-01-01", "opens: 2022-01-03").forms[0].opensAt
        #expect(opens?.description == "2022-01-02T23:00:00Z")
    }

    @Test(arguments: [
        ("dates: 2019-03-15..17", ["2019-03-15", "2019-03-16", "2019-03-17"]),
        ("dates: 2019-12-31..2020-01-01", ["2019-12-31", "2020-01-01"]),
        ("dates: 2019-03-31..04-01", ["2019-03-31", "2019-04-01"]),
        (
            "weekly: {from: 2022-02-08, weekdays: [mon, thu], count: 4, except: [2022-02-14]}",
            ["2022-02-10", "2022-02-17", "2022-02-21", "2022-02-24"]
        ),
        (
            "weekly: {from: 2022-02-09, weekdays: [mon], every: 2, to: 2022-03-08}", ["2022-02-21", "2022-03-07"]
        ),
    ])
    func sessionsFollowTheDates(_ notation: String, _ days: [String]) throws {
        let sessions = try event(notation + ", hours: 9:30-15:30").activities[0].sessions
        #expect(sessions.map(\.date.description) == days)
        #expect(sessions.map(\.id) == days.indices.map { "a-\($0 + 1)" })
        #expect(sessions.allSatisfy { $0.startMinute == 570 && $0.endMinute == 930 })
    }

    @Test func countryNOIsNorway() throws {
        let quota = "{id: q, by: country, values: {NO: 4, PL: {min: 10%}}}"
        let rules = try event("capacity: 20, selection: {method: fcfs, quotas: [\(quota)]}").activities[0].selection
        #expect(
            rules?.quotas[0].values == [
                .init(value: "NO", bounds: .init(minimum: .count(4), maximum: .count(4))),
                .init(value: "PL", bounds: .init(minimum: .share(basisPoints: 1000))),
            ]
        )
        #expect(rules?.seats == SeatRange(20))
    }

    @Test func earlierVersionsStayReadable() throws {
        let yaml = """
            event: probe
            title: Probe
            activities: [{id: a, title: A, kind: course}]
            fields:
              - key: sector
                kind: choice
                label: Sector
                version: 2
                options: {ngo: NGO}
                earlier: [{version: 1, label: Sektor, options: {ngo: NGO, gmina: Gmina}}]
              - {key: c, kind: consent, label: C, version: 2023-11-01, text: New, earlier: {2023-10-02: Old}}
            retired_fields:
              - {key: fax, kind: text, label: Fax}
            """
        let form = try #require(EventFileLoader().load(yaml: yaml).value?.forms[0])
        #expect(form.field("sector")?.version == 2)
        #expect(form.field("sector")?.earlier.map(\.options.count) == [2])
        #expect(
            form.field("c")?.clause == ConsentClause(version: "2023-11-01", text: "New", earlier: ["2023-10-02": "Old"])
        )
        #expect(form.retiredFields.map(\.key) == ["fax"])
    }

    @Test func rulesOfTheirOwnAreRead() throws {
        let yaml = """
            selection: 1
            seats: {min: 36, max: 40}
            eligible: [{id: adult, need: "age_on(event.start) >= 18"}]
            method: lottery
            fairness: leximin
            ties: [score, criterion.need, lottery]
            quotas:
              - {id: org, by: organisation, each: {max: 2}}
              - {id: third, where: "residence not in EU", min: 50%, of: filled, relax: {order: 2, min: 40%}}
              - {id: cross, by: [residence, gender], values: {UA+f: {min: 2}}, kind: soft, order: 1, sensitive: true}
              - {id: country, by: residence, values: {BG: 4, CY: 4}}
            sessions:
              - {id: A1, seats: {min: 6, max: 12}, need: "polish in [A0, A1]", overlaps: [B1], quotas: []}
              - {id: B1, seats: 12}
            wishes: {ranked: 3, else: none, per_person: 1}
            assign: {how: deferred, below_min: ask}
            reserve: {size: all, offer_hours: 48, stop: "event.start - P2D", party: strict, unfillable: ask}
            seed: {source: drand-quicknet, after: 2027-03-02T10:00Z, fallback: [lotto-pl, dice]}
            publish: pseudonyms
            """
        let loaded = EventFileLoader.selectionRules(yaml: yaml)
        #expect(loaded.faults == [])
        let rules = try #require(loaded.value)
        #expect(rules.seats == SeatRange(minimum: 36, maximum: 40))
        #expect(rules.quotas[1].subject == .condition("residence not in EU"))
        #expect(rules.quotas[1].relaxation?.bounds.minimum == .share(basisPoints: 4000))
        #expect(rules.quotas[2].subject == .attributes(["residence", "gender"]))
        #expect(rules.sessions[0].overlaps == ["B1"])
        #expect(rules.seed?.after?.description == "2027-03-02T10:00:00Z")
    }

    @Test func wishesOrdersAndAppointmentsAreRead() throws {
        let yaml = """
            selection: 1
            seats: 20
            method: ranking
            sessions:
              - {id: A1, seats: {min: 6, max: 12}, merge_into: A2}
              - {id: A2, seats: 8, prefer: ["level = A2", "level = A1"], rank_by: [motivation]}
            appointments:
              - {day: 2027-03-02, hours: 9:00-10:30, minutes: 20, pause: 10}
              - {day: 2027-03-02, hours: 9:00-9:20, minutes: 20, seats: 3, name: B}
            wishes: {ranked: 3, per_person: 2}
            assign: {how: rank-profile, below_min: merge}
            """
        let loaded = EventFileLoader.selectionRules(yaml: yaml)
        #expect(loaded.faults == [])
        let rules = try #require(loaded.value)
        #expect(rules.sessions[0].mergeInto == "A2" && !rules.sessions[0].hasOwnOrder)
        #expect(rules.sessions[1].prefer == ["level = A2", "level = A1"])
        #expect(rules.sessions[1].rankBy == ["motivation"])
        let slots = ["2027-03-02-0900", "2027-03-02-0930", "2027-03-02-1000", "B-2027-03-02-0900"]
        #expect(rules.sessions.dropFirst(2).map(\.id) == slots)
        #expect(rules.sessions.dropFirst(2).map(\.seats.maximum) == [1, 1, 1, 3])
        #expect(rules.sessions[2].overlaps == [slots[3]] && rules.sessions[3].overlaps == [])
        #expect(rules.wishes?.perPerson == 2)
    }

    @Test func settingsOfTheSampleWorkspaceAreRead() throws {
        let path = Repository.root.appending(path: "samples/nabor.yaml").path
        let loaded = EventFileLoader.settings(path: path)
        #expect(loaded.faults == [])
        #expect(loaded.value?.organiser.nip == "9990000014")
        #expect(loaded.value?.mail.intakeAddress == "zapisy@example.org")
        #expect(loaded.value?.retention == RetentionDefaults.categories)
    }
}
