import Glibc
import Synchronization

/// Figures for whoever watches the server, in the text format of Prometheus (version 0.0.4). Routes only: no address that
/// somebody asked for, no code, no name.
final class Metrics: Sendable {
    private struct Key: Hashable {
        var method: String
        var route: String
    }

    private struct Figures {
        /// By the first digit of the status.
        var statuses = [Int](repeating: 0, count: 6)
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count + 1)
        var microseconds = 0
    }

    /// Upper bounds of the durations, in microseconds.
    static let bounds = [1_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000, 5_000_000]

    private let figures = Mutex<[Key: Figures]>([:])

    func count(_ method: String, _ route: String, status: Int, _ duration: Duration) {
        let parts = duration.components
        let microseconds = Int(parts.seconds) * 1_000_000 + Int(parts.attoseconds / 1_000_000_000_000)
        let bucket = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
        figures.withLock { figures in
            var own = figures[Key(method: method, route: route)] ?? Figures()
            own.statuses[min(5, max(0, status / 100))] += 1
            own.buckets[bucket] += 1
            own.microseconds += microseconds
            figures[Key(method: method, route: route)] = own
        }
    }

    /// The whole text; `gauges` are figures that the registry knows.
    func text(gauges: [(name: String, help: String, value: Int)]) -> String {
        let figures = figures.withLock { $0 }.sorted { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
        var lines = ["# HELP nabor_requests_total Requests answered.", "# TYPE nabor_requests_total counter"]
        for (key, own) in figures {
            for (digit, count) in own.statuses.enumerated() where count > 0 {
                lines.append("nabor_requests_total{\(Self.labels(key)),status=\"\(digit)xx\"} \(count)")
            }
        }
        lines += ["# HELP nabor_request_seconds Time until the answer.", "# TYPE nabor_request_seconds histogram"]
        for (key, own) in figures {
            var sum = 0
            for (bound, count) in zip(Self.bounds, own.buckets) {
                sum += count
                lines.append("nabor_request_seconds_bucket{\(Self.labels(key)),le=\"\(Self.seconds(bound))\"} \(sum)")
            }
            sum += own.buckets[Self.bounds.count]
            lines.append("nabor_request_seconds_bucket{\(Self.labels(key)),le=\"+Inf\"} \(sum)")
            lines.append("nabor_request_seconds_sum{\(Self.labels(key))} \(Self.seconds(own.microseconds))")
            lines.append("nabor_request_seconds_count{\(Self.labels(key))} \(sum)")
        }
        let all = gauges + [("nabor_resident_bytes", "Memory in use.", Self.residentByteCount)]
        for gauge in all {
            lines += [
                "# HELP \(gauge.name) \(gauge.help)", "# TYPE \(gauge.name) gauge", "\(gauge.name) \(gauge.value)",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func labels(_ key: Key) -> String { "method=\"\(key.method)\",route=\"\(key.route)\"" }

    private static func seconds(_ microseconds: Int) -> String {
        let rest = String(microseconds % 1_000_000)
        return "\(microseconds / 1_000_000).\(String(repeating: "0", count: 6 - rest.utf8.count))\(rest)"
    }

    /// Second number of `/proc/self/statm`, in pages.
    static var residentByteCount: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 128)
        guard fgets(&buffer, 128, file) != nil else { return 0 }
        let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let parts = text.split(separator: " ")
        return parts.count > 1 ? (Int(parts[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }
}
