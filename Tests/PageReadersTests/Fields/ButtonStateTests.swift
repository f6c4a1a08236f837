import Testing

@testable import PageReaders

@Suite struct ButtonStateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var states: [String]
        var shown: String?
        var value: String?
        var isOn: Bool
        var isDoubtful: Bool

        var testDescription: String { "\(states) shows \(shown ?? "nothing") means \(value ?? "nothing")" }
    }

    @Test(arguments: [
        Case(states: ["Yes"], shown: "Yes", value: "Yes", isOn: true, isDoubtful: false),
        Case(states: ["Yes"], shown: "Off", value: "Off", isOn: false, isDoubtful: false),
        Case(states: ["Yes"], shown: "Off", value: nil, isOn: false, isDoubtful: false),
        // On states may be called anything.
        Case(states: ["No"], shown: "No", value: "No", isOn: true, isDoubtful: false),
        Case(states: ["1"], shown: "1", value: "1", isOn: true, isDoubtful: false),
        // One of several radio buttons: another one's value.
        Case(states: ["a"], shown: "Off", value: "b", isOn: false, isDoubtful: false),
        Case(states: ["a"], shown: nil, value: "b", isOn: false, isDoubtful: false),
        // No appearance state: the value alone speaks.
        Case(states: ["a"], shown: nil, value: "a", isOn: true, isDoubtful: false),
        Case(states: [], shown: nil, value: "a", isOn: true, isDoubtful: true),
        // Value and appearance disagree.
        Case(states: ["Yes"], shown: "Off", value: "Yes", isOn: true, isDoubtful: true),
        Case(states: ["Yes"], shown: "Yes", value: "Off", isOn: true, isDoubtful: true),
        Case(states: ["Yes"], shown: "Yes", value: nil, isOn: true, isDoubtful: true),
    ])
    func stateIsToldByNames(_ it: Case) {
        let state = ButtonState(states: it.states, shown: it.shown, value: it.value)
        #expect(state.isOn == it.isOn)
        #expect(state.isDoubtful == it.isDoubtful)
    }
}
