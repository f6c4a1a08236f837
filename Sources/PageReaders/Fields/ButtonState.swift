/// Whether a check box or radio button is on, told by the names of its appearance streams (ISO 32000-1, 12.7.4.2.3).
///
/// Only `/Off` means off; the name of the other state is free and may well be `/No`. The field's value and the box's
/// appearance state should say the same; where they do not, a person has to look.
struct ButtonState: Equatable {
    var isOn: Bool
    /// Name of the on state, without slash; nil when the file gives none.
    var state: String?
    var isDoubtful: Bool

    init(widget: PDFObject, value: PDFObject?) {
        let looks = Self.states(of: widget)
        self.init(
            states: looks,
            shown: widget["AS"]?.name,
            value: Self.value(value)
        )
    }

    /// - Parameters:
    ///   - states: names of the on states that the box can show.
    ///   - shown: the appearance state that it shows.
    ///   - value: the field's value.
    init(states: [String], shown: String?, value: String?) {
        let isShown = shown != nil && shown != Self.off
        let on = isShown ? shown : states.first
        let isMeant = value != nil && value != Self.off && (states.contains(value!) || states.isEmpty)
        switch (isMeant, shown) {
        case (_, nil):
            // Nothing says what the box shows. Without any look a box of several cannot tell which it is.
            self.init(isOn: isMeant, state: isMeant ? value : on, isDoubtful: isMeant && states.isEmpty)
        case (true, _):
            self.init(isOn: true, state: value, isDoubtful: !isShown || (shown != value))
        case (false, _):
            // A value that no box can show stands for nothing; a tick without a value is seen all the same.
            self.init(isOn: isShown, state: on, isDoubtful: isShown)
        }
    }

    private init(isOn: Bool, state: String?, isDoubtful: Bool) {
        self.isOn = isOn
        self.state = state
        self.isDoubtful = isDoubtful
    }

    /// A button's value as a name; some programs write it as a string, with or without the slash of a name.
    static func value(_ object: PDFObject?) -> String? {
        if let name = object?.name { return name }
        guard let text = object?.text else { return nil }
        return text.first == "/" ? String(text.dropFirst()) : text
    }

    private static let off = "Off"

    private static func states(of widget: PDFObject) -> [String] {
        for key in ["N", "D"] {
            guard let looks = widget["AP"]?[key], looks.isDictionary else { continue }
            let names = looks.keys.filter { $0 != off }
            if !names.isEmpty { return names.sorted() }
        }
        return []
    }
}
