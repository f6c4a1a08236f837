public import FormModel

/// Writes whole amounts in Polish words, for grant agreements.
public enum AmountInWords {
    /// `tysiąc dwieście pięćdziesiąt złotych 00/100`; nil beyond 999,999,999 or below zero.
    public static func polish(_ amount: DecimalNumber, currency: String = "PLN") -> String? { nil }
}
