import Foundation

/// Text files written by staff.
enum TextFile {
    /// Larger files are no event files.
    static let byteCountMax = 8 * 1024 * 1024

    static func read(_ path: String) throws(DeskError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać pliku „\(path)”. Sprawdź nazwę i uprawnienia.",
                "The file “\(path)” cannot be read. Check its name and permissions."
            )
        }
        guard data.count <= byteCountMax, let text = String(data: data, encoding: .utf8) else {
            throw DeskError(
                .fileUnreadable,
                "Plik „\(path)” nie jest plikiem tekstowym UTF-8 (do 8 MB).",
                "The file “\(path)” is not a UTF-8 text file of at most 8 MB."
            )
        }
        return text
    }
}
