import Testing

@testable import Web

@Suite struct ServerAddressTests {
    @Test func hostsAndPortsAreCompared() {
        #expect(ServerAddress(host: "127.0.0.1", port: 0) != ServerAddress(host: "127.0.0.1", port: 1))
    }
}
