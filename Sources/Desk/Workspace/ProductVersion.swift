/// The product's version, as it stands in the change log.
public enum ProductVersion {
    public static let text = "0.1.0"
}
