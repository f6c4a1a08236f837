/// Where the server listens, and under which address the world sees it.
public struct ServerAddress: Sendable, Equatable {
    /// The interface to listen on; `127.0.0.1` behind a reverse proxy.
    public let host: String
    /// The port to listen on; 0 lets the system choose one.
    public let port: Int

    /// An address to listen on.
    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
}
