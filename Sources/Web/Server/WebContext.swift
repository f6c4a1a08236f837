import Hummingbird
import Logging
import NIOCore

/// What the server knows about a connection.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Address of the other end of the connection: a browser's, or the reverse proxy's.
    let peer: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
