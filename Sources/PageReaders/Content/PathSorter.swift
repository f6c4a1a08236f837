/// Tells painted paths apart: rulings, boxes to tick, crosses, marker strokes.
struct PathSorter {
    /// Points by which a line may stray from its axis.
    static let slack = 0.6
    /// Sides of a box to tick, in points: 1.8 to 8 millimetres.
    static let frameSides = 5.0...23.0
    /// A filled area this thin is a line: office programs draw borders so.
    private static let lineThicknessMax = 2.6
    private static let lineLengthMin = 4.0
    private static let elementCountMax = 60_000

    let pageArea: Double

    func addStroked(_ path: DrawnPath, _ ink: Ink, to drawing: inout PageDrawing) {
        for part in path.parts where part.points.count >= 2 {
            guard isRoom(in: &drawing) else { return }
            let bounds = part.bounds
            if ink.isLight, ink.isWhite || !part.isUpright || Self.isSmall(bounds) {
                if Self.isSmall(bounds) { drawing.lights.append(bounds) }
            } else if isFrame(part, bounds) {
                drawing.frames.append(bounds)
            } else if part.isUpright, max(bounds.width, bounds.height) >= Self.lineLengthMin {
                addSides(of: part, to: &drawing)
            } else if max(bounds.width, bounds.height) <= Self.frameSides.upperBound * 1.5 {
                drawing.strokes.append(bounds)
            }
        }
    }

    func addFilled(_ path: DrawnPath, _ ink: Ink, to drawing: inout PageDrawing) {
        for part in path.parts where part.points.count >= 3 {
            guard isRoom(in: &drawing) else { return }
            let bounds = part.bounds
            let isLine = min(bounds.width, bounds.height) <= Self.lineThicknessMax
            if ink.isLight, ink.isWhite || !isLine || Self.isSmall(bounds) {
                if Self.isSmall(bounds) { drawing.lights.append(bounds) }
                continue
            }
            if isLine {
                addLine(bounds, to: &drawing)
                continue
            }
            if ink.isBright, bounds.area < pageArea / 4 { drawing.tints.append(PageDrawing.Tint(rect: bounds)) }
            if Self.isSmall(bounds) { drawing.blots.append(bounds) }
        }
        addRing(path, ink, to: &drawing)
    }

    /// A frame drawn as an area with a hole: two rectangles, one inside the other.
    private func addRing(_ path: DrawnPath, _ ink: Ink, to drawing: inout PageDrawing) {
        guard path.parts.count == 2, !ink.isLight else { return }
        let bounds = path.parts.map(\.bounds).sorted { $0.area > $1.area }
        guard bounds[0].contains(bounds[1], by: 0), isFrame(path.parts[0], bounds[0]) else { return }
        drawing.blots.removeAll { $0 == bounds[0] || $0 == bounds[1] }
        drawing.frames.append(bounds[0])
    }

    private static func isSmall(_ rect: PageRect) -> Bool { max(rect.width, rect.height) <= frameSides.upperBound }

    private func isRoom(in drawing: inout PageDrawing) -> Bool {
        let count = drawing.horizontals.count + drawing.verticals.count + drawing.frames.count + drawing.strokes.count
        if count >= Self.elementCountMax { drawing.isCut = true }
        return count < Self.elementCountMax
    }

    private func isFrame(_ part: DrawnPath.Part, _ bounds: PageRect) -> Bool {
        guard Self.frameSides.contains(bounds.width), Self.frameSides.contains(bounds.height),
            abs(bounds.width - bounds.height) <= 0.3 * max(bounds.width, bounds.height)
        else { return false }
        let isBack = part.isClosed || isReturning(part)
        return isBack && part.points.count >= 4 && (part.isUpright || part.hasCurves)
    }

    private func isReturning(_ part: DrawnPath.Part) -> Bool {
        guard let first = part.points.first, let last = part.points.last else { return false }
        return abs(first.x - last.x) < Self.slack && abs(first.y - last.y) < Self.slack
    }

    private func addSides(of part: DrawnPath.Part, to drawing: inout PageDrawing) {
        var points = part.points
        if part.isClosed { points.append(points[0]) }
        for (from, to) in zip(points, points.dropFirst()) {
            addLine(PageRect(corners: from.x, from.y, to.x, to.y), to: &drawing)
        }
    }

    private func addLine(_ rect: PageRect, to drawing: inout PageDrawing) {
        if rect.width >= rect.height, rect.width >= Self.lineLengthMin {
            drawing.horizontals.append(
                PageDrawing.Segment(position: rect.middleY, start: rect.left, end: rect.right)
            )
        } else if rect.height > rect.width, rect.height >= Self.lineLengthMin {
            drawing.verticals.append(
                PageDrawing.Segment(position: rect.middleX, start: rect.top, end: rect.bottom)
            )
        }
    }
}
