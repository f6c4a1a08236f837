import Testing

@testable import Desk

struct CropRedrawingTests {
    /// Where a form's sheets lie, by part of the mail and number in its file.
    @Test(
        arguments: [
            ("", [0: []]), ("sheet[3]+sheet[4]", [0: [3, 4]]), ("part[1]+part[3]", [1: [], 3: []]),
            ("part[2]/sheet[1]+part[2]/sheet[12]+part[3]", [2: [1, 12], 3: []]),
        ] as [(String, [Int: Set<Int>])]
    )
    func placesNameFilesAndSheets(place: String, sheets: [Int: Set<Int>]) {
        #expect(CropRedrawing.sheets(place) == sheets)
    }
}
