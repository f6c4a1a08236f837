import Testing

/// The recognition models serve one thread: every suite that needs them stands in here, one test after the other.
@Suite(.serialized) enum RecognitionTests {}
