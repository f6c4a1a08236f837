import FormModel

extension Homography {
    /// The one by which the form's page fills the figure that a person marked.
    init?(_ corners: SheetCorners, page: FormPage, image: GrayImage) {
        let (width, height) = (Double(image.width), Double(image.height))
        let places = Self.edges(of: page)
        self.init(
            zip(places, corners.points).map { place, point in
                Pair(page: place, picture: (x: point.x * width, y: point.y * height))
            }
        )
    }

    /// Where the corners of the form's page lie; nil when that is nowhere near the picture.
    func corners(page: FormPage, image: GrayImage) -> SheetCorners? {
        SheetCorners(
            Self.edges(of: page).map { place in
                let point = picture(place.x, place.y)
                return SheetCorners.Point(point.x / Double(image.width), point.y / Double(image.height))
            }
        )
    }

    private static func edges(of page: FormPage) -> [(x: Double, y: Double)] {
        [(0, 0), (page.width, 0), (page.width, page.height), (0, page.height)]
    }
}
