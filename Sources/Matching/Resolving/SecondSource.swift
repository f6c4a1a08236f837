/// What an answer on paper is worth once a second source bears it out.
public enum SecondSource {
    /// Two misreadings that make the same valid address are far rarer than one.
    public static let confidence = 0.99
}
