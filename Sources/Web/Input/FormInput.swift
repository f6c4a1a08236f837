/// The body of a posted form, taken apart: texts in their order, files with the name they came under. Nothing in it is
/// checked yet.
struct FormInput: Sendable, Equatable {
    struct File: Sendable, Equatable {
        var name: String
        var untrustedFileName: String
        var bytes: [UInt8]
    }

    var texts: [(name: String, value: String)] = []
    var files: [File] = []

    /// The first text under a name.
    subscript(name: String) -> String? { texts.first { $0.name == name }?.value }

    /// All texts under a name.
    func all(_ name: String) -> [String] { texts.filter { $0.name == name }.map(\.value) }

    static func == (left: FormInput, right: FormInput) -> Bool {
        left.files == right.files && left.texts.count == right.texts.count
            && zip(left.texts, right.texts).allSatisfy { $0.0 == $0.1 }
    }
}

/// A body that is no form, or more than anybody fills in.
struct FormInputError: Error, Equatable {
    enum Code: String {
        case notAForm, tooManyFields, damaged
    }

    let code: Code
}

/// Bounds of what a posted form may hold.
enum FormInputLimits {
    static let fieldCountMax = 3_000
    static let fileCountMax = 20
    static let nameByteCountMax = 300
    static let textByteCountMax = 200_000
    static let partHeaderByteCountMax = 8_192
}
