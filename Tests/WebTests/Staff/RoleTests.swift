import FormModel
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite struct RoleTests {
    /// Every route of the desk, as the table has it, is closed to every role it does not name.
    @Test(arguments: StaffRole.allCases)
    func everyRouteRefusesRolesItDoesNotName(role: StaffRole) async throws {
        let test = try TestSite()
        let desk = try await DeskVisitor(test, as: role)
        var refused = 0
        for route in test.site.routes {
            guard case .staff(let roles) = route.access, !roles.contains(role) else { continue }
            let path = route.path.replacing("{", with: "").replacing("}", with: "")
            let reply = route.changesSomething ? try await desk.post(path) : try await desk.get(path)
            #expect(reply.status == .forbidden, "\(route.method) \(route.path)")
            refused += 1
        }
        #expect(role == .administrator ? refused == 0 : refused > 5)
    }

    /// A form of the desk without the session's token changes nothing, whoever sends it.
    @Test func everyChangeNeedsTheTokenOfTheSession() async throws {
        let test = try TestSite()
        let desk = try await DeskVisitor(test, as: .administrator)
        let routes = test.site.routes.filter { route in
            if case .staff = route.access { return route.changesSomething }
            return false
        }
        #expect(routes.count > 20)
        for route in routes {
            let path = route.path.replacing("{", with: "").replacing("}", with: "")
            let reply = try await test.ask(.post, path, texts: [("-token", "wrong")], cookie: desk.cookie)
            #expect(reply.status == .forbidden, "\(route.path)")
        }
    }
}
