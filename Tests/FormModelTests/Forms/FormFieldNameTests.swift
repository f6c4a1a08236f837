import FormModel
import Testing

@Suite struct FormFieldNameTests {
    @Test(arguments: ["email", "delegates[1]/name_latin", "delegates[200]/a.b-c"])
    func namesAreReadAsTheyAreWritten(text: String) {
        #expect(FormFieldName(text: text)?.description == text)
    }

    @Test(arguments: [
        "", "a b", "delegates[0]/x", "delegates[201]/x", "delegates[1]", "delegates[1]/", "delegates/x", "a=b",
        "a[1]/b/c",
    ])
    func otherNamesAreRefused(text: String) {
        #expect(FormFieldName(text: text) == nil)
    }

    @Test func optionStandsBehindAnEqualsSign() {
        #expect(FormFieldName(group: "delegates", entry: 2, inner: "diet").option("vegan") == "delegates[2]/diet=vegan")
    }
}
